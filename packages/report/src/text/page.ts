import { type Colour, type Paint } from './paint.js';
import { widthOf, wrap } from './wrap.js';

/** Lines of a report, wrapped and indented as they are added. */
export class Page {
  readonly #lines: string[] = [];
  readonly #width: number;
  readonly #paint: Paint;
  #margin = 0;

  constructor(width: number, paint: Paint) {
    this.#width = Math.max(width, 20);
    this.#paint = paint;
  }

  /** Adds a text; further lines are set in under the first, after its `mark`. */
  add(text: string, { indent = 0, mark = '', colour }: LineStyle = {}): void {
    const left = this.#margin + indent;
    const hanging = left + widthOf(mark);
    for (const [index, line] of wrap(text, Math.max(this.#width - hanging, 10)).entries()) {
      const margin = index === 0 ? ' '.repeat(left) + mark : ' '.repeat(hanging);
      this.#lines.push(margin + (colour === undefined ? line : this.#paint(colour, line)));
    }
  }

  /** What is added meanwhile is set in further. */
  within(margin: number, add: () => void): void {
    this.#margin += margin;
    add();
    this.#margin -= margin;
  }

  /** An empty line, unless there is one already. */
  gap(): void {
    if (this.#lines.length > 0 && this.#lines.at(-1) !== '') this.#lines.push('');
  }

  print(): string {
    const lines = [...this.#lines];
    while (lines.at(-1) === '') lines.pop();
    return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
  }
}

export interface LineStyle {
  readonly indent?: number;
  readonly mark?: string;
  readonly colour?: Colour;
}
