import {
  type CaseEvent,
  type CaseLog,
  type Day,
  hasErrors,
  type Participant,
  renderDiagnostic,
} from '@qingdan/core';
import type { CaseChecker, World } from '@qingdan/engine';
import { readRecords } from '@qingdan/input';
import { bindPacks, readPack } from '@qingdan/language';
import { createChecker, Packs } from '@qingdan/sdk';
import type { Rng } from '../random/rng.js';

/** Random procedures with every key of a step, and random cases of them with persons and dates. */

const FIRST_DAY = 20_458;
const PEOPLE: readonly (readonly [person: string, role: string])[] = [
  ['P1', 'handler'],
  ['P2', 'handler'],
  ['P3', 'director'],
  ['P4', 'director'],
  ['P5', 'supervisor'],
];
const STEPS = [
  'apply',
  'survey',
  'review',
  'meeting',
  'show',
  'objection',
  'sign',
  'audit',
  'report',
  'pay',
  'refuse',
] as const;

const DOCUMENTS = `kind: Instrument
id: LAW
title: { zh: 办法, en: Rules }
level: CN
confidence: recalled
---
kind: Record
id: organisation
label: { zh: 组织, en: organisation }
register: true
shared: true
fields:
  subject: { type: text, label: { zh: 类型, en: subject } }
  jurisdiction: { type: text, label: { zh: 区划代码, en: jurisdiction } }
---
kind: Record
id: person
label: { zh: 人员, en: person }
register: true
shared: true
fields:
  name: { type: text, label: { zh: 姓名, en: name } }
---
kind: Record
id: officer
label: { zh: 任职, en: officer }
register: true
fields:
  person: { type: person, label: { zh: 人员, en: person } }
  post: { type: role, label: { zh: 职务, en: post } }
  term: { type: period, label: { zh: 任期, en: term } }
${['handler', 'director', 'supervisor']
  .map((id) => `---\nkind: Role\nid: ${id}\ntitle: { zh: ${id}, en: ${id} }\n`)
  .join('')}`;

/** A procedure in which each key stands by chance. */
function procedureText(rng: Rng, number: number): string {
  const maybe = (text: string, share = 0.7): string => (rng.chance(share) ? `, ${text}` : '');
  const step = (id: string, ...keys: readonly string[]): string =>
    `  ${id}: { title: { zh: ${id}, en: ${id} }${keys.join('')} }\n`;
  const days = (most: number): string =>
    `${String(rng.between(1, most))} ${rng.pick(['days', 'workdays'])}`;
  const constraints = [
    '{ id: t1, template: notCoExistence, activation: audit, target: refuse }',
    '{ id: t2, template: chainResponse, activation: review, target: meeting }',
    '{ id: t3, template: alternatePrecedence, activation: sign, target: review }',
    `{ id: t4, template: response, activation: objection, target: review, time: { most: ${days(6)} } }`,
    '{ id: t5, template: absence, activation: objection, count: 2 }',
    '{ id: t6, template: precedence, activation: { step: pay, when: { fact: amount, operator: greaterThan, value: 50 } }, target: audit, correlation: { fact: amount, operator: equal, value: { fact: activation.amount } } }',
  ].filter(() => rng.chance(0.35));
  return [
    `---\nkind: Procedure\nid: sugar.p${String(number)}\ntitle: { zh: 流程, en: procedure }\n`,
    'basis: [{ instrument: LAW, confidence: recalled }]\nseverity: minor\nnature: suspicion\n',
    'data:\n  amount: { type: number, label: { zh: 金额, en: amount } }\n',
    'steps:\n',
    step('apply', ', by: handler', maybe('once: true')),
    step('survey', ', optional: true', maybe('by: { any: [supervisor, director], count: 2 }')),
    step(
      'review',
      ', by: [director, supervisor]',
      maybe('after: apply'),
      maybe('differentFrom: [apply, survey]'),
      maybe(`within: ${days(5)} of apply, yellow: 50%`),
    ),
    step(
      'meeting',
      maybe('optional: true', 0.5),
      maybe('after: review'),
      maybe(
        'quorum: { anyOf: [{ unit: voters, present: ">1/2" }], yes: { share: ">=2/3", of: present } }',
      ),
    ),
    step(
      'show',
      maybe('optional: true', 0.5),
      maybe('after: { any: [meeting, review] }'),
      `, publicity: { min: ${days(5)}${maybe('interruptedBy: objection')} }`,
    ),
    step('objection', ', optional: true', maybe('after: show.start', 0.3)),
    step(
      'sign',
      ', by: { any: [handler, director] }',
      maybe('notRole: supervisor', 0.3),
      maybe('after: review'),
      maybe(`notBefore: ${days(6)} after review`),
      maybe('sameAs: apply', 0.5),
    ),
    step(
      'audit',
      ', when: { fact: amount, operator: greaterThan, value: 50 }',
      maybe('else: forbid'),
      maybe('decidedBy: apply', 0.5),
      maybe('after: apply'),
    ),
    step('report', ', optional: true', maybe(`repeats: { every: ${days(9)}, until: pay }`, 0.4)),
    step(
      'pay',
      ', optional: true, by: handler',
      maybe(`after: { all: [show, { any: [sign, audit] }] }${maybe('redoOn: objection', 0.5)}`),
      maybe('evidence: [{ document: voucher, label: { zh: 凭证, en: voucher } }]'),
      maybe('limit: { fact: amount, operator: lessThan, value: 90 }'),
      ', ends: approved',
    ),
    step('refuse', ', optional: true', maybe('after: review'), ', ends: refused'),
    rng.chance(0.5)
      ? `deadlines:\n  - { id: whole, from: apply, to: pay, within: ${String(rng.between(5, 25))} days, pausedBy: objection }\n`
      : '',
    constraints.length === 0
      ? ''
      : `constraints:\n${constraints.map((each) => `  - ${each}\n`).join('')}`,
  ].join('');
}

export interface Sugar {
  readonly id: string;
  readonly cases: CaseChecker;
}

/** So many procedures, and the world in which their cases are. */
export function makeProcedures(
  rng: Rng,
  count: number,
): { readonly procedures: readonly Sugar[]; readonly world: World } {
  const texts = Array.from({ length: count }, (_, i) => procedureText(rng, i));
  const manifest =
    'name: sugar\nversion: 0.1.0\ntitle: { zh: 包, en: pack }\njurisdiction: CN\nsubjects: [village]\n';
  const pack = readPack([
    { file: 'sugar/qingdan.yaml', text: manifest },
    { file: 'sugar/policy.yaml', text: DOCUMENTS + texts.join('') },
  ]);
  const bound = bindPacks([pack.value]);
  const faults = [...pack.diagnostics, ...bound.diagnostics].filter((item) => hasErrors([item]));
  if (faults.length > 0)
    throw new Error(faults.map((item) => renderDiagnostic(item, 'en').message).join('\n'));
  const packs = new Packs(bound.value);
  const officers = PEOPLE.map(([person, post], i) => ({
    kind: 'officer',
    id: `O-${String(i)}`,
    organisation: 'V1',
    person,
    post,
    term: { from: '2020-01-01', until: '2030-01-01' },
  }));
  const people = PEOPLE.map(([id]) => ({ kind: 'person', id, name: id }));
  const village = {
    kind: 'organisation',
    id: 'V1',
    subject: 'village',
    jurisdiction: '990101001001',
  };
  const text = JSON.stringify([village, ...people, ...officers]);
  const { records, diagnostics } = readRecords(
    { file: 'records.json', bytes: new TextEncoder().encode(text) },
    packs.records,
  );
  if (hasErrors(diagnostics))
    throw new Error(diagnostics.map((item) => renderDiagnostic(item, 'en').message).join('\n'));
  const { world } = createChecker(packs, { clock: '2026-01-05', records: { records } });
  const checker = packs.checkerFor(packs.placeOf(undefined));
  return {
    procedures: texts.map((_, i) => {
      const id = `sugar.p${String(i)}`;
      const cases = checker.casesOf(id);
      if (cases === undefined) throw new Error(`no procedure ${id}`);
      return { id, cases };
    }),
    world,
  };
}

/** An event with all that its step may want, but for who did it. */
export function eventOf(log: Pick<CaseLog, 'events'>, step: string, day: Day): CaseEvent {
  const own = log.events.filter((each) => each.step === step);
  const isOpen =
    own.filter(({ kind }) => kind === 'start').length >
    own.filter(({ kind }) => kind === 'complete').length;
  const last = Math.max(0, ...log.events.map(({ seq }) => seq ?? 0));
  return {
    id: `e${String(log.events.length)}`,
    step,
    iteration: undefined,
    kind: step !== 'show' ? 'instant' : isOpen ? 'complete' : 'start',
    day,
    instant: undefined,
    seq: last + 1,
    recordedAt: undefined,
    by: undefined,
    participants: [],
    evidence: [{ document: 'voucher', reference: undefined, on: day }],
    tallies: [],
    voids: undefined,
    data: {},
    place: undefined,
  };
}

export const by = (person: string, role: string): Participant => ({
  person,
  role,
  present: true,
  recused: false,
});

export function peopleIn(roles: readonly string[]): readonly (readonly [string, string])[] {
  return PEOPLE.filter(([, role]) => roles.includes(role));
}

/** A case that goes some way, mostly in the order in which its steps are told. */
export function makeCase(rng: Rng, procedure: string): CaseLog {
  const events: CaseEvent[] = [];
  let day = FIRST_DAY;
  let next = 0;
  for (let left = rng.below(9); left > 0; left -= 1) {
    const step = rng.chance(0.75) ? (STEPS[next % STEPS.length] as string) : rng.pick(STEPS);
    if (step === STEPS[next % STEPS.length] && (step !== 'show' || rng.chance(0.6))) next += 1;
    if ((step === 'pay' || step === 'refuse') && rng.chance(0.8)) continue;
    day += rng.below(5);
    const who = rng.pick(PEOPLE);
    const voters = rng.between(5, 10);
    events.push({
      ...eventOf({ events }, step, day),
      ...(rng.chance(0.9) ? { by: by(...who) } : {}),
      ...(step === 'survey'
        ? { participants: PEOPLE.slice(2, 5).map(([person, role]) => by(person, role)) }
        : {}),
      ...(rng.chance(0.2) ? { evidence: [] } : {}),
      ...(step === 'meeting'
        ? {
            tallies: [
              { unit: 'voters', eligible: 10, present: voters, yes: voters - rng.below(4), no: 0 },
            ],
          }
        : {}),
      ...(step === 'apply' || rng.chance(0.2) ? { data: { amount: rng.below(100) } } : {}),
    });
  }
  return {
    id: 'C-1',
    procedure,
    organisation: 'V1',
    events,
    closed: false,
    record: undefined,
  };
}
