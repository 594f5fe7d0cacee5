import { LineBreaker } from 'css-line-break';
import stringWidth from 'fast-string-width';

/**
 * How many columns a terminal gives a text: 2 for wide characters, 0 for combining marks. Chinese quotes and dashes count
 * as narrow, as most terminals show them.
 */
export function widthOf(text: string): number {
  return stringWidth(text);
}

/**
 * Breaks a text into lines of at most `width` columns where Chinese and English allow it: never before a closing mark or
 * after an opening one, never within an id, a path or a number; what is longer than a line is cut. Another `measure` has another
 * unit than columns.
 */
export function wrap(text: string, width: number, measure = widthOf): string[] {
  if (measure(text) <= width) return [text.trimEnd()];
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const piece of piecesOf(text).flatMap((whole) => cut(whole, width, measure))) {
    if (line !== '' && used + measure(piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
    }
    const added = line === '' ? piece.trimStart() : piece;
    line += added;
    used += measure(added);
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines.length === 0 ? [''] : lines;
}

/** The pieces between which a line may break. */
function piecesOf(text: string): string[] {
  const breaker = LineBreaker(text, { lineBreak: 'strict', wordBreak: 'normal' });
  const pieces: string[] = [];
  let piece = '';
  for (let next = breaker.next(); !next.done; next = breaker.next()) {
    const part = next.value.slice();
    if (piece !== '' && !mayPart(piece, part)) piece += part;
    else {
      if (piece !== '') pieces.push(piece);
      piece = part;
    }
  }
  pieces.push(piece);
  return pieces;
}

/** Ids and paths stay whole, though hyphens and slashes would let a line break. */
function mayPart(before: string, after: string): boolean {
  return !/[!-~]$/.test(before) || !/^[!-~]/.test(after);
}

/** The parts of a piece that is longer than a line. */
function cut(piece: string, width: number, measure: typeof widthOf): string[] {
  if (measure(piece.trimEnd()) <= width) return [piece];
  const parts: string[] = [];
  let part = '';
  for (const { segment } of new Intl.Segmenter().segment(piece)) {
    if (part !== '' && measure(part) + measure(segment.trimEnd()) > width) {
      parts.push(part);
      part = '';
    }
    part += segment;
  }
  parts.push(part);
  return parts;
}
