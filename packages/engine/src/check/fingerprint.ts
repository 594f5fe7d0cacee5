/** FNV-1a has 64 bits; in four limbs of 16 each every product is exact, and far quicker than a BigInt. */
const OFFSET = [0x2325, 0x8422, 0x9ce4, 0xcbf2] as const;
/** The prime is 2^40 + this. */
const LOW_PRIME = 0x1b3;

/** 16 hexadecimal digits of FNV-1a over the parts: the same in every run, not meant to be secret. */
export function fingerprint(...parts: readonly string[]): string {
  let [a, b, c, d]: [number, number, number, number] = [...OFFSET];
  for (const byte of utf8(parts.join('\u0000'))) {
    a ^= byte;
    // Times 2^40 is two limbs and 8 bits further up.
    const low = a * LOW_PRIME;
    const second = b * LOW_PRIME + (low >>> 16);
    const third = c * LOW_PRIME + a * 0x100 + (second >>> 16);
    const fourth = d * LOW_PRIME + b * 0x100 + (third >>> 16);
    a = low & 0xffff;
    b = second & 0xffff;
    c = third & 0xffff;
    d = fourth & 0xffff;
  }
  return [d, c, b, a].map((limb) => limb.toString(16).padStart(4, '0')).join('');
}

function utf8(text: string): readonly number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000)
      bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else
      bytes.push(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 63),
        0x80 | ((code >> 6) & 63),
        0x80 | (code & 63),
      );
  }
  return bytes;
}
