import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPackFolders, runTests } from '@qingdan/sdk';
import { beforeAll, describe, expect, it } from 'vitest';

const at = (path: string): string => join(import.meta.dirname, '../../../..', path);

const PACKS = ['national', 'village', 'community', 'cooperative'];

/** How a requirement shows that it is not idle. */
const WAYS = ['broken', 'kept'] as const;
type Way = (typeof WAYS)[number];

describe('the tests of the shipped procedures', () => {
  const seen = new Map<string, Set<Way>>();
  let tested: ReadonlySet<string> = new Set();
  let shipped: readonly string[] = [];

  beforeAll(async () => {
    const { packs } = await loadPackFolders(PACKS.map((name) => at(`policies/${name}`)));
    const files = PACKS.map((name) => at(`policies/${name}/tests`))
      .filter((folder) => existsSync(folder))
      .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
      .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
      .filter(({ text }) => text.includes('\nprocedure:'));
    const ids = new Set<string>();
    shipped = [...packs.library.procedures.keys()];
    runTests(packs, files, undefined, (_test, { procedure, states }) => {
      ids.add(procedure.id);
      for (const { constraint, verdict, deviations } of states) {
        const name = `${procedure.id} ${constraint.id}`;
        const ways = seen.get(name) ?? new Set();
        seen.set(name, ways);
        if (deviations.some((each) => each.verdict === 'violated')) ways.add('broken');
        if (verdict === 'permanentlySatisfied' || verdict === 'temporarilySatisfied')
          ways.add('kept');
      }
    });
    tested = ids;
  }, 120_000);

  it('reach every procedure', () => {
    expect(shipped.filter((id) => !tested.has(id))).toEqual([]);
  });

  it('break every requirement in one case and keep it in another', () => {
    const lacking = [...seen].flatMap(([name, ways]) =>
      WAYS.filter((way) => !ways.has(way)).map((way) => `${name}: never ${way}`),
    );
    console.info(`${String(tested.size)} procedures, ${String(seen.size)} requirements`);
    expect(lacking).toEqual([]);
  });
});
