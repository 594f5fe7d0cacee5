/**
 * Widths of printable ASCII from the space on, in hundredths of the size of the type: at least those of the usual sans-serif
 * types of Chinese systems, in regular and in bold.
 */
const ASCII = [
  30, 40, 60, 64, 64, 98, 78, 33, 40, 40, 54, 64, 34, 42, 34, 45, 64, 64, 64, 64, 64, 64, 64, 64,
  64, 64, 34, 34, 64, 64, 64, 55, 102, 70, 72, 70, 75, 66, 63, 75, 79, 36, 61, 73, 62, 90, 79, 80,
  71, 80, 72, 67, 66, 79, 68, 98, 68, 64, 66, 40, 45, 40, 64, 60, 65, 62, 68, 58, 68, 62, 40, 63,
  66, 34, 35, 64, 35, 100, 67, 67, 68, 68, 47, 54, 46, 67, 62, 88, 60, 60, 57, 42, 34, 42, 64,
];

/**
 * How wide a text is at most, in the unit of `size`: Chinese characters and their punctuation are squares, which every type
 * for them agrees on.
 */
export function widthOfText(text: string, size: number): number {
  let hundredths = 0;
  for (const character of text) hundredths += hundredthsOf(character.codePointAt(0) ?? 0);
  return (hundredths * size) / 100;
}

function hundredthsOf(code: number): number {
  if (code >= 0x20 && code < 0x7f) return ASCII[code - 0x20] ?? 100;
  // Pictures are wider than letters.
  return code >= 0x1f000 && code < 0x20000 ? 150 : 100;
}
