import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BASE, libraryOf, pack, prohibition, said } from '../testing/library-of.js';
import { checkLibrary } from './check-library.js';

const folder = new URL('.', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8');
const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
const checks = files.filter(
  (file) =>
    !file.endsWith('.test.ts') &&
    file !== 'check-library.ts' &&
    /^export function check\w+\(library: Library\): Diagnostic\[\]/m.test(read(file)),
);

describe('every check', () => {
  test.each(checks)('%s is run, and has examples of its own', (file) => {
    const [, name = ''] = /^export function (check\w+)/m.exec(read(file)) ?? [];
    expect(read('check-library.ts')).toMatch(new RegExp(`^ {2}${name},$`, 'm'));
    expect(files).toContain(file.replace('.ts', '.test.ts'));
  });
});

describe('checking a library', () => {
  test('finds nothing in a sound one', () => {
    expect(checkLibrary(libraryOf(pack('national', BASE + prohibition('national.a'))))).toEqual([]);
  });

  test('tells everything, in order of place', () => {
    const text =
      prohibition('national.a', 'basis: []') +
      prohibition('national.b', 'basis: [{ instrument: LAW, article: "99", confidence: cited }]');
    expect(said(checkLibrary(libraryOf(pack('national', BASE + text))), 'id')).toEqual([
      'no-basis national.a',
      'weak-basis national.b',
      'no-such-article ',
    ]);
  });
});
