import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPackFolders, runTests } from '@qingdan/sdk';
import { beforeAll, describe, expect, it } from 'vitest';
import { ClauseCounter, lackingIn, type LeafCount } from './count.js';
import { EXEMPTIONS, isExempt } from './exemptions.js';

const at = (path: string): string => join(import.meta.dirname, '../../../..', path);

const PACKS = ['national', 'village', 'community', 'cooperative'];

describe('the tests of the shipped packs', () => {
  let counts: readonly LeafCount[] = [];
  let failures: readonly string[] = [];
  let total = 0;

  beforeAll(async () => {
    const { packs } = await loadPackFolders(PACKS.map((name) => at(`policies/${name}`)));
    const files = PACKS.map((name) => at(`policies/${name}/tests`))
      .filter((folder) => existsSync(folder))
      .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
      .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
    const counter = new ClauseCounter();
    const run = runTests(packs, files, (_test, explanation) => counter.add(explanation));
    counts = counter.counts();
    total = run.tests.length;
    failures = run.tests
      .filter(({ passed }) => !passed)
      .map(({ file, line, name }) => `${file}:${String(line)} ${name}`);
  }, 120_000);

  it('all pass', () => {
    expect(failures).toEqual([]);
  });

  it('let each leaf clause alone turn the verdict each way, and alone make it unknown', () => {
    const gaps = counts.flatMap((count) => lackingIn(count).map((way) => ({ count, way })));
    const lacking = gaps
      .filter(({ count, way }) => !EXEMPTIONS.some((each) => isExempt(count, way, each)))
      .map(({ count, way }) => `${count.item} ${count.leaf}: ${way}`);
    const items = new Set(counts.map(({ item }) => item)).size;
    console.info(
      `${String(items)} questions, ${String(counts.length)} leaf clauses, ${String(total)} tests; lacking a case: ${String(lacking.length)}`,
    );
    for (const { item, leaf, ways, reason } of EXEMPTIONS)
      console.info(`exempt: ${item} ${leaf ?? ''} (${ways.join(', ')}): ${reason}`);
    const unneeded = EXEMPTIONS.flatMap((each) =>
      each.ways
        .filter((way) => !gaps.some((gap) => gap.way === way && isExempt(gap.count, way, each)))
        .map((way) => `${each.item} ${each.leaf ?? ''}: ${way}`),
    );
    expect(unneeded).toEqual([]);
    expect(lacking).toEqual([]);
  });
});
