import type { Language, Text } from '@qingdan/core';
import type { SingleBar } from 'cli-progress';

/** Whoever waits less than this sees nothing. */
const PATIENCE_MS = 700;

const STAGES = {
  read: { label: { zh: '读取记录', en: 'reading records' }, format: '{label}  {value}' },
  check: { label: { zh: '检查', en: 'checking' }, format: '{label}  {bar}  {value}/{total}' },
} as const satisfies Record<string, { readonly label: Text; readonly format: string }>;

/** Says on a terminal how far long work has come, and leaves no trace there; says nothing where there is none. */
export class Progress {
  readonly #draw: Draw | undefined;
  readonly #language: Language;
  readonly #now: () => number;
  #bar: SingleBar | undefined;
  #stage: keyof typeof STAGES = 'read';
  #began = 0;
  #done = 0;
  #total = 0;

  constructor(draw: Draw | undefined, language: Language, now: () => number = Date.now) {
    this.#draw = draw;
    this.#language = language;
    this.#now = now;
  }

  /** Ends the stage before, if any. `total` is 0 where it isn't known. */
  begin(stage: keyof typeof STAGES, total = 0): void {
    this.end();
    this.#stage = stage;
    this.#total = total;
    this.#done = 0;
    this.#began = this.#now();
  }

  add(count: number): void {
    if (this.#draw === undefined) return;
    this.#done += count;
    if (this.#bar === undefined && this.#now() - this.#began > PATIENCE_MS) this.#show();
    this.#bar?.update(this.#done);
  }

  end(): void {
    this.#bar?.stop();
    this.#bar = undefined;
  }

  #show(): void {
    const { label, format } = STAGES[this.#stage];
    this.#bar = this.#draw?.(format);
    this.#bar?.start(this.#total, this.#done, { label: label[this.#language] });
  }
}

/** Makes a bar of a format. */
type Draw = (format: string) => SingleBar;

/** How to draw on a terminal; nothing is loaded where there is none. */
export async function drawOn(terminal: NodeJS.WriteStream | undefined): Promise<Draw | undefined> {
  if (terminal?.isTTY !== true) return undefined;
  const { SingleBar } = (await import('cli-progress')).default;
  return (format) =>
    new SingleBar({
      format,
      barCompleteChar: '█',
      barIncompleteChar: '░',
      clearOnComplete: true,
      // Whoever interrupts the command finds the terminal as it was.
      linewrap: true,
      gracefulExit: false,
      stream: terminal,
    });
}
