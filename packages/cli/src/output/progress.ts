import type { Language, Text } from '@qingdan/core';
import { SingleBar } from 'cli-progress';

/** Whoever waits less than this sees nothing. */
const PATIENCE_MS = 700;

const STAGES = {
  read: { label: { zh: '读取记录', en: 'reading records' }, format: '{label}  {value}' },
  check: { label: { zh: '检查', en: 'checking' }, format: '{label}  {bar}  {value}/{total}' },
} as const satisfies Record<string, { readonly label: Text; readonly format: string }>;

/** Says on a terminal how far long work has come, and leaves no trace there; says nothing where there is none. */
export class Progress {
  readonly #terminal: NodeJS.WriteStream | undefined;
  readonly #language: Language;
  readonly #now: () => number;
  #bar: SingleBar | undefined;
  #stage: keyof typeof STAGES = 'read';
  #began = 0;
  #done = 0;
  #total = 0;

  constructor(
    terminal: NodeJS.WriteStream | undefined,
    language: Language,
    now: () => number = Date.now,
  ) {
    this.#terminal = terminal?.isTTY === true ? terminal : undefined;
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
    if (this.#terminal === undefined) return;
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
    this.#bar = new SingleBar({
      format,
      barCompleteChar: '█',
      barIncompleteChar: '░',
      clearOnComplete: true,
      gracefulExit: false,
      ...(this.#terminal === undefined ? {} : { stream: this.#terminal }),
    });
    this.#bar.start(this.#total, this.#done, { label: label[this.#language] });
  }
}
