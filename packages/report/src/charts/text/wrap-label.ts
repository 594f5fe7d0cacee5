import { wrap } from '../../text/wrap.js';
import { widthOfText } from './text-width.js';

/** Lines of a label with the room they take. */
export interface Label {
  readonly lines: readonly string[];
  readonly size: number;
  readonly width: number;
  readonly height: number;
}

/** From one line of text to the next, by the size of the type. */
export const LEADING = 1.3;

/** Breaks a label into lines no wider than `width`, where Chinese and English allow it: as even as can be, or as full. */
export function wrapLabel(
  text: string,
  width: number,
  size: number,
  { isEven = true }: { readonly isEven?: boolean } = {},
): Label {
  const linesIn = (room: number): string[] => wrap(text, room, (part) => widthOfText(part, size));
  let lines = linesIn(width);
  for (
    let room = width - size / 2;
    isEven && room > width / 2 && lines.length > 1;
    room -= size / 2
  ) {
    const narrower = linesIn(room);
    if (narrower.length > lines.length) break;
    lines = narrower;
  }
  return {
    lines,
    size,
    width: Math.max(...lines.map((line) => widthOfText(line, size))),
    height: lines.length * size * LEADING,
  };
}
