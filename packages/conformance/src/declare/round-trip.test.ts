import { type CaseLog, printDate, renderDiagnostic } from '@qingdan/core';
import { importDeclare, procedureDocuments } from '@qingdan/engine';
import { readCases } from '@qingdan/input/cases';
import { bindPacks, formatPolicy, readPack, renderPolicy } from '@qingdan/language';
import { caseJson, type TemplateJson } from '@qingdan/report';
import { createChecker, Packs } from '@qingdan/sdk';
import { describe, expect, it } from 'vitest';
import { Rng } from '../random/rng.js';
import { naively, type NaiveConstraint, type NaiveEvent } from './naive.js';

/** Templates of which one side activates: activation and target in the order in which a model names them. */
const ONE_SIDED: readonly (readonly [name: string, template: string, first: 'own' | 'target'])[] = [
  ['Responded Existence', 'respondedExistence', 'own'],
  ['Response', 'response', 'own'],
  ['Alternate Response', 'alternateResponse', 'own'],
  ['Chain Response', 'chainResponse', 'own'],
  ['Precedence', 'precedence', 'target'],
  ['Alternate Precedence', 'alternatePrecedence', 'target'],
  ['Chain Precedence', 'chainPrecedence', 'target'],
  ['Not Response', 'notResponse', 'own'],
  ['Not Chain Response', 'notChainResponse', 'own'],
  ['Not Precedence', 'notPrecedence', 'target'],
  ['Not Chain Precedence', 'notChainPrecedence', 'target'],
];
/** Templates that both sides activate, as the two that they are the conjunction of. */
const TWO_SIDED: readonly (readonly [name: string, ahead: string, behind: string])[] = [
  ['Co-Existence', 'coExistence', 'coExistence'],
  ['Succession', 'response', 'precedence'],
  ['Alternate Succession', 'alternateResponse', 'alternatePrecedence'],
  ['Chain Succession', 'chainResponse', 'chainPrecedence'],
  ['Not Co-Existence', 'notCoExistence', 'notCoExistence'],
  ['Not Succession', 'notResponse', 'notPrecedence'],
  ['Not Chain Succession', 'notChainResponse', 'notChainPrecedence'],
];
const ONE_STEP = ['Existence2', 'Absence2', 'Exactly1', 'Init', 'End'];

const HEAD = `activity Ask
activity Give leave
activity Other
bind Ask: case:amount, org:resource
bind Give leave: case:amount, org:resource
bind Other: case:amount, org:resource
case:amount: integer between 0 and 9
org:resource: P1, P2
`;
/** Each template plain, with conditions, and with conditions and time; then those that have no activations. */
const VARIANTS = [
  '| | |',
  '|A.case:amount > 2 |different org:resource |',
  '|A.case:amount > 2 |T.case:amount >= A.case:amount |1,3,d',
];
const MODEL = [
  ...ONE_SIDED.flatMap(([name]) => VARIANTS.map((more) => `${name}[Ask, Give leave] ${more}`)),
  ...TWO_SIDED.flatMap(([name]) =>
    ['| | |', '| | |0,2,d'].map((more) => `${name}[Ask, Give leave] ${more}`),
  ),
  ...ONE_STEP.map((name) => `${name}[Ask] |A.case:amount > 2 |`),
  'Choice[Ask, Give leave] | | |',
  'Exclusive Choice[Ask, Give leave] | | |',
];

const isAsk = ({ step }: NaiveEvent): boolean => step === 'Ask';
const isLeave = ({ step }: NaiveEvent): boolean => step === 'Give leave';
const always = (): boolean => true;

/** What each line of the model that has activations means, one or two searches each. */
const NAIVE: readonly (readonly NaiveConstraint[])[] = [
  ...ONE_SIDED.flatMap(([, template, first]) => {
    const [step, other] = first === 'own' ? [isAsk, isLeave] : [isLeave, isAsk];
    const large = (event: NaiveEvent): boolean => step(event) && event.amount > 2;
    return [
      [{ template, own: step, target: other, together: always, days: undefined }],
      [
        {
          template,
          own: large,
          target: other,
          together: (a: NaiveEvent, b: NaiveEvent) => a.by !== b.by,
          days: undefined,
        },
      ],
      [
        {
          template,
          own: large,
          target: other,
          together: (a: NaiveEvent, b: NaiveEvent) => b.amount >= a.amount,
          days: [1, 3] as const,
        },
      ],
    ];
  }),
  ...TWO_SIDED.flatMap(([, ahead, behind]) =>
    [undefined, [0, 2] as const].map((days) => [
      { template: ahead, own: isAsk, target: isLeave, together: always, days },
      { template: behind, own: isLeave, target: isAsk, together: always, days },
    ]),
  ),
];

const FIRST_DAY = 20_458;
const CLOCK = FIRST_DAY + 20;

function makeCases(seed: number): readonly (readonly NaiveEvent[])[] {
  const rng = new Rng(seed);
  return Array.from({ length: 150 }, () => {
    let day = FIRST_DAY;
    return Array.from({ length: rng.between(1, 8) }, () => {
      day += rng.below(3);
      return {
        step: rng.pick(['Ask', 'Ask', 'Give leave', 'Give leave', 'Other']),
        day,
        amount: rng.below(7),
        by: rng.pick(['P1', 'P2']),
      };
    });
  });
}

function xesOf(cases: readonly (readonly NaiveEvent[])[]): string {
  const attribute = (type: string, key: string, value: string | number): string =>
    `<${type} key="${key}" value="${String(value)}"/>`;
  const events = (events: readonly NaiveEvent[]): string =>
    events
      .map(({ step, day, amount, by }, i) => {
        const at = `${printDate(day)}T${String(8 + i).padStart(2, '0')}:00:00.000+08:00`;
        return `<event>${attribute('string', 'concept:name', step)}${attribute('date', 'time:timestamp', at)}${attribute('int', 'case:amount', amount)}${attribute('string', 'org:resource', by)}</event>`;
      })
      .join('\n');
  const traces = cases.map(
    (each, i) =>
      `<trace>${attribute('string', 'concept:name', `C${String(i)}`)}\n${events(each)}</trace>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="1849-2016">\n${traces.join('\n')}\n</log>`;
}

describe('a Declare model, from its file to what became of its activations', async () => {
  const imported = importDeclare(`${HEAD}${MODEL.join('\n')}\n`, { file: 'model.decl' });
  const { instruments, procedures } = procedureDocuments(imported.value, {
    pack: 'mine',
    procedure: 'leave',
  });
  const text = renderPolicy([...instruments, ...procedures]);
  const manifest = 'name: mine\nversion: 0.1.0\ntitle: { zh: 包, en: pack }\njurisdiction: CN\n';
  const pack = readPack([
    { file: 'mine/qingdan.yaml', text: manifest },
    { file: 'mine/procedures/imported.yaml', text },
  ]);
  const bound = bindPacks([pack.value]);
  const packs = new Packs(bound.value);

  it('becomes a procedure of which lint finds nothing, laid out as the formatter would', () => {
    const found = [
      ...imported.diagnostics,
      ...pack.diagnostics,
      ...bound.diagnostics,
      ...packs.check(),
    ];
    expect(found.map((item) => renderDiagnostic(item, 'en').message)).toEqual([]);
    expect(formatPolicy(text).value).toBe(text);
    expect(imported.value.constraints).toHaveLength(MODEL.length);
  });

  const cases = makeCases(20_260_101);
  const logs: CaseLog[] = [];
  const steps = packs.library.procedures.get('mine.leave')?.flatMap((each) => each.steps) ?? [];
  const { diagnostics } = await readCases(
    { file: 'log.xes', chunks: [new TextEncoder().encode(xesOf(cases))] },
    { procedure: 'mine.leave', steps },
    (log) => logs.push(log),
  );
  const checker = createChecker(packs, { lang: 'en', clock: printDate(CLOCK) });
  const told = logs.map((log) => {
    const result = checker.checkCase(log);
    if (result === undefined) throw new Error(`no procedure for ${log.id}`);
    return caseJson(result, 'en', { activations: true }).templates ?? [];
  });

  it('is checked on a log that calls steps and attributes as the model does', () => {
    expect(diagnostics).toEqual([]);
    expect(logs).toHaveLength(cases.length);
  });

  const outcomesOf = ({ activations }: TemplateJson): readonly string[] =>
    activations.map(({ event, outcome }) => `${String(Number(event.id.slice(1)) - 1)} ${outcome}`);

  it.each(NAIVE.map((searches, i) => [MODEL[i] ?? '', searches, i] as const))(
    'tells what became of the activations of %s',
    (_line, searches, i) => {
      const expected = cases.map((events) =>
        searches.flatMap((search) => naively(events, search, CLOCK)),
      );
      expect(told.map((each) => outcomesOf(each[i]!))).toEqual(expected);
      // Counted over the log, so that the agreement is about something.
      expect(expected.flat().length).toBeGreaterThan(50);
      const counts = told.map((each) => each[i]!.counts);
      const sum = (key: keyof TemplateJson['counts']): number =>
        counts.reduce((all, each) => all + each[key], 0);
      const naive = (outcome: string): number =>
        expected.flat().filter((each) => each.endsWith(outcome)).length;
      expect(sum('activations')).toBe(expected.flat().length);
      for (const outcome of ['fulfilled', 'violated', 'pending'] as const)
        expect([outcome, sum(outcome)]).toEqual([outcome, naive(outcome)]);
      expect(sum('undetermined')).toBe(0);
    },
  );

  it('tells of the others how the case stands, and of no activations', () => {
    const others = told.flatMap((each) => each.slice(NAIVE.length));
    expect(new Set(others.map(({ template }) => template)).size).toBe(ONE_STEP.length + 2);
    expect(others.every(({ activations }) => activations.length === 0)).toBe(true);
    expect(new Set(others.map(({ verdict }) => verdict)).size).toBeGreaterThan(2);
  });
});
