const DIGITS = '零一二三四五六七八九';
const UNITS = ['', '十', '百', '千'];

/** `三十五`, `一千零四十五`: whole numbers from 0 to 9999; digits for the rest. */
export function chineseNumber(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > 9999) return String(n);
  if (n === 0) return '零';
  const digits = String(n);
  let text = '';
  let zero = false;
  for (const [index, digit] of Array.from(digits).entries()) {
    if (digit === '0') zero = true;
    else {
      if (zero) text += '零';
      zero = false;
      text += String(DIGITS[Number(digit)]) + String(UNITS[digits.length - 1 - index]);
    }
  }
  // 十五, not 一十五.
  return text.startsWith('一十') ? text.slice(1) : text;
}
