import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseLog } from '@qingdan/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAllCases } from '../testing/read-all-cases.js';

const STEPS = [
  { id: 'accept', title: { zh: '受理', en: 'Acceptance' } },
  { id: 'publish', title: { zh: '公示', en: 'Publicity' } },
  { id: 'publish-again', title: { zh: '再次公示', en: 'Publicity' } },
];

const lines = (...steps: readonly string[]): string =>
  steps.map((step) => JSON.stringify({ case: 'A', step, at: '2026-01-05' })).join('\n');

it('a person whom the log marks as found by name is so marked', async () => {
  const at = (by: unknown) => JSON.stringify({ case: 'A', step: 's', at: '2026-01-05', by });
  const text = `${at({ id: 'P1', by: 'name' })}\n${at({ id: 'P2' })}\n${at({ id: 'P3', by: 'guess' })}`;
  const { logs, faults } = await readAllCases('log.jsonl', text);
  expect(logs[0]?.events.map(({ by }) => [by?.person, by?.byName])).toEqual([
    ['P1', true],
    ['P2', undefined],
    ['P3', undefined],
  ]);
  expect(faults).toEqual([expect.stringMatching(/^3:\d+ wrong-type$/)]);
});

describe('the steps that a log names', () => {
  it.each([
    ['accept', 'accept'],
    ['受理', 'accept'],
    [' 受　理 ', 'accept'],
    ['ACCEPTANCE', 'accept'],
    ['再次公示', 'publish-again'],
  ])('are found by id and title: %s', async (name, id) => {
    const { logs, faults } = await readAllCases('log.jsonl', lines(name), { steps: STEPS });
    expect([faults, logs[0]?.events[0]?.step]).toEqual([[], id]);
  });

  it('are told where no step or more than one has the name, once each, with the nearest', async () => {
    const sound = Array.from({ length: 20 }, (_, index) => (index % 2 ? '受理' : 'publish'));
    const { logs, faults, diagnostics, counts } = await readAllCases(
      'log.jsonl',
      lines(...sound, '再次公式', '再次公式', 'Publicity', '再次公示', '公示'),
      { steps: STEPS },
    );
    expect(faults).toEqual(['?21:1 unknown-step', '?23:1 unknown-step']);
    expect(diagnostics[0]?.params).toMatchObject({
      step: '再次公式',
      count: '2',
      nearest: ' → \`再次公示\`?',
    });
    expect(counts.unmatched).toBe(3);
    expect(logs[0]?.events[20]?.step).toBe('再次公式');
  });

  it.each<[string, readonly string[], boolean]>([
    [
      'more than half of the names',
      ['受理', '受理', '受理', '受理', '受理', '受理', '受理', '受理', '受理', '受理', 'x', 'y'],
      true,
    ],
    ['half of the names and few events', ['受理', '受理', '受理', '受理', '受理', 'x'], false],
    ['more than a fifth of the events', ['受理', '公示', '再次公示', 'x'], true],
    ['a fifth of the events', ['受理', '公示', '再次公示', '受理', 'x'], false],
  ])('are another procedure’s where %s match none', async (_what, steps, isError) => {
    const { faults } = await readAllCases('log.jsonl', lines(...steps), { steps: STEPS });
    expect(faults.includes('steps-unmatched')).toBe(isError);
  });

  it('are those of the procedure that the case is of', async () => {
    const other = [{ id: 'apply', title: { zh: '受理', en: 'Application' } }];
    const text = [
      { case: 'A', procedure: 'one', step: '受理', at: '2026-01-05' },
      { case: 'B', procedure: 'two', step: '受理', at: '2026-01-05' },
      { case: 'B', step: '公示', at: '2026-01-05' },
      { case: 'C', procedure: 'three', step: '受理', at: '2026-01-05' },
    ];
    const { logs, faults } = await readAllCases(
      'log.jsonl',
      text.map((line) => JSON.stringify(line)).join('\n'),
      {
        steps: new Map([
          ['one', STEPS],
          ['two', other],
        ]),
      },
    );
    expect(faults).toEqual(['?3:1 unknown-step', 'steps-unmatched']);
    expect(logs.map(({ events }) => events.map(({ step }) => step))).toEqual([
      ['accept'],
      ['apply', '公示'],
      ['受理'],
    ]);
  });

  it('are not remembered without end', async () => {
    const names = Array.from({ length: 3000 }, (_, index) => `x${String(index)}`);
    const { faults, counts } = await readAllCases('log.jsonl', lines(...names), { steps: STEPS });
    expect(counts.unmatched).toBe(3000);
    expect(faults).toHaveLength(102);
  });
});

describe('the format of a log', () => {
  it.each([
    ['log.bin', 'nothing that is known'],
    ['log.xml', '<html/>'],
    ['log.txt', ''],
  ])('of %s is not known', async (file, text) => {
    const { faults, isWhole } = await readAllCases(file, text);
    expect([faults, isWhole]).toEqual([['unknown-log-format'], false]);
  });

  it.each([
    ['export', lines('accept')],
    [
      'log.xml',
      '<?xml version="1.0"?><log><trace><string key="concept:name" value="A"/><event><string key="concept:name" value="accept"/><date key="time:timestamp" value="2026-01-05"/></event></trace></log>',
    ],
  ])('of %s is told by how it begins', async (file, text) => {
    const { logs, faults } = await readAllCases(file, text);
    expect([faults, logs[0]?.events[0]?.step]).toEqual([[], 'accept']);
  });

  it('may be said', async () => {
    const { logs } = await readAllCases('log.txt', lines('accept'), { format: 'jsonl' });
    expect(logs).toHaveLength(1);
  });

  it('leaves what a file cannot be read for to whoever opened it', async () => {
    const { readCases } = await import('./read-cases.js');
    const broken = async function* () {
      yield Uint8Array.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
      await Promise.resolve();
      throw new Error('the disk is gone');
    };
    const reading = readCases({ file: 'log.xes.gz', chunks: broken() }, {}, () => undefined);
    await expect(reading).rejects.toThrow('the disk is gone');
  });
});

const name = fc
  .string({
    minLength: 1,
    maxLength: 8,
    unit: fc.constantFrom('a', '村', '<', '&', '"', "'", ' ', '𠮷', '\t'),
  })
  .filter((text) => text.trim() !== '');
const instant = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const event = fc.record(
  {
    id: name,
    step: name,
    at: fc.oneof(
      instant,
      instant.map((text) => text.slice(0, 10)),
      instant.map((text) => text.replace('Z', '+05:30')),
    ),
    person: name,
    role: name,
    kind: fc.constantFrom('start', 'complete', 'suspend', 'resume'),
    data: fc.dictionary(
      name.map((text) => `d${text}`),
      fc.oneof(
        name,
        fc.integer(),
        fc.boolean(),
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
      ),
      { maxKeys: 3, noNullPrototype: true },
    ),
  },
  { requiredKeys: ['step', 'at', 'data'] },
);
const someCases = fc.uniqueArray(
  fc.record({
    id: name,
    events: fc.uniqueArray(event, {
      minLength: 1,
      maxLength: 5,
      selector: ({ id }) => id ?? Symbol('none'),
    }),
  }),
  { maxLength: 5, selector: ({ id }) => id },
);
type Cases = typeof someCases extends fc.Arbitrary<infer T> ? T : never;

function asLines(cases: Cases): string {
  return cases
    .flatMap((each) =>
      each.events.map(({ id, step, at, person, role, kind, data }) =>
        JSON.stringify({
          case: each.id,
          id,
          step,
          at,
          kind,
          data,
          ...(person === undefined ? {} : { by: { id: person } }),
          role,
        }),
      ),
    )
    .join('\n');
}

const escaped = (text: string): string =>
  text.replace(/[<&"\t]/g, (mark) => `&#${String(mark.charCodeAt(0))};`);
const attribute = (tag: string, key: string, value: string | undefined): string =>
  value === undefined ? '' : `<${tag} key="${escaped(key)}" value="${escaped(value)}"/>`;

function asXes(cases: Cases): string {
  const tagOf = (value: unknown): string =>
    typeof value === 'number' ? 'float' : typeof value === 'boolean' ? 'boolean' : 'string';
  const traces = cases.map(({ id: of, events }) => {
    const each = events.map(({ id, step, at, person, role, kind, data }) =>
      [
        '<event>',
        attribute('id', 'identity:id', id),
        attribute('string', 'concept:name', step),
        attribute('date', 'time:timestamp', at),
        attribute('string', 'org:resource', person),
        attribute('string', 'org:role', role),
        attribute('string', 'lifecycle:transition', kind),
        ...Object.entries(data).map(([key, value]) => attribute(tagOf(value), key, String(value))),
        '</event>',
      ].join(''),
    );
    return `<trace>${attribute('string', 'concept:name', of)}${each.join('')}</trace>`;
  });
  return `<log>${traces.join('')}</log>`;
}

const withoutPlaces = (logs: readonly CaseLog[]) =>
  logs.map((log) => ({
    ...log,
    events: log.events.map((each) => ({ ...each, place: undefined })),
  }));

describe('one log', () => {
  it('is the same in lines of JSON and in XES', async () => {
    const seed = Number(process.env.QINGDAN_SEED ?? Date.now() % 1_000_000);
    console.log(`logs in two formats: QINGDAN_SEED=${String(seed)}`);
    await fc.assert(
      fc.asyncProperty(someCases, fc.integer({ min: 1, max: 300 }), async (cases, size) => {
        const json = await readAllCases('log.jsonl', asLines(cases), {}, size);
        const xes = await readAllCases('log.xes', asXes(cases), {}, size);
        expect([json.faults, xes.faults]).toEqual([[], []]);
        expect(withoutPlaces(xes.logs)).toEqual(withoutPlaces(json.logs));
        expect(json.logs).toHaveLength(cases.length);
      }),
      { seed, numRuns: 200 },
    );
  });
});

describe('public logs', () => {
  const shared = process.env.QINGDAN_SHARED ?? join(import.meta.dirname, '../../../../../shared');
  const folder = join(shared, 'fixtures/event-logs');
  it.skipIf(!existsSync(folder)).each([
    ['running-example.xes', 6, 42],
    ['running_example.csv', 6, 42],
    ['receipt.xes.gz', 1434, 8577],
    ['roadtraffic100traces.xes', 100, 390],
    ['InternationalDeclarations.xes.gz', 6449, 72_151],
  ])('%s has %i cases and %i events', async (file, cases, events) => {
    const { counts, diagnostics } = await readAllCases(file, readFileSync(join(folder, file)));
    expect(counts).toEqual({ cases, events, lostEvents: 0, lostCases: 0, unmatched: 0 });
    expect(diagnostics).toEqual([]);
  });
});
