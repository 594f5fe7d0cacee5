import { describe, expect, it } from 'vitest';
import { matchTitle } from './match-steps.js';
import { byLikelihood, matchSteps, recogniseProcedure } from './read-steps.js';

const step = (id: string, zh: string, en = id) => ({ id, title: { zh, en } });
const STEPS = [
  step('plan', '编制方案和预算', 'plan'),
  step('vote', '成员大会决议'),
  step('vote-posting', '决议公示'),
  step('direct', '不招标的选定承包人'),
  step('pay', '支付工程款'),
  step('result-posting', '结果公示'),
];

describe('what a table calls a step', () => {
  it.each([
    ['its title', '成员大会决议', 'same', 'vote'],
    ['its title, spaced and in full width', '成员 大会决议', 'same', 'vote'],
    ['its title in English', 'PLAN', 'same', 'plan'],
    ['its id', 'result-posting', 'same', 'result-posting'],
    ['letters of its title, in their order', '编方案', 'short', 'plan'],
    ['another word of its letters', '付款', 'short', 'pay'],
  ])('may be %s', (_, word, kind, id) => {
    expect(matchTitle(word, STEPS)).toEqual({ kind, id });
  });

  it.each([
    ['shorter words of two titles', '公示', ['vote-posting', 'result-posting']],
    ['a title turned around', '招标选定承包人', ['direct']],
    ['more than a title says', '决议公示期满', ['vote-posting', 'result-posting']],
    ['one letter', '付', []],
    ['nothing like it', '植树', []],
  ])('is not guessed from %s, and the nearest are named', (_, word, nearest) => {
    const match = matchTitle(word, STEPS);
    expect(match.kind).toBe('none');
    expect(match.kind === 'none' && match.nearest.map(({ id }) => id)).toEqual(nearest);
  });

  it('is not guessed from a title that two steps have', () => {
    const steps = [step('a', '公示'), step('b', '公示')];
    expect(matchTitle('公示', steps)).toMatchObject({ kind: 'none', nearest: steps });
  });

  it.each([
    ['the title of the same step', ['编方案', '编制方案和预算'], ['none', 'same']],
    ['other short words for it', ['编方案', '编预算'], ['none', 'none']],
    ['nothing else of it', ['编方案', '成员大会决议'], ['short', 'same']],
  ])(
    'is understood from short words beside %s: only where no other name means it',
    (_, names, kinds) => {
      expect([...matchSteps(names, STEPS).values()].map(({ kind }) => kind)).toEqual(kinds);
    },
  );
});

describe('the procedure of a table', () => {
  const named = (id: string, steps: readonly ReturnType<typeof step>[]) => ({
    id,
    title: { zh: id, en: id },
    steps,
    evidence: new Map(),
    units: new Map(),
  });
  const works = named('works', STEPS);
  const twin = named('twin', STEPS.slice(0, 3));
  const other = named('other', [step('apply', '申请'), step('check', '核实')]);

  it.each([
    ['the one that has its steps', ['编方案', '成员大会决议', '付款'], 'works'],
    ['the one that has most of them', ['编制方案和预算', '成员大会决议', '结果公示'], 'works'],
    ['none where two have as many', ['编制方案和预算', '成员大会决议'], undefined],
    ['none where half of the names are of no step', ['申请', '核实', '甲', '乙', '丙'], undefined],
    ['none by a single name', ['申请'], undefined],
  ])('is %s', (_, names, id) => {
    expect(recogniseProcedure(new Set(names), [works, twin, other])?.id).toBe(id);
  });

  it('is likely the one of whose steps most are named', () => {
    const names = new Set(['编方案', '成员大会决议', '核实', '甲']);
    const likely = byLikelihood(names, [other, twin, works]);
    expect(likely.map(({ id, matched }) => [id, matched])).toEqual([
      ['twin', 2],
      ['works', 2],
      ['other', 1],
    ]);
  });

  it.each([
    [[works, twin], 'twin'],
    [[twin, works], 'twin'],
    [[works, twin, named('third', STEPS)], 'twin'],
    [[twin, works, named('twin-too', STEPS.slice(0, 3))], undefined],
  ])('is, of those alike, the usual one: %#', (known, id) => {
    const isUsual = (name: string): boolean => name.startsWith('twin');
    const names = new Set(['编制方案和预算', '成员大会决议']);
    expect(recogniseProcedure(names, known, isUsual)?.id).toBe(id);
  });
});
