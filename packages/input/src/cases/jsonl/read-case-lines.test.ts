import { parseDate, parseInstant } from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import { readAllCases } from '../../testing/read-all-cases.js';

const read = (...lines: readonly unknown[]) =>
  readAllCases(
    'log.jsonl',
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  );

const SOUND = { case: 'A', step: 'accept', at: '2026-01-05' };

describe('a log in lines of JSON', () => {
  it('is read with all that an event may say', async () => {
    const { logs, faults, counts, isWhole } = await read({
      ...SOUND,
      id: 'E1',
      iteration: 2,
      at: '2026-01-05T09:30:00',
      recordedAt: '2026-01-06',
      seq: 3,
      by: { id: 'P1', role: 'clerk' },
      participants: ['P2', { id: 'P3', role: 'deputy', present: true, recused: false }],
      evidence: ['form', { document: 'minutes', reference: 'M-1', on: '2026-01-04' }],
      tally: [{ unit: 'voters', eligible: 9, present: 7, yes: 5, no: 2 }],
      kind: 'complete',
      data: { amount: 12 },
      organisation: 'V1',
      procedure: 'fund-use',
      closed: true,
    });
    expect(faults).toEqual([]);
    expect(isWhole).toBe(true);
    expect(counts).toEqual({ cases: 1, events: 1, lostEvents: 0, lostCases: 0, unmatched: 0 });
    const nobody = { role: undefined, present: undefined, recused: undefined };
    expect(logs).toEqual([
      {
        id: 'A',
        procedure: 'fund-use',
        organisation: 'V1',
        closed: true,
        record: undefined,
        data: undefined,
        lost: 0,
        events: [
          {
            id: 'E1',
            step: 'accept',
            iteration: 2,
            kind: 'complete',
            day: parseDate('2026-01-05'),
            instant: parseInstant('2026-01-05T09:30:00+08:00'),
            seq: 3,
            recordedAt: parseInstant('2026-01-06T00:00:00+08:00'),
            by: { ...nobody, person: 'P1', role: 'clerk' },
            participants: [
              { ...nobody, person: 'P2' },
              { person: 'P3', role: 'deputy', present: true, recused: false },
            ],
            evidence: [
              { document: 'form', reference: undefined, on: undefined },
              { document: 'minutes', reference: 'M-1', on: parseDate('2026-01-04') },
            ],
            tallies: [{ unit: 'voters', eligible: 9, present: 7, yes: 5, no: 2 }],
            voids: undefined,
            data: { amount: 12 },
            place: { file: 'log.jsonl', line: 1 },
          },
        ],
      },
    ]);
  });

  it.each([
    ['2026-01-05', '2026-01-05', undefined],
    ['2026-01-05T23:30:00Z', '2026-01-06', '2026-01-06T07:30:00+08:00'],
    ['2026-01-05T09:30:00+01:00', '2026-01-05', '2026-01-05T16:30:00+08:00'],
    ['2026-01-05 09:30', '2026-01-05', '2026-01-05T09:30:00+08:00'],
  ])('takes %s for the day %s and the instant %s', async (at, day, instant) => {
    const { logs } = await read({ ...SOUND, at });
    expect(logs[0]?.events[0]).toMatchObject({
      day: parseDate(day),
      instant: instant === undefined ? undefined : parseInstant(instant),
    });
  });

  it.each<[string, object, string, object]>([
    ['an unknown key', { stpe: 1 }, '1:47 unknown-key', {}],
    [
      'an unknown key of a person',
      { by: { nmae: 'x' } },
      '1:53 unknown-key',
      { by: { person: undefined } },
    ],
    ['a number for a person', { by: 3 }, '1:52 wrong-type', { by: undefined }],
    ['a text for a count', { seq: 'x' }, '1:53 wrong-type', { seq: undefined }],
    ['a count below zero', { iteration: -1 }, '1:59 wrong-type', { iteration: undefined }],
    ['a strange kind', { kind: 'done' }, '1:54 wrong-type', { kind: 'instant' }],
    ['no day to record on', { recordedAt: 'soon' }, '1:60 wrong-type', { recordedAt: undefined }],
    ['a list for data', { data: [] }, '1:54 wrong-type', { data: {} }],
    [
      'evidence that is no document',
      { evidence: [1, 'form'] },
      '1:59 wrong-type',
      { evidence: [{ document: 'form' }] },
    ],
    ['votes of nobody', { tally: { yes: 3 } }, '1:55 missing-key', { tallies: [] }],
    [
      'votes in a strange unit',
      { tally: { unit: 'cats', yes: 3 } },
      '1:63 wrong-type',
      { tallies: [] },
    ],
    [
      'more votes than came',
      { tally: { unit: 'voters', eligible: 9, present: 5, yes: 4, no: 2 } },
      '1:55 votes-differ',
      { tallies: [{ eligible: 9, present: undefined, yes: undefined, no: undefined }] },
    ],
    [
      'more who came than there are',
      { tally: { unit: 'voters', eligible: 4, present: 5, yes: 3 } },
      '1:55 votes-differ',
      { tallies: [{ eligible: undefined, present: undefined, yes: 3 }] },
    ],
    [
      'more votes than there are voters',
      { tally: { unit: 'voters', eligible: 4, yes: 5 } },
      '1:55 votes-differ',
      { tallies: [{ eligible: undefined, present: undefined, yes: undefined }] },
    ],
    ['a blank role', { role: ' ' }, '1:54 wrong-type', { by: undefined }],
    ['text for a boolean', { closed: 'no' }, '1:56 wrong-type', {}],
    ['a procedure that is no text', { procedure: 7 }, '1:59 wrong-type', {}],
  ])('keeps the event beside %s', async (_what, more, fault, expected) => {
    const { logs, faults } = await read({ ...SOUND, ...more });
    expect(faults).toEqual([fault]);
    expect(logs).toHaveLength(1);
    expect(logs[0]?.lost).toBe(0);
    expect(logs[0]?.events).toMatchObject([{ step: 'accept', ...expected }]);
  });

  it.each<[string, unknown, string]>([
    ['has no time', { case: 'A', step: 'pay' }, '2:1 event-without-time'],
    ['has a month for a time', { ...SOUND, at: '2026-01' }, '2:34 event-without-time'],
    ['has a day that is none', { ...SOUND, at: '2026-02-30' }, '2:34 event-without-time'],
    ['has a number for a time', { ...SOUND, at: 5 }, '2:34 event-without-time'],
    ['has no step', { case: 'A', at: '2026-01-05' }, '2:1 missing-key'],
    ['has a number for a step', { ...SOUND, step: 5 }, '2:20 wrong-type'],
    ['says nothing', { case: 'A' }, '2:1 missing-key'],
    ['repeats an id', { ...SOUND, id: 'E1' }, '2:1 duplicate-event'],
  ])('counts an event of its case as lost that %s', async (_what, line, fault) => {
    const { logs, faults, counts } = await read({ ...SOUND, id: 'E1' }, line);
    expect(faults).toEqual([fault]);
    expect(logs).toMatchObject([{ id: 'A', lost: 1, events: [{ id: 'E1' }] }]);
    expect(counts).toMatchObject({ cases: 1, events: 1, lostEvents: 1 });
  });

  it.each<[string, unknown, string]>([
    ['is no JSON', '{"case": "A",', '2:14 json-syntax'],
    ['is no object', '[1]', '2:1 not-an-event'],
    ['has no case', { step: 'pay', at: '2026-01-05' }, '2:1 event-without-case'],
    ['has a number for a case', { ...SOUND, case: 3 }, '2:9 wrong-type'],
    ['has an id without end', { ...SOUND, case: 'x'.repeat(300) }, '2:9 bad-record-id'],
    ['nests without end', '['.repeat(10_000), '2:65 too-deep'],
  ])('counts an event of any case as lost where a line %s', async (_what, line, fault) => {
    const { logs, faults, counts } = await read(SOUND, line, { ...SOUND, case: 'B' });
    expect(faults).toEqual([fault]);
    expect(logs).toMatchObject([
      { id: 'A', lost: 1 },
      { id: 'B', lost: 1 },
    ]);
    expect(counts).toMatchObject({ cases: 2, events: 2, lostEvents: 1 });
  });

  it('gathers the events of a case, however they are mixed, and numbers those without an id', async () => {
    const { logs } = await read(
      SOUND,
      { ...SOUND, case: 'B' },
      { ...SOUND, step: 'pay' },
      { case: 'A', closed: true },
    );
    expect(
      logs.map(({ id, closed, events }) => [id, closed, ...events.map((each) => each.id)]),
    ).toEqual([
      ['A', true, '#1', '#2'],
      ['B', false, '#1'],
    ]);
  });

  it('takes an event back, and says where there is none to take back', async () => {
    const back = { case: 'A', at: '2026-01-06', kind: 'void' };
    const { logs, faults } = await read(
      { ...SOUND, id: 'E1' },
      { ...back, voids: 'E1' },
      { ...back, voids: 'E9' },
    );
    expect(faults).toEqual(['3:1 unknown-voided']);
    expect(logs[0]?.events.map(({ kind, step, voids }) => [kind, step, voids])).toEqual([
      ['instant', 'accept', undefined],
      ['void', 'accept', 'E1'],
      ['void', '', 'E9'],
    ]);
  });

  it('says where a case has two procedures', async () => {
    const { logs, faults } = await read(
      { ...SOUND, procedure: 'one' },
      { ...SOUND, procedure: 'two' },
    );
    expect(faults).toEqual(['2:1 case-differs']);
    expect(logs[0]?.procedure).toBe('one');
  });

  it('reports a case in which nothing happened', async () => {
    const { logs, faults, counts } = await read({ case: 'A', closed: true });
    expect([logs, faults, counts.lostCases]).toEqual([[], ['?1:1 case-without-events'], 1]);
  });

  it('keeps a key of data that is called like a part of the language', async () => {
    const { logs } = await read(`{"case":"A","step":"s","at":"2026-01-05","data":{"__proto__":1}}`);
    expect(Object.keys(logs[0]?.events[0]?.data ?? {})).toEqual(['__proto__']);
  });

  it('tells a hundred faults of one kind and counts the rest', async () => {
    const { faults, counts } = await read(
      ...Array.from({ length: 300 }, () => ({ ...SOUND, at: 'x' })),
    );
    expect(faults).toHaveLength(102);
    expect(faults.slice(-2)).toEqual(['?1:1 case-without-events', 'more-faults']);
    expect(counts.lostEvents).toBe(300);
  });
});
