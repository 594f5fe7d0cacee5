import { type CaseEvent, Period, type ProcedureRule, type RecordNode } from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import {
  fact,
  is,
  KINSHIP,
  literal,
  OFFICER,
  on,
  recordOf,
  say,
  SPAN,
  worldOf,
} from '../testing/build.js';
import type { Cases, World } from '../world/world.js';
import { by, CASE, checkerOf, event, logOf, procedureOf, stepOf } from './testing.js';

const STEPS = ['a', 'b'].map((id) => stepOf(id));
const named = (person: string, role?: string): Partial<CaseEvent> => ({
  by: { person, role, present: undefined, recused: undefined, byName: true },
});
const apart = (relation: 'different' | 'unrelated'): ProcedureRule => ({
  kind: 'apart',
  step: 'b',
  relation,
  steps: ['a'],
});
const role: ProcedureRule = { kind: 'role', step: 'b', roles: ['director'], count: 1, not: [] };
const never: ProcedureRule = { kind: 'existence', step: 'a', least: 0, most: 0 };
const relations = {
  record: 'kinship',
  relations: new Map([['spouse', { label: say('spouse'), inverse: 'spouse' }]]),
  sets: new Map([['near-relatives', { label: say('near'), includes: ['spouse'] }]]),
  span: SPAN,
};
const roles = new Map(
  ['director', 'clerk'].map((id) => [id, { id, title: say(id), span: SPAN, body: 'c' }]),
);

function found(
  rule: ProcedureRule,
  events: readonly CaseEvent[],
  records: readonly RecordNode[] = [],
): readonly (readonly unknown[])[] {
  const checker = checkerOf(procedureOf(STEPS, rule), { relations, roles });
  const result = checker.check(logOf(events), worldOf(records, [KINSHIP, OFFICER]), on(3, 1));
  return [
    ...(result?.findings ?? []).map(({ deviation, doubts, nature }) => [
      deviation.code,
      deviation.verdict,
      nature,
      ...doubts,
    ]),
    [result?.outcome],
  ];
}

const a = (who: Partial<CaseEvent>) => event('a', on(1, 5), who);
const b = (who: Partial<CaseEvent>, more: Partial<CaseEvent> = {}) =>
  event('b', on(1, 6), { ...who, ...more });
const SURE = ['violation'];
const DOUBTED = ['suspicion', 'by-name'];

describe('what rests on a person found by name', () => {
  it.each<[string, ProcedureRule, CaseEvent[], string, readonly string[]]>([
    ['of two ids the same', apart('different'), [a(by('P1')), b(by('P1'))], 'SOD', SURE],
    ['of one found by name', apart('different'), [a(by('P1')), b(named('P1'))], 'SOD', DOUBTED],
    [
      'of the other found by name',
      apart('different'),
      [a(named('P1')), b(by('P1'))],
      'SOD',
      DOUBTED,
    ],
    [
      'of another beside one found by name',
      apart('different'),
      [
        a(by('P2')),
        b(named('P1'), {
          participants: [{ person: 'P2', role: undefined, present: true, recused: undefined }],
        }),
      ],
      'SOD',
      SURE,
    ],
    [
      'of the end of what was begun by one found by name',
      apart('different'),
      [
        a(by('P1')),
        b(named('P1'), { kind: 'start' }),
        event('b', on(1, 8), { kind: 'complete', ...by('P1') }),
      ],
      'SOD',
      SURE,
    ],
    [
      'who did it as what they may not, whoever it was',
      role,
      [b(named('P1', 'clerk'))],
      'ROLE',
      SURE,
    ],
    ['who may do it, known', role, [b(by('P1', 'clerk'))], 'ROLE', SURE],
    ['that it was done at all', never, [a(named('P1'))], 'DUPLICATE', SURE],
  ])('is a suspicion, and nothing else: %s', (_, rule, events, code, [nature, ...doubts]) => {
    expect(found(rule, events)).toEqual([[code, 'violated', nature, ...doubts], [nature]]);
  });

  it('is one where the roster or the register of kin found them so', () => {
    const term = new Period(on(1, 1), on(12, 31));
    const officer = (byName: string[]) =>
      recordOf(OFFICER, 'O1', { person: 'P1', post: 'clerk', term }, { byName });
    const director = recordOf(OFFICER, 'O2', { person: 'P9', post: 'director', term });
    expect(found(role, [b(by('P1', 'clerk'))], [officer([])])).toEqual([
      ['ROLE', 'violated', 'violation'],
      ['violation'],
    ]);
    expect(found(role, [b(named('P1'))], [officer([]), director])[0]).toEqual([
      'ROLE',
      'violated',
      ...DOUBTED,
    ]);
    const kin = (byName: string[], source: string) =>
      recordOf(KINSHIP, 'K1', { a: 'P1', b: 'P2', relation: 'spouse', source }, { byName });
    const pair = [a(by('P1')), b(by('P2'))];
    const of = (...record: Parameters<typeof kin>) =>
      found(apart('unrelated'), pair, [kin(...record)]);
    expect(of([], 'register')[0]).toEqual(['SOD', 'violated', ...SURE]);
    expect(of(['b'], 'register')[0]).toEqual(['SOD', 'violated', ...DOUBTED]);
    expect(of([], 'inferred')[0]).toEqual(['SOD', 'violated', 'suspicion', 'inferred-kin']);
    expect(of(['a'], 'inferred')[0]).toEqual([
      'SOD',
      'violated',
      'suspicion',
      'by-name',
      'inferred-kin',
    ]);
  });

  it('leaves a step in doubt that rests on that case', () => {
    const other = checkerOf(procedureOf(STEPS, apart('different')));
    const via: ProcedureRule = { kind: 'via', step: 'b', procedure: 'village.other' };
    const outcome = (who: Partial<CaseEvent>): readonly (readonly unknown[])[] => {
      const log = logOf([a(by('P1')), b(who)], { closed: true, id: 'X' });
      const result = other.check(log, worldOf([], [KINSHIP]), on(3, 1));
      const cases: Cases = { find: () => result };
      const world: World = { ...worldOf([], [KINSHIP]), cases };
      const mine = logOf([event('b', on(2, 6), { via: 'X' })]);
      return (
        checkerOf(procedureOf(STEPS, via))
          .check(mine, world, on(3, 1))
          ?.findings.map(({ deviation, nature, doubts }) => [deviation.code, nature, ...doubts]) ??
        []
      );
    };
    expect(outcome(by('P1'))).toEqual([['FORBIDDEN', ...SURE]]);
    expect(outcome(named('P1'))).toEqual([['FORBIDDEN', ...DOUBTED]]);
    expect(outcome(by('P2'))).toEqual([]);
  });

  it('is one where it is a field of the case', () => {
    const limit: ProcedureRule = {
      kind: 'limit',
      step: 'a',
      condition: is(fact('payee', CASE), 'notEqual', literal('P1')),
    };
    const said = (payee: unknown) => found(limit, [event('a', on(1, 5), { data: { payee } })])[0];
    expect(said('P1')).toEqual(['LIMIT', 'violated', ...SURE]);
    expect(said({ id: 'P1', by: 'name' })).toEqual(['LIMIT', 'violated', ...DOUBTED]);
  });

  it('is found in a case of thousands of events, each of them wrong', () => {
    const many = Array.from({ length: 4000 }, () => b(named('P1')));
    const [first, ...more] = found(apart('different'), [a(by('P1')), ...many]);
    expect([first, more.length]).toEqual([['SOD', 'violated', ...DOUBTED], many.length]);
  });
});
