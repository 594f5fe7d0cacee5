import type { Cell, Row } from '../sheet/cell.js';
import type { Merge } from '../sheet/sheet.js';

/** What a cell that is covered by a merged one stands for. */
export interface Anchor {
  readonly cell: Cell;
  /** 1-based */
  readonly row: number;
}

/** A merge that is wider joins no cells of a column, but a title. */
const WIDE = 64;

/** Knows, while the rows go by, what merged cells say in the rows that they reach into. */
export class MergedCells {
  readonly #starts = new Map<number, Merge[]>();
  readonly #open = new Map<number, { readonly anchor: Anchor; readonly bottom: number }>();

  constructor(merges: readonly Merge[]) {
    for (const merge of merges) {
      if (merge.bottom === merge.top || merge.right - merge.left > WIDE) continue;
      const here = this.#starts.get(merge.top) ?? [];
      here.push(merge);
      this.#starts.set(merge.top, here);
    }
  }

  /** Takes the next row. */
  enter({ number, cells }: Row): void {
    for (const [column, { bottom }] of this.#open) if (bottom < number) this.#open.delete(column);
    for (const { left, right, bottom } of this.#starts.get(number - 1) ?? []) {
      const anchor = { cell: cells[left], row: number };
      for (let column = left; column <= right; column += 1) {
        this.#open.set(column, { anchor, bottom: bottom + 1 });
      }
    }
  }

  /** What a merged cell says of a column in the row that was entered, unless the row is its first. */
  above(row: Row, column: number): Anchor | undefined {
    const open = this.#open.get(column);
    return open === undefined || open.anchor.row === row.number ? undefined : open.anchor;
  }
}
