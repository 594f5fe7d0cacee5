import { type Position, SourceText, type Span } from '@qingdan/core';

/** Knows where a stretch of a file begins and ends, without keeping the file's text. */
class PlacedText extends SourceText {
  readonly #start: Position;
  readonly #end: Position;
  readonly #endOffset: number;

  constructor(file: string, start: Position, end: Position, endOffset: number) {
    super(file, '');
    this.#start = start;
    this.#end = end;
    this.#endOffset = endOffset;
  }

  override position(offset: number): Position {
    return offset >= this.#endOffset ? this.#end : this.#start;
  }
}

/** Where a text lies in its file: the whole file, or one line of it. */
export interface TextPlace {
  readonly file: string;
  /** Of its first character, 1-based. */
  readonly line: number;
  /** UTF-16 code units before it, so that places of one file sort in its order. */
  readonly offset: number;
}

/** A span that doesn't hold on to the text it points into. */
export function spanIn(text: SourceText, place: TextPlace, start: number, end: number): Span {
  const shift = ({ line, column }: Position): Position => ({
    line: line + place.line - 1,
    column,
  });
  const last = Math.max(end, start + 1);
  const source = new PlacedText(
    place.file,
    shift(text.position(start)),
    shift(text.position(end)),
    place.offset + last,
  );
  return { source, start: place.offset + start, end: place.offset + last };
}

/** The beginning of a line of a file. */
export function spanOfLine({ file, line, offset }: TextPlace): Span {
  const position = { line, column: 1 };
  return {
    source: new PlacedText(file, position, position, offset + 1),
    start: offset,
    end: offset,
  };
}

/** A cell of a table: its row as the line, and its column. */
export function spanOfCell(file: string, line: number, column: number): Span {
  const position = { line, column };
  // Cells sort by row and column.
  const offset = line * 16_384 + column;
  return {
    source: new PlacedText(file, position, position, offset + 1),
    start: offset,
    end: offset,
  };
}
