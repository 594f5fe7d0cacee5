import { hasErrors, renderDiagnostic } from '@qingdan/core';
import { formatPolicy } from '@qingdan/language';
import { describe, expect, it } from 'vitest';
import { Rng } from '../random/rng.js';
import { runSize } from '../random/run-size.js';
import { fireThere, importTrial, judgeHere, type PlainRules } from './both-ways.js';
import { CORPUS } from './corpus.js';
import { makeRule } from './random-rules.js';
import { type Facts, makeTrial, makeTrials } from './trial-records.js';

describe('imported rules', { timeout: 0 }, () => {
  const { policy, diagnostics, text } = importTrial(CORPUS);

  it('are violated exactly where they fire in json-rules-engine, on records whose facts are all there', async () => {
    expect(diagnostics.filter((item) => hasErrors([item]))).toEqual([]);
    const items = new Map(policy!.items.flat().map(({ id, title }) => [title.en, id]));
    expect(items.size).toBe(CORPUS.rules.length);
    const fired = new Map<string, number>();
    for (const facts of makeTrials(400)) {
      const there = await fireThere(CORPUS, facts);
      const here = judgeHere(policy!, facts);
      for (const { name = '' } of CORPUS.rules) {
        const verdict = here.get(items.get(name)!);
        const context = `${name} of ${JSON.stringify(facts)}`;
        expect([context, verdict]).toEqual([context, there.has(name) ? 'violated' : 'satisfied']);
        if (there.has(name)) fired.set(name, (fired.get(name) ?? 0) + 1);
      }
    }
    // Each fires sometimes and not always, so that the agreement says something.
    const dull = CORPUS.rules
      .map(({ name = '' }) => name)
      .filter((name) => [0, undefined, 400].includes(fired.get(name)));
    expect(dull).toEqual([]);
  });

  it('are written as the formatter lays them out', () => {
    expect(formatPolicy(text).value).toBe(text);
  });

  it('are suspicions, for no law is known; their events are kept as texts', () => {
    for (const item of policy!.items.flat()) {
      expect(item).toMatchObject({ nature: 'suspicion', basis: [{ confidence: 'recalled' }] });
      expect(item.note?.en).toContain(`params: {"message":"${item.title.en}"}`);
    }
  });

  it('lose their order with a note', () => {
    const notes = diagnostics.map((item) => renderDiagnostic(item, 'en').message);
    expect(notes).toContain(
      '`priority` of the rule `equal an option` was left out: items have no order among them'.replace(
        'equal an option',
        CORPUS.rules[4]!.name!,
      ),
    );
    expect(notes.some((note) => note.startsWith('`name` of the rule `names of clauses`'))).toBe(
      true,
    );
  });

  const { seed, pairs } = runSize();
  const batches = Math.max(3, Math.ceil(pairs / 10_000));
  it(`agree with json-rules-engine at random (seed ${String(seed)})`, async () => {
    let [imported, fired, quiet, refused] = [0, 0, 0, 0];
    for (let batch = 0; batch < batches; batch += 1) {
      const rng = new Rng(seed, 3_000_000 + batch);
      const rules: PlainRules = {
        rules: Array.from({ length: 150 }, (_, index) => ({
          name: `r${String(index)}`,
          conditions: makeRule(rng),
          event: { type: 'random' },
        })),
      };
      const read = importTrial(rules);
      refused += read.diagnostics.filter((item) => hasErrors([item])).length;
      const records: Facts[] = Array.from({ length: 25 }, () => makeTrial(rng));
      for (const facts of records) {
        const here = judgeHere(read.policy!, facts);
        const kept = rules.rules.filter(({ name = '' }) => here.has(`mine.${name}`));
        imported += kept.length;
        const there = await fireThere({ rules: kept }, facts);
        for (const rule of kept) {
          const fires = there.has(String(rule.name));
          const context = `${JSON.stringify(rule.conditions)} of ${JSON.stringify(facts)}`;
          const verdict = here.get(`mine.${String(rule.name)}`);
          if (verdict !== (fires ? 'violated' : 'satisfied'))
            expect.fail(`${String(verdict)} here, ${String(fires)} there: ${context}`);
          if (fires) fired += 1;
          else quiet += 1;
        }
      }
    }
    console.log(
      `QINGDAN_SEED=${String(seed)} verdicts ${String(imported)}, fired ${String(fired)}, quiet ${String(quiet)}, rules refused ${String(refused)} of ${String(batches * 150)}`,
    );
    expect(Math.min(fired, quiet)).toBeGreaterThan(batches * 300);
  });
});
