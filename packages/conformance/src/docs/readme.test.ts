import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createChecker, loadPackFolders } from '@qingdan/sdk';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';

const root = join(import.meta.dirname, '../../../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

const blocksIn = (file: string, language: string): readonly string[] =>
  [...read(file).matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map(
    ([, block]) => block ?? '',
  );

const withoutComments = (text: string): string =>
  text
    .replace(/\s+(#|\/\/) .*$/gm, '')
    .replaceAll(/lang: '\w+'/g, '')
    .replaceAll(/ --lang \w+/g, '')
    .replace(/<[^>]*>/, '');

describe.each(['README.md', 'README.zh-CN.md'])('%s', (file) => {
  it('shows a rule as it is shipped', () => {
    const [block] = blocksIn(file, 'yaml');
    const shown = parse(block ?? '') as Record<string, unknown>;
    const shipped = parseAllDocuments(read('policies/village/prohibitions/seal.yaml'))
      .map((document) => document.toJS() as Record<string, unknown>)
      .find(({ id }) => id === shown.id);
    expect(shipped).toMatchObject(shown);
  });

  it('links only to what is there', () => {
    const links = [...read(file).matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map(
      ([, link]) => link ?? '',
    );
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((link) => !existsSync(join(root, link)))).toEqual([]);
  });
});

describe('the two READMEs', () => {
  it.each(['sh', 'yaml', 'ts'])('have the same %s blocks, comments apart', (language) => {
    const en = blocksIn('README.md', language).map(withoutComments);
    expect(blocksIn('README.zh-CN.md', language).map(withoutComments)).toEqual(en);
    expect(en.length).toBeGreaterThan(0);
  });

  it('show a program that runs', async () => {
    const folders = [join(root, 'policies/national'), join(root, 'policies/village')];
    const { packs } = await loadPackFolders(folders);
    const checker = createChecker(packs, { lang: 'en', clock: '2026-03-01' });
    const record = { kind: 'seal-use', id: 'S-1', organisation: 'V1', usedOn: '2026-02-03' };
    expect(checker.check(record).summary).toMatchObject({ records: 1 });
    expect(checker.requirements(record).items.length).toBeGreaterThan(0);
  }, 60_000);
});
