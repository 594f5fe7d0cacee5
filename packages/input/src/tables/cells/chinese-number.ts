const DIGITS: ReadonlyMap<string, bigint> = new Map(
  [
    ['零', '〇'],
    ['一', '壹', '弌', '幺'],
    ['二', '贰', '貳', '两', '兩'],
    ['三', '叁', '參', '叄'],
    ['四', '肆'],
    ['五', '伍'],
    ['六', '陆', '陸'],
    ['七', '柒'],
    ['八', '捌'],
    ['九', '玖'],
  ].flatMap((letters, digit) => letters.map((letter) => [letter, BigInt(digit)] as const)),
);

/** The power of ten of each unit within four digits. */
const UNITS: ReadonlyMap<string, number> = new Map([
  ['十', 1],
  ['拾', 1],
  ['百', 2],
  ['佰', 2],
  ['千', 3],
  ['仟', 3],
]);

const MYRIADS: ReadonlyMap<string, number> = new Map([
  ['万', 4],
  ['萬', 4],
  ['亿', 8],
  ['億', 8],
]);

/** Longer texts are no numbers that anybody writes out. */
const LENGTH_LIMIT = 40;

/**
 * Reads a whole number in Chinese numerals, financial or plain: `壹仟贰佰叁拾肆`, `三十万零五`. Undefined for anything
 * else, and for what could be read in two ways: `一千五` is 1500 to some and 1005 to others.
 */
export function parseChineseInteger(text: string): bigint | undefined {
  if (text === '' || text.length > LENGTH_LIMIT) return undefined;
  let total = 0n;
  let lastMyriad = Infinity;
  let start = 0;
  const letters = Array.from(text);
  for (const [index, letter] of letters.entries()) {
    const power = MYRIADS.get(letter);
    if (power === undefined) continue;
    // 万亿: a myriad of 亿.
    const isOfNext = power === 4 && MYRIADS.get(letters[index + 1] ?? '') === 8;
    if (isOfNext) continue;
    const part = letters.slice(start, index);
    const isMyriadOf8 = power === 8 && MYRIADS.get(part.at(-1) ?? '') === 4;
    const count = isMyriadOf8
      ? scaled(section(part.slice(0, -1), total > 0n), 4)
      : section(part, total > 0n);
    if (count === undefined || count === 0n || power >= lastMyriad) return undefined;
    total += count * 10n ** BigInt(power);
    lastMyriad = power;
    start = index + 1;
  }
  const rest = letters.slice(start);
  if (rest.length === 0) return total > 0n ? total : undefined;
  const last = section(rest, total > 0n);
  return last === undefined ? undefined : total + last;
}

function scaled(value: bigint | undefined, power: number): bigint | undefined {
  return value === undefined ? undefined : value * 10n ** BigInt(power);
}

/** Up to four digits. After a larger part, a bare digit needs a zero before it. */
function section(letters: readonly string[], follows: boolean): bigint | undefined {
  let value = 0n;
  let digit: bigint | undefined;
  let lastPower = 4;
  let zero = !follows;
  for (const [index, letter] of letters.entries()) {
    const power = UNITS.get(letter);
    const next = DIGITS.get(letter);
    if (power !== undefined) {
      // 十五: the one before ten may be left out, at the beginning only.
      const count = digit ?? (power === 1 && index === 0 ? 1n : undefined);
      if (count === undefined || count === 0n || power >= lastPower) return undefined;
      value += count * 10n ** BigInt(power);
      lastPower = power;
      digit = undefined;
      zero = power === 1;
    } else if (next === 0n) {
      if (digit !== undefined) return undefined;
      if (letters.length === 1) return follows ? undefined : 0n;
      zero = true;
    } else if (next !== undefined) {
      if (digit !== undefined) return undefined;
      digit = next;
    } else return undefined;
  }
  if (digit === undefined) return value === 0n && letters.length > 1 ? undefined : value;
  return zero ? value + digit : undefined;
}

/** Digits written one by one, as in years: `二〇二六` → `2026`; other letters stay. */
export function plainDigits(text: string): string {
  return Array.from(text, (letter) => DIGITS.get(letter)?.toString() ?? letter).join('');
}
