/** How much of one text is shown. */
const LIMIT = 200;

/**
 * Makes what comes from records fit to be shown: control characters, terminal escapes, line breaks, and the marks that
 * turn the direction of writing or take no room become visible `\u{…}`; the text is cut after 200 characters.
 */
export function escapeText(text: string, limit = LIMIT): string {
  // Nearly every text is fit as it is, and seen to be so at once; what has surrogates is looked at by characters.
  if (text.length <= limit && !HIDDEN.test(text)) return text;
  let shown = '';
  let count = 0;
  for (const character of text) {
    if (count === limit) return `${shown}…`;
    shown += isHidden(character) ? `\\u{${codeOf(character).toString(16)}}` : character;
    count += 1;
  }
  return shown;
}

/** As `escapeText`, for texts of policies: line breaks become spaces, nothing is cut. */
export function tidyText(text: string): string {
  const line = text.includes('\n') ? text.replace(/\s*\n\s*/g, ' ') : text;
  return escapeText(line.trim(), Infinity);
}

const HIDDEN =
  /[\0-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff]/;

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

function isHidden(character: string): boolean {
  const code = codeOf(character);
  return (
    code < 0x20 ||
    (code >= 0x7f && code <= 0x9f) ||
    code === 0x61c ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    (code >= 0xfff9 && code <= 0xfffb) ||
    code === 0xfeff ||
    // No characters, and none that XML allows.
    code === 0xfffe ||
    code === 0xffff ||
    (code >= 0xd800 && code <= 0xdfff) ||
    (code >= 0xe0000 && code <= 0xe007f)
  );
}
