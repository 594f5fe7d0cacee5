import { describe, expect, it } from 'vitest';
import { TableText } from './table-text.js';

const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];
/** 号,额 and 甲,5 */
const GBK = [0xba, 0xc5, 0x2c, 0xb6, 0xee, 0x0a, 0xbc, 0xd7, 0x2c, 0x35, 0x0a];

/** The text of a table whose bytes arrive so many at a time. */
function read(bytes: readonly number[], size: number) {
  const text = new TableText();
  let read = '';
  for (let start = 0; start < bytes.length; start += size) {
    read += text.push(Uint8Array.from(bytes.slice(start, start + size)));
  }
  return { text: read + text.end(), fault: text.fault };
}

describe.each([1000, 4099, 1_000_000])('a table in pieces of %i bytes', (size) => {
  const ascii = utf8('a,b\n'.repeat(5000));
  it.each<[string, number[], string]>([
    ['UTF-8', utf8('号,额\n'), '号,额\n'],
    ['UTF-8 with a mark', utf8('\ufeff号,额\n'), '号,额\n'],
    ['GB18030', GBK, '号,额\n甲,5\n'],
    ['letters that come late', [...ascii, ...GBK], `${'a,b\n'.repeat(5000)}号,额\n甲,5\n`],
    ['line ends of every make', utf8('a\r\nb\rc\n'), 'a\nb\nc\n'],
  ])('is read as %s', (_what, bytes, text) => {
    expect(read(bytes, size)).toEqual({ text, fault: undefined });
  });

  it.each<[string, number[], string, string]>([
    [
      'cut off within a letter',
      [...utf8('号,额\n甲,5\n'), 0xe4, 0xb9],
      '号,额\n甲,5\n',
      'undecodable',
    ],
    ['with a row in GB18030 cut off', [...GBK, 0xd2], '号,额\n甲,5\n', 'undecodable'],
    [
      'with a broken byte',
      [...utf8('号,额\n甲,5\n'), 0xff, 0x0a, 0x61],
      '号,额\n甲,5\n',
      'undecodable',
    ],
    ['with a broken byte late', [...ascii, 0xff, 0x0a], 'a,b\n'.repeat(5000), 'undecodable'],
    ['with zero bytes', [...utf8('号,额\n'), 0, 0x0a, 0x61], '号,额\n', 'binary'],
  ])('%s is read up to the row at fault', (_what, bytes, text, fault) => {
    expect(read(bytes, size)).toEqual({ text, fault });
  });
});
