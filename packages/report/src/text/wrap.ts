import { eastAsianWidth } from 'get-east-asian-width';

/** How many columns a terminal gives a text without escapes: 2 for wide characters, 0 for combining marks. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += widthOfCharacter(character);
  return width;
}

function widthOfCharacter(character: string): number {
  if (/^[\p{Mark}\u{fe00}-\u{fe0f}]$/u.test(character)) return 0;
  // A terminal set to Chinese shows quotes and dashes as wide, others don't; the narrow count never overflows by more.
  return eastAsianWidth(character.codePointAt(0) ?? 0);
}

/** May not begin a line. */
const CLOSING = /^[，。、；：？！）》〉】〕］」』”’…％,.;:!?)\]}]$/u;
/** May not end a line. */
const OPENING = /^[（《〈【〔［「『“‘([{]$/u;

/**
 * Breaks a text into lines of at most `width` columns: between words, between Chinese characters, never before a closing
 * mark or after an opening one; a word longer than a line is cut.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text, width)) {
    if (line !== '' && widthOf(line) + widthOf(piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += line === '' ? piece.trimStart() : piece;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines.length === 0 ? [''] : lines;
}

/** The pieces between which a line may break. */
function piecesOf(text: string, width: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  let previous = '';
  for (const character of text) {
    const mayBreak =
      previous !== '' &&
      !CLOSING.test(character) &&
      !OPENING.test(previous) &&
      character !== ' ' &&
      (previous === ' ' || isWide(character) || isWide(previous));
    if (mayBreak || widthOf(piece) + widthOfCharacter(character) > Math.max(width, 2)) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
    previous = character;
  }
  pieces.push(piece);
  return pieces;
}

function isWide(character: string): boolean {
  return widthOfCharacter(character) === 2;
}
