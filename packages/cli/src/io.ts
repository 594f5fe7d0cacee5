/** What a command may touch of the process it runs in. */
export interface Io {
  readonly stdout: (text: string | Uint8Array) => void;
  readonly stderr: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether stdout is a terminal that shows colours, and how many columns it has. */
  readonly colour: boolean;
  readonly width: number | undefined;
  /** Where progress is shown: stderr, if that is a terminal. */
  readonly terminal: NodeJS.WriteStream | undefined;
}
