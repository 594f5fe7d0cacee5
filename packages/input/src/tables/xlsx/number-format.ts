/** How a style shows a number. */
export type Shown = 'date' | { readonly zeros: number } | undefined;

/** The formats that a file needn't spell out; 27–36 and 50–58 are dates in Chinese. */
function isBuiltInDate(id: number): boolean {
  return (
    (id >= 14 && id <= 22) ||
    (id >= 27 && id <= 36) ||
    (id >= 45 && id <= 47) ||
    (id >= 50 && id <= 58)
  );
}

/** What a number format makes of a number: a date, or digits with leading zeros. */
export function shownBy(id: number, code: string | undefined): Shown {
  if (code === undefined) return isBuiltInDate(id) ? 'date' : undefined;
  // What stands in quotes, brackets or after a backslash is not a code, save elapsed time.
  const bare = code
    .slice(0, 200)
    .replace(/"[^"]*"|\\.|_./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';', 1)[0] as string;
  if (/[ymdhs年月日]/i.test(bare) && !/general/i.test(bare)) return 'date';
  const zeros = /^0{2,}$/.exec(bare.trim());
  return zeros === null ? undefined : { zeros: zeros[0].trim().length };
}
