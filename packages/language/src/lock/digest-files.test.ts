import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { digestFiles } from './digest-files.js';

const files = [
  { name: 'b.yaml', content: '村' },
  { name: 'a.yaml', content: 'x: 1\n' },
];

describe('the digest of a pack', () => {
  test('is the SHA-256 of names and contents in order of names, each after its length', () => {
    const expected = createHash('sha256').update('6:a.yaml5:x: 1\n6:b.yaml3:村').digest('hex');
    expect(digestFiles(files)).toBe(`sha256:${expected}`);
  });

  test('does not depend on the order in which files were found', () => {
    expect(digestFiles([...files].reverse())).toBe(digestFiles(files));
  });

  test('is the same for a text and for its bytes', () => {
    const bytes = files.map(({ name, content }) => ({
      name,
      content: new TextEncoder().encode(content),
    }));
    expect(digestFiles(bytes)).toBe(digestFiles(files));
  });

  test.each([
    { what: 'a file has another content', changed: [{ ...files[0]!, content: '镇' }, files[1]!] },
    { what: 'a file has another name', changed: [{ ...files[0]!, name: 'c.yaml' }, files[1]!] },
    { what: 'a file is missing', changed: [files[0]!] },
    {
      what: 'the end of a name moves into the content',
      changed: [{ name: 'b.yam', content: 'l村' }, files[1]!],
    },
  ])('is another one where $what', ({ changed }) => {
    expect(digestFiles(changed)).not.toBe(digestFiles(files));
  });
});
