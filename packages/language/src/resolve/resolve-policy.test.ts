import { inForce, printEnd, type Policy, type Subject } from '@qingdan/core';
import { describe, expect, test } from 'vitest';
import {
  BASE,
  libraryOf,
  pack,
  parameter,
  prohibition,
  type TestPack,
} from '../testing/library-of.js';
import { procedure, step } from '../testing/procedures.js';
import { printValue } from '../checks/print-value.js';
import { resolvePolicy } from './resolve-policy.js';

const LAW = 'basis: [{ instrument: LAW, article: "5", confidence: verified }]';
const national = (text = ''): TestPack => pack('national', BASE + text);
const village = (text: string, more = ''): TestPack =>
  pack('village', text, `subjects: [village]\nextends: [{ pack: national, version: ^1 }]\n${more}`);
const city = (text: string, more = ''): TestPack =>
  pack('city', text, `jurisdiction: "3302"\nextends: [{ pack: village, version: ^1 }]\n${more}`);

function resolve(
  packs: readonly TestPack[],
  jurisdiction = '330212001001',
  subject: Subject = 'village',
) {
  return resolvePolicy(libraryOf(...packs), { subject, jurisdiction }).value;
}

const ids = (policy: Policy): string[] => policy.items.map(([item]) => item?.id ?? '');

const values = (policy: Policy, id: string): string[] =>
  (policy.parameters.get(id)?.values ?? []).map(
    ({ interval, value, unset, pack: from }) =>
      `${printEnd(interval.from)}..${printEnd(interval.until)} ${unset ? 'unset' : printValue(value, { kind: 'number' })} ${from}`,
  );

describe('the packs that hold for an organisation', () => {
  const packs = [
    national(prohibition('national.a')),
    village(prohibition('village.a')),
    city(prohibition('city.a')),
  ];

  test.each<{ what: string; jurisdiction: string; subject: Subject; expected: string[] }>([
    {
      what: 'a village in the city has all',
      jurisdiction: '330212001001',
      subject: 'village',
      expected: ['city.a', 'national.a', 'village.a'],
    },
    {
      what: 'a village elsewhere lacks what the city adds',
      jurisdiction: '110101001001',
      subject: 'village',
      expected: ['national.a', 'village.a'],
    },
    {
      what: 'a level above the city lacks what the city adds',
      jurisdiction: '33',
      subject: 'village',
      expected: ['national.a', 'village.a'],
    },
  ])('$what', ({ jurisdiction, subject, expected }) => {
    expect(ids(resolve(packs, jurisdiction, subject))).toEqual(expected);
  });

  test('are in order from above', () => {
    expect(resolve([...packs].reverse()).packs.map(({ name }) => name)).toEqual([
      'national',
      'village',
      'city',
    ]);
  });

  test('are those of the nation where the jurisdiction is no code, which is an error', () => {
    const { value, diagnostics } = resolvePolicy(libraryOf(...packs), {
      subject: 'village',
      jurisdiction: '3302x',
    });
    expect(ids(value)).toEqual(['national.a', 'village.a']);
    expect(diagnostics.map(({ name }) => name)).toEqual(['bad-value']);
  });
});

describe('items', () => {
  const items =
    prohibition('village.exp-a') + prohibition('village.exp-b') + prohibition('village.land');
  const community = (use: string, more = ''): TestPack =>
    pack(
      'community',
      prohibition('community.own'),
      `subjects: [community]\nextends: [{ pack: village, version: ^1${use} }]\n${more}`,
    );

  test.each([
    {
      use: ', use: [village.exp-*]',
      expected: ['community.own', 'village.exp-a', 'village.exp-b'],
    },
    { use: ', use: [village.land]', expected: ['community.own', 'village.land'] },
    { use: '', expected: ['community.own', 'village.exp-a', 'village.exp-b', 'village.land'] },
  ])('of another subject come in as `extends` says:$use', ({ use, expected }) => {
    const policy = resolve([national(), village(items), community(use)], 'CN', 'community');
    expect(ids(policy)).toEqual(expected);
  });

  test('that hold in their own right are not taken away by a `use`', () => {
    const lower = pack(
      'city',
      '',
      'jurisdiction: "3302"\nextends: [{ pack: village, version: ^1, use: [village.land] }]\n',
    );
    expect(ids(resolve([national(), village(items), lower]))).toHaveLength(3);
  });

  test('with subjects of their own are for these only', () => {
    const packs = [
      national(prohibition('national.v', 'subjects: [village]') + prohibition('national.all')),
    ];
    expect(ids(resolve(packs, 'CN', 'village'))).toEqual(['national.all', 'national.v']);
    expect(ids(resolve(packs, 'CN', 'station'))).toEqual(['national.all']);
  });

  test('have their revisions in order of time', () => {
    const later = prohibition('national.a', 'revision: 2\neffective: { from: 2026-01-01 }');
    const first = prohibition('national.a', 'effective: { until: 2026-01-01 }');
    const [revisions] = resolve([national(later + first)], 'CN').items;
    expect(revisions?.map(({ revision }) => revision)).toEqual([1, 2]);
  });
});

describe('a parameter', () => {
  const limit = (values: string, tighten = 'lower', type = 'type: money') =>
    parameter('limit', `${type}\ntighten: ${tighten}\nvalues: ${values}`);
  const local = (values: string) => `kind: Parameter\nid: limit\nvalues: ${values}`;

  test.each<{ what: string; above: string; below: string; expected: string[] }>([
    {
      what: 'takes the stricter value of the two on each day',
      above: limit(`[{ from: 2020-01-01, value: 1000, ${LAW} }]`),
      below: local(`[{ from: 2022-01-01, until: 2024-01-01, value: 500, ${LAW} }]`),
      expected: [
        '2020-01-01..2022-01-01 100000 national',
        '2022-01-01..2024-01-01 50000 village',
        '2024-01-01..… 100000 national',
      ],
    },
    {
      what: 'is not loosened from below',
      above: limit(`[{ from: 2020-01-01, value: 1000, ${LAW} }]`),
      below: local(`[{ from: 2022-01-01, value: 2000, ${LAW} }]`),
      expected: ['2020-01-01..… 100000 national'],
    },
    {
      what: 'is overtaken by a later, stricter value from above',
      above: limit(
        `[{ from: 2020-01-01, value: 1000, ${LAW} }, { from: 2025-01-01, value: 100, ${LAW} }]`,
      ),
      below: local(`[{ from: 2022-01-01, value: 500, ${LAW} }]`),
      expected: [
        '2020-01-01..2022-01-01 100000 national',
        '2022-01-01..2025-01-01 50000 village',
        '2025-01-01..… 10000 national',
      ],
    },
    {
      what: 'is set where the law leaves it open',
      above: limit('[{ value: unset }]'),
      below: local(`[{ from: 2022-01-01, value: 500, ${LAW} }]`),
      expected: ['…..2022-01-01 unset national', '2022-01-01..… 50000 village'],
    },
    {
      what: 'keeps the value from above where both are as strict',
      above: limit(`[{ from: 2020-01-01, value: 1000, ${LAW} }]`),
      below: local(`[{ from: 2022-01-01, value: 1000, ${LAW} }]`),
      expected: ['2020-01-01..… 100000 national'],
    },
    {
      what: 'with `tighten: none` is set where it is declared',
      above: limit(`[{ from: 2020-01-01, value: 1000, ${LAW} }]`, 'none'),
      below: local(`[{ from: 2022-01-01, value: 500, ${LAW} }]`),
      expected: ['2020-01-01..… 100000 national'],
    },
    {
      what: 'may be tightened upwards',
      above: limit(`[{ from: 2020-01-01, value: false, ${LAW} }]`, 'higher', 'type: boolean'),
      below: local(`[{ from: 2022-01-01, value: true, ${LAW} }]`),
      expected: ['2020-01-01..2022-01-01 false national', '2022-01-01..… true village'],
    },
    {
      what: 'that is a set may be tightened to a subset',
      above: limit(`[{ value: [a, b], ${LAW} }]`, 'subset', 'type: set\nitems: { type: text }'),
      below: local(`[{ from: 2022-01-01, value: [b], ${LAW} }]`),
      expected: ['…..2022-01-01 [a, b] national', '2022-01-01..… [b] village'],
    },
  ])('$what', ({ above, below, expected }) => {
    expect(values(resolve([national(above), village(below)]), 'limit')).toEqual(expected);
  });
});

describe('the law of others', () => {
  const villages = `
---
kind: Instrument
id: VILLAGES
title: { zh: 村法, en: law of villages }
level: CN
confidence: verified
subjects: [village]
`;
  const value = (more = '') =>
    parameter(
      'wait',
      `type: money\ntighten: higher\nvalues: [{ value: 15, basis: [{ instrument: VILLAGES, confidence: verified }${more}] }]`,
    );
  const from = (instrument: string, subjects: string) =>
    `, { instrument: ${instrument}, confidence: verified, subjects: [${subjects}] }`;

  test.each([
    {
      what: 'sets its figure for those whose law it is',
      subject: 'village',
      more: '',
      unset: false,
    },
    { what: 'leaves a figure open', subject: 'station', more: '', unset: true },
    {
      what: 'leaves it open where another citation speaks of yet others',
      subject: 'station',
      more: from('LAW', 'community'),
      unset: true,
    },
    {
      what: 'may be joined by a law for all',
      subject: 'station',
      more: ', { instrument: LAW, confidence: verified }',
      unset: false,
    },
    {
      what: 'reaches further where the citation says so',
      subject: 'station',
      more: from('VILLAGES', 'station'),
      unset: false,
    },
  ] as const)('$what', ({ subject, more, unset }) => {
    const policy = resolve([national(villages + value(more))], 'CN', subject);
    const values = policy.parameters.get('wait')?.values ?? [];
    expect(values.map((each) => [each.unset, each.value === undefined])).toEqual([[unset, unset]]);
  });
});

describe('a procedure that another subject takes over', () => {
  const POSTS = `
---
kind: Body
id: villagers
title: { zh: 村民委员会, en: villagers' committee }
subjects: [village]
---
kind: Body
id: residents
title: { zh: 居民委员会, en: residents' committee }
subjects: [community]
---
kind: Role
id: villager
title: { zh: 村委, en: villager }
body: villagers
---
kind: Role
id: resident
title: { zh: 居委, en: resident }
body: residents
---
kind: Instrument
id: THEIRS
title: { zh: 居委会法, en: law of residents }
level: CN
effective: { from: 2026-01-01 }
confidence: verified
subjects: [community]
`;
  const packs = (basis: string): TestPack[] => [
    national(POSTS),
    village(
      procedure(
        step('a', 'by: [villager, resident, director]') +
          step('b', 'by: villager') +
          step('c', 'notRole: villager'),
        '',
        'village.p',
      ).replace(/basis: .*/, basis),
    ),
    pack(
      'community',
      '',
      'subjects: [community]\nextends: [{ pack: village, version: ^1, use: [village.p] }]\n',
    ),
  ];
  const revisionsFor = (subject: Subject, basis = LAW) =>
    resolve(packs(basis), 'CN', subject).procedures.get('village.p') ?? [];

  test.each<{ subject: Subject; a: string[] }>([
    { subject: 'village', a: ['villager', 'director'] },
    { subject: 'community', a: ['resident', 'director'] },
  ])('is done by the posts of a $subject, a step of others alone by nobody there', (each) => {
    const [found] = revisionsFor(each.subject);
    expect(found?.steps.map(({ roles }) => roles)).toEqual([each.a, ['villager'], []]);
    const rules = found?.constraints.flatMap(({ rule }) =>
      rule.kind === 'role' ? [rule.roles] : [],
    );
    expect(rules).toEqual([each.a, ['villager'], []]);
  });

  const entry = (more: string) => `{ ${more}, confidence: verified }`;
  test.each([
    { what: 'all of it where its law is for all', basis: LAW, days: ['…..…'] },
    {
      what: 'from the day on which there is law for them',
      basis: `basis: [${entry('instrument: LAW, subjects: [village]')}, ${entry('instrument: THEIRS')}]`,
      days: ['2026-01-01..…'],
    },
    {
      what: 'in one stretch where citations meet or overlap',
      basis: `basis: [${entry('instrument: LAW, subjects: [village]')}, ${entry('instrument: OLD')}, ${entry('instrument: THEIRS')}, ${entry('instrument: LAW, from: 2027-01-01')}]`,
      days: ['…..…'],
    },
    {
      what: 'in stretches where there is a gap',
      basis: `basis: [${entry('instrument: LAW, subjects: [village]')}, ${entry('instrument: LAW, until: 2020-01-01')}, ${entry('instrument: THEIRS')}]`,
      days: ['…..2020-01-01', '2026-01-01..…'],
    },
    {
      what: 'on no day without law for them',
      basis: `basis: [${entry('instrument: LAW, subjects: [village]')}]`,
      days: [],
    },
  ])('holds there $what', ({ basis, days }) => {
    const printed = (subject: Subject) =>
      revisionsFor(subject, basis).map(
        ({ effective: { from, until } }) => `${printEnd(from)}..${printEnd(until)}`,
      );
    expect(printed('community')).toEqual(days);
    expect(printed('village')).toEqual(['…..…']);
  });
});

describe('a procedure in the place of another', () => {
  const packs = [
    national(),
    village(
      procedure(step('a'), '', 'village.vote') +
        procedure(step('a') + step('b', 'via: village.vote'), '', 'village.lease'),
    ),
    pack(
      'cooperative',
      procedure(step('a'), 'inPlaceOf: village.vote', 'cooperative.vote'),
      'subjects: [cooperative]\nextends: [{ pack: village, version: ^1 }]\n',
    ),
  ];

  test.each([
    { subject: 'village', ids: ['village.lease', 'village.vote'], via: 'village.vote' },
    { subject: 'cooperative', ids: ['cooperative.vote', 'village.lease'], via: 'cooperative.vote' },
  ] as const)('for a $subject', ({ subject, ids: expected, via }) => {
    const { procedures } = resolve(packs, 'CN', subject);
    expect([...procedures.keys()].sort()).toEqual(expected);
    const [lease] = procedures.get('village.lease') ?? [];
    expect(lease?.steps.map((each) => each.via)).toEqual([undefined, via]);
    const rests = lease?.constraints.flatMap(({ rule }) =>
      rule.kind === 'via' ? [rule.procedure] : [],
    );
    expect(rests).toEqual([via]);
  });
});

describe('an overlay', () => {
  const item = prohibition('village.a');
  const branch = (basis: string) => `
kind: Prohibition
id: village.a
alsoViolatedWhen: { fact: method, operator: equal, value: cash }
basis: [{ instrument: ${basis}, confidence: local }]
`;

  test('adds its branch on the days on which its basis holds', () => {
    const [revisions] = resolve([national(), village(item), city(branch('CITY'))]).items;
    const pieces = revisions?.map((revision) =>
      revision.kind === 'Prohibition'
        ? `${revision.revision}: ${printEnd(revision.effective.from)}..${printEnd(revision.effective.until)} ${revision.also.map((also) => also.pack).join()}`
        : '',
    );
    expect(pieces).toEqual(['1: …..2020-01-01 ', '1: 2020-01-01..… city']);
  });

  test('without a branch adds its basis to that of the item', () => {
    const basis =
      'kind: Prohibition\nid: village.a\nbasis: [{ instrument: CITY, confidence: local }]';
    const policy = resolve([national(), village(item), city(basis)]);
    const cited = (day: number) =>
      inForce(policy.items[0], day)?.basis.map(({ instrument }) => instrument);
    expect([cited(0), cited(20_000)]).toEqual([['LAW'], ['LAW', 'CITY']]);
  });

  test('of a power asks for further approvals', () => {
    const power = `
---
kind: Power
id: village.p
title: { zh: 权, en: power }
severity: minor
nature: suspicion
${LAW}
holders: [committee]
capacities: [collective]
governs: { record: expenditure }
`;
    const policy = resolve([
      national(),
      village(power),
      city('kind: Power\nid: village.p\nalsoApprovedBy: [director]'),
    ]);
    expect(policy.items[0]?.[0]).toMatchObject({
      alsoApprovedBy: [{ role: 'director', pack: 'city' }],
    });
  });
});

describe('terms', () => {
  const terms = (words: string) => `terms: { ${words} }\n`;

  test('exchange words in what is inherited, and not in what is of the pack itself', () => {
    const own = prohibition('city.a');
    const policy = resolve([
      national(),
      village(prohibition('village.a')),
      city(own, terms('村民委员会: 居民委员会, villagers: residents')),
    ]);
    expect(policy.items.map(([item]) => item?.title)).toEqual([
      { zh: '村民委员会禁止', en: "forbidden to the villagers' committee" },
      { zh: '居民委员会禁止', en: "forbidden to the residents' committee" },
    ]);
    expect(policy.roles.get('director')?.title.zh).toBe('居民委员会主任');
    expect(policy.instruments.get('LAW')?.title.zh).toBe('法');
  });

  test('of the lowest pack win, longer words first, each exchanged once', () => {
    const policy = resolve([
      national(prohibition('national.a')),
      village('', terms('村民: 甲')),
      city('', terms('村民: 乙, 村民委员会: 村民会')),
    ]);
    expect(policy.items[0]?.[0]?.title.zh).toBe('村民会禁止');
  });
});

describe('a policy', () => {
  test('judges from the day from which its highest lists do', () => {
    const day = (policy: Policy) => printEnd(policy.coversFrom);
    const packs = [
      pack('national', BASE, 'covers: { from: 2010-01-01 }\n'),
      village(prohibition('village.a'), 'covers: { from: 2018-01-01 }\n'),
      city(prohibition('city.a'), 'covers: { from: 2026-01-01 }\n'),
    ];
    expect(day(resolve(packs))).toBe('2018-01-01');
  });

  test('judges from the day of its own procedures, and no case by one taken over before it', () => {
    const packs = [
      national(),
      village(
        prohibition('village.a') + procedure(step('a'), '', 'village.p'),
        'covers: { from: 2018-01-01 }\n',
      ),
      pack(
        'cooperative',
        procedure(step('a'), 'effective: { from: 2026-01-01 }', 'cooperative.p'),
        'subjects: [cooperative]\ncovers: { from: 2025-05-01 }\nextends: [{ pack: village, version: ^1, use: [village.p] }]\n',
      ),
    ];
    const from = (subject: Subject): readonly string[] => {
      const { coversFrom, procedures } = resolve(packs, 'CN', subject);
      const days = [...procedures].map(
        ([id, [first]]) => `${id} ${printEnd(first?.effective.from)}`,
      );
      return [printEnd(coversFrom), ...days];
    };
    expect(from('village')).toEqual(['2018-01-01', 'village.p 2018-01-01']);
    expect(from('cooperative')).toEqual([
      '2025-05-01',
      'village.p 2025-05-01',
      'cooperative.p 2026-01-01',
    ]);
  });

  test('has the waivers of the packs that hold', () => {
    const waiver = `waivers: [{ item: village.a, document: 文, approver: { jurisdiction: CN, name: 部 }, reason: { zh: 因, en: why } }]\n`;
    const packs = [national(), village(prohibition('village.a')), city('', waiver)];
    expect(resolve(packs).waivers).toMatchObject([{ item: 'village.a', pack: 'city' }]);
    expect(resolve(packs, '11').waivers).toEqual([]);
  });
});
