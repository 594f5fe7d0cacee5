import type { RecordType, Relations, Role, Type } from '@qingdan/core';
import { HERE, label } from '../build/marks.js';
import {
  BALANCE,
  BODY,
  BOOLEAN,
  COUNT,
  DATE,
  DURATION,
  enumOf,
  INSTANT,
  listOf,
  MONEY,
  NUMBER,
  PERIOD,
  PERSON,
  RATIO,
  recordOf,
  refTo,
  ROLE,
  structOf,
  TEXT,
} from '../build/types.js';

export const METHOD = enumOf('method', ['cash', 'transfer', 'card']);
export const MATTER = enumOf('matter', ['budget', 'land', 'charter']);
const RELATION = enumOf('relation', ['parent', 'child', 'spouse', 'sibling']);
const DECISION = enumOf('decision', ['yes', 'no']);

const PARTS = listOf(structOf({ n: COUNT, who: PERSON }));
const LINES = listOf(
  structOf({ amount: MONEY, item: TEXT, on: DATE, parts: PARTS, meeting: refTo('meeting') }),
);
const APPROVALS = listOf(structOf({ person: PERSON, role: ROLE, decision: DECISION, on: DATE }));

/** The kinds of records that random policies speak of: every type occurs, and so does a field called `organisation`. */
export const KINDS: ReadonlyMap<string, RecordType> = new Map(
  [
    recordOf(
      'payment',
      {
        paidOn: DATE,
        amount: MONEY,
        balance: BALANCE,
        count: COUNT,
        rate: NUMBER,
        share: RATIO,
        flag: BOOLEAN,
        note: TEXT,
        method: METHOD,
        at: INSTANT,
        wait: DURATION,
        term: PERIOD,
        payee: PERSON,
        madeBy: BODY,
        role: ROLE,
        tags: listOf(METHOD),
        scores: listOf(NUMBER),
        names: listOf(TEXT),
        helpers: listOf(PERSON),
        lines: LINES,
        approvals: APPROVALS,
        meeting: refTo('meeting'),
        parent: refTo('payment'),
        detail: structOf({ method: METHOD, place: TEXT, amount: MONEY }),
      },
      {
        governingDate: 'paidOn',
        approvals: 'approvals',
        decision: 'meeting',
        holder: 'madeBy',
      },
    ),
    recordOf(
      'contract',
      {
        signedOn: DATE,
        price: MONEY,
        term: PERIOD,
        party: PERSON,
        agent: PERSON,
        organisation: PERSON,
        method: METHOD,
        payment: refTo('payment'),
        stages: listOf(structOf({ share: RATIO, due: DATE })),
      },
      { governingDate: 'signedOn' },
    ),
    recordOf(
      'meeting',
      {
        heldOn: DATE,
        body: BODY,
        matter: MATTER,
        matters: listOf(MATTER),
        attended: COUNT,
        votes: COUNT,
        attendees: listOf(PERSON),
      },
      { governingDate: 'heldOn' },
    ),
    recordOf('officer', { person: PERSON, post: ROLE, term: PERIOD }),
    recordOf('kinship', { a: PERSON, b: PERSON, relation: RELATION }, { shared: true }),
    recordOf('person', { name: TEXT, born: DATE, income: MONEY }, { shared: true }),
  ].map((type) => [type.id, type]),
);

export function kind(id: string): RecordType {
  return KINDS.get(id) as RecordType;
}

export const ROLES: ReadonlyMap<string, Role> = new Map(
  [
    { id: 'director', body: 'committee', rank: 3 },
    { id: 'deputy', body: 'committee', rank: 2 },
    { id: 'member', body: 'committee', rank: 1 },
    { id: 'secretary', body: 'branch', rank: 3 },
    { id: 'accountant' },
  ].map((role) => [role.id, { ...role, title: label(role.id), span: HERE }]),
);

export const BODIES = ['committee', 'assembly', 'branch'] as const;

export const RELATIONS: Relations = {
  record: 'kinship',
  relations: new Map([
    ['parent', { label: label('parent'), inverse: 'child' }],
    ['child', { label: label('child'), inverse: 'parent' }],
    ['spouse', { label: label('spouse'), inverse: 'spouse' }],
    // Without an inverse: it is read in the direction in which it was recorded.
    ['sibling', { label: label('sibling') }],
  ]),
  sets: new Map([
    ['close', { label: label('close'), includes: ['parent', 'spouse'] }],
    ['near', { label: label('near'), includes: ['parent', 'child', 'spouse', 'sibling'] }],
    ['siblings', { label: label('siblings'), includes: ['sibling'] }],
  ]),
  span: HERE,
};

export function elementOf(type: Type): Type {
  if (type.kind !== 'list' && type.kind !== 'set') throw new Error('not a list');
  return type.items;
}
