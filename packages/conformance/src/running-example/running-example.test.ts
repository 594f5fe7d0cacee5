import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CaseResult, hasErrors, renderDiagnostic } from '@qingdan/core';
import { readCases } from '@qingdan/input/cases';
import { bindPacks, readPack } from '@qingdan/language';
import { createChecker, Packs } from '@qingdan/sdk';
import { describe, expect, it } from 'vitest';
import { movesOf, textOf, type Moves } from './moves.js';

const shared = process.env.QINGDAN_SHARED ?? join(import.meta.dirname, '../../../../../shared');
const folder = join(shared, 'fixtures/event-logs');
const PROCEDURE = 'example.request';

describe('the example of the process miners, as a procedure', () => {
  const file = join(import.meta.dirname, 'procedure.yaml');
  const manifest = 'name: example\nversion: 0.1.0\ntitle: { zh: 包, en: pack }\njurisdiction: CN\n';
  const pack = readPack([
    { file: 'example/qingdan.yaml', text: manifest },
    { file: 'example/procedure.yaml', text: readFileSync(file, 'utf8') },
  ]);
  const bound = bindPacks([pack.value]);
  const packs = new Packs(bound.value);
  const checker = createChecker(packs, { lang: 'en', clock: '2011-03-01' });
  const steps = packs.library.procedures.get(PROCEDURE)?.flatMap((each) => each.steps) ?? [];

  it('is one of which lint finds nothing', () => {
    const found = [...pack.diagnostics, ...bound.diagnostics, ...packs.check()];
    expect(found.map((item) => renderDiagnostic(item, 'en').message)).toEqual([]);
  });

  async function check(name: string): Promise<ReadonlyMap<string, CaseResult>> {
    const results = new Map<string, CaseResult>();
    const chunks = [readFileSync(join(folder, name))];
    const { diagnostics } = await readCases(
      { file: name, chunks },
      { steps, procedure: PROCEDURE },
      (log) => {
        const result = checker.checkCase(log);
        if (result !== undefined) results.set(log.id, result);
      },
    );
    expect(diagnostics.filter((item) => hasErrors([item])).map((item) => item.name)).toEqual([]);
    return results;
  }

  // Public material that stands beside the checkout where there is any.
  describe.skipIf(!existsSync(folder))('and its public logs', () => {
    it.each(['running-example.xes', 'running_example.csv'])('%s is clean', async (name) => {
      const results = await check(name);
      expect(results.size).toBe(6);
      const found = [...results.values()].flatMap((each) => each.findings.map(textOf));
      expect(found).toEqual([]);
    });

    it('misses and has too much just what the published alignments say', async () => {
      const results = await check('running_example_broken.csv');
      const text = readFileSync(join(folder, 'expected-alignments.json'), 'utf8');
      const { cases } = JSON.parse(text) as { cases: Readonly<Record<string, Moves>> };
      const told = [...results].map(([id, result]) => [id, movesOf(result)] as const);
      expect(Object.fromEntries(told)).toEqual(
        Object.fromEntries(
          Object.entries(cases).map(([id, { missing, unexpected }]) => [
            id,
            { missing: [...missing].sort(), unexpected: [...unexpected].sort() },
          ]),
        ),
      );
    });
  });
});
