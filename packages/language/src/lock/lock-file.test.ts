import { codeOf, SourceText } from '@qingdan/core';
import { describe, expect, test } from 'vitest';
import { parseLockFile, renderLockFile } from './lock-file.js';

const packs = [
  { name: 'national', version: '0.1.0', digest: `sha256:${'0'.repeat(64)}` },
  { name: 'village', version: '1.2.0', digest: `sha256:${'a'.repeat(64)}` },
];

function parse(text: string) {
  const { value, diagnostics } = parseLockFile(new SourceText('qingdan.lock.yaml', text));
  return {
    packs: value.map(({ name, version, digest }) => ({ name, version, digest })),
    names: diagnostics.map((item) => item.name),
    codes: diagnostics.map(codeOf),
  };
}

describe('a lock file', () => {
  test.each([[packs], [[]]])('is read as it was written', (written) => {
    expect(parse(renderLockFile(written))).toEqual({ packs: written, names: [], codes: [] });
  });

  test.each([
    {
      what: 'a digest that is none',
      text: 'packs: [{ name: a, version: 1.0.0, digest: md5:1 }]',
      name: 'bad-value',
    },
    {
      what: 'an entry without a version',
      text: `packs: [{ name: a, digest: sha256:${'0'.repeat(64)} }]`,
      name: 'missing-key',
    },
    { what: 'an unknown key', text: 'packs: []\npins: []', name: 'unknown-key' },
    { what: 'broken YAML', text: 'packs: [', name: 'yaml-syntax' },
  ])('with $what is reported', ({ text, name }) => {
    expect(parse(text).names).toContain(name);
  });
});
