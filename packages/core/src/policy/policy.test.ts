import { describe, expect, it } from 'vitest';
import { SourceText, type Span } from '../source/span.js';
import { type Interval } from './interval.js';
import type { Dated } from './item.js';
import type { Parameter } from './law.js';
import { changesOfLaw, inForce, type Policy, valueInForce } from './policy.js';

const span: Span = { source: new SourceText('policy.yaml', ''), start: 0, end: 0 };
const text = { zh: '文', en: 'text' };

function revision(number: number, effective: Interval): Dated {
  return { id: 'p.item', revision: number, effective, pack: 'p', span };
}

function parameter(...intervals: Interval[]): Parameter {
  return {
    id: 'p.limit',
    label: text,
    type: { kind: 'money' },
    tighten: 'lower',
    values: intervals.map((interval, index) => ({
      interval,
      value: index,
      unset: false,
      basis: [],
      pack: 'p',
      span,
    })),
    pack: 'p',
    span,
  };
}

function policyWith(more: Partial<Policy>): Policy {
  return {
    packs: [],
    subject: undefined,
    coversFrom: undefined,
    instruments: new Map(),
    records: new Map(),
    parameters: new Map(),
    tables: new Map(),
    definitions: new Map(),
    conditions: new Map(),
    roles: new Map(),
    bodies: new Map(),
    relations: undefined,
    items: [],
    procedures: new Map(),
    waivers: [],
    ...more,
  };
}

describe('what is in force', () => {
  const revisions = [
    revision(1, { from: 10, until: 20 }),
    revision(2, { from: 20, until: undefined }),
  ];

  it.each<[number, number | undefined]>([
    [9, undefined],
    [10, 1],
    [19, 1],
    [20, 2],
    [999, 2],
  ])('on day %s is revision %s', (day, expected) => {
    expect(inForce(revisions, day)?.revision).toBe(expected);
  });

  it('is nothing where there is no such document', () => {
    expect(inForce(undefined, 5)).toBeUndefined();
    expect(valueInForce(undefined, 5)).toBeUndefined();
  });

  it('is the value of a parameter whose interval holds the day', () => {
    const limit = parameter({ from: undefined, until: 10 }, { from: 10, until: 20 });
    expect([9, 10, 20].map((day) => valueInForce(limit, day)?.value)).toEqual([0, 1, undefined]);
  });
});

describe('changes of law', () => {
  it('are every end of what evaluators read, once each and in order', () => {
    const policy = policyWith({
      coversFrom: 7,
      parameters: new Map([
        ['p.limit', parameter({ from: 10, until: 20 }, { from: 20, until: 5000 })],
      ]),
      tables: new Map([['p.table', [{ ...revision(1, { from: 15, until: undefined }) } as never]]]),
      definitions: new Map([['p.fact', [revision(1, { from: undefined, until: 300 }) as never]]]),
      conditions: new Map([['p.when', [revision(1, { from: -5, until: undefined }) as never]]]),
      items: [
        [
          revision(1, { from: 10, until: 40 }) as never,
          revision(2, { from: 40, until: undefined }) as never,
        ],
      ],
    });
    expect(changesOfLaw(policy)).toEqual([-5, 7, 10, 15, 20, 40, 300, 5000]);
  });

  it('do not come from instruments or waivers, which only cite and excuse', () => {
    const policy = policyWith({
      instruments: new Map([
        [
          'LAW',
          {
            id: 'LAW',
            title: text,
            level: 'CN',
            effective: { from: 1, until: 2 },
            replaces: [],
            confidence: 'verified',
            span,
          },
        ],
      ]),
      waivers: [
        {
          item: 'p.item',
          document: 'D',
          approver: { jurisdiction: 'CN', name: 'N' },
          reason: text,
          interval: { from: 3, until: 4 },
          pack: 'p',
        },
      ],
    });
    expect(changesOfLaw(policy)).toEqual([]);
  });
});
