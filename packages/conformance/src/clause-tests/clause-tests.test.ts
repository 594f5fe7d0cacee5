import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPackFolders, runTests } from '@qingdan/sdk';
import { beforeAll, describe, expect, it } from 'vitest';
import { ClauseCounter, type LeafCount } from './count.js';

const root = join(import.meta.dirname, '../../../..');

describe('the tests of the shipped packs', () => {
  let counts: readonly LeafCount[] = [];
  let failures: readonly string[] = [];
  let total = 0;

  beforeAll(async () => {
    process.chdir(root);
    const { packs } = await loadPackFolders(['policies/national', 'policies/village']);
    const files = readdirSync('policies/village/tests').map((name) => {
      const file = join('policies/village/tests', name);
      return { file, text: readFileSync(file, 'utf8') };
    });
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
    const lacking = counts
      .filter(({ turnsOff, turnsOn, unknown }) => turnsOff === 0 || turnsOn === 0 || unknown === 0)
      .map(
        ({ item, leaf, turnsOff, turnsOn, unknown }) =>
          `${item} ${leaf}: off ${String(turnsOff)}, on ${String(turnsOn)}, unknown ${String(unknown)}`,
      );
    const items = new Set(counts.map(({ item }) => item)).size;
    console.info(
      `${String(items)} questions, ${String(counts.length)} leaf clauses, ${String(total)} tests; lacking a case: ${String(lacking.length)}`,
    );
    expect(lacking).toEqual([]);
  });
});
