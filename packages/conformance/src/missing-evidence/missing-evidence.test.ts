import { readFileSync } from 'node:fs';
import { Engine } from 'json-rules-engine';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { EVALUATORS } from '../evaluators/evaluators.js';
import { askAll, type Line, PEERS } from './ask-all.js';
import { qingdanBy } from './ask-qingdan.js';
import { missingEvidencePage, PAGE } from './page.js';
import { COMPLETE, QUESTIONS, ruleOf } from './question.js';

const SLOW = 60_000;

describe('with the evidence in place', () => {
  const asked = QUESTIONS.filter(({ fact }) => fact !== undefined);

  test.each(asked)('all engines agree on $name', { timeout: SLOW }, async (question) => {
    for (const { name, ask } of PEERS)
      expect(await ask(ruleOf(question), COMPLETE), name).toBe(question.idle ?? 'violation');
  });

  test.each(asked.filter(({ contrary }) => contrary !== undefined))(
    'all engines agree that it is no violation, on $name',
    { timeout: SLOW },
    async (question) => {
      const facts = { ...COMPLETE, [question.fact as string]: question.contrary };
      for (const { name, ask } of PEERS)
        expect(await ask(ruleOf(question), facts), name).toBe('no violation');
    },
  );
});

describe.each(EVALUATORS)('Qingdan, by the evaluator $name', (evaluator) => {
  let lines: Line[];
  beforeAll(async () => {
    lines = await askAll([qingdanBy(evaluator)]);
  }, SLOW);

  it('neither clears nor accuses where evidence that matters is missing', () => {
    const decided = lines.filter(
      ({ missing, answers }) => missing && answers[0] !== 'undetermined',
    );
    expect(lines.some(({ missing }) => missing)).toBe(true);
    expect(decided).toEqual([]);
  });

  it('decides where the missing evidence does not matter', () => {
    for (const { question, missing, answers } of lines) {
      if (missing || question.fact === undefined) continue;
      expect(answers[0], question.name).toBe(
        question.idle ?? (question.name === 'contains' ? 'no violation' : 'violation'),
      );
    }
  });

  it('does not load an empty any', () => {
    expect(lines.at(-1)?.answers).toEqual(['refused']);
  });
});

it('json-rules-engine takes a path that leads nowhere for a value, without the lenient option', async () => {
  const payee = { fact: 'payment', path: '$.payee', value: 'company' };
  const answer = async (operator: string): Promise<boolean> => {
    const conditions = { all: [{ ...payee, operator }] };
    const engine = new Engine([{ conditions, event: { type: 'violation' } }]);
    return (await engine.run({ payment: {} })).events.length > 0;
  };
  expect([await answer('equal'), await answer('notEqual')]).toEqual([false, true]);
});

it('docs/missing-evidence.md is what the engines say today', { timeout: SLOW }, async () => {
  expect(readFileSync(PAGE, 'utf8')).toBe(await missingEvidencePage());
});
