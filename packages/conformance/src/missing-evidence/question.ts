/** A clause in the grammar that json-rules-engine and Qingdan share; every other engine gets a translation. */
export type Clause =
  | { readonly all: readonly Clause[] }
  | { readonly any: readonly Clause[] }
  | { readonly not: Clause }
  | {
      readonly fact: FactName;
      readonly operator: ComparisonName;
      readonly value: string | number | readonly string[];
    };

type ComparisonName =
  | 'equal'
  | 'notEqual'
  | 'lessThan'
  | 'greaterThan'
  | 'in'
  | 'notIn'
  | 'contains'
  | 'doesNotContain';

export type FactName =
  'method' | 'payee' | 'amount' | 'transferred' | 'methods' | 'agreement' | 'agreements';

export type Facts = Readonly<Partial<Record<FactName, unknown>>>;

/** A payment of 1500 yuan in cash to a person who has no bank agreement. */
export const COMPLETE = {
  method: 'cash',
  payee: 'person',
  amount: 1500,
  transferred: 0,
  methods: ['cash'],
  agreement: 'phone',
  agreements: ['phone'],
} as const satisfies Record<FactName, unknown>;

const CASH: Clause = { fact: 'method', operator: 'equal', value: 'cash' };
const PERSON: Clause = { fact: 'payee', operator: 'equal', value: 'person' };
const COMPANY: Clause = { fact: 'payee', operator: 'equal', value: 'company' };
const OVER: Clause = { fact: 'amount', operator: 'greaterThan', value: 1000 };
const NO_BANK: Clause = { fact: 'agreements', operator: 'doesNotContain', value: 'bank' };
const BANK: Clause = { fact: 'agreement', operator: 'equal', value: 'bank' };

/** A clause put in the place of one or more of the rule's four, so that one fact decides, unless `idle`. */
export interface Question {
  readonly name: string;
  readonly clause: Clause;
  readonly replaces: readonly Clause[];
  /** The fact that goes missing; absent where the clause speaks of none. */
  readonly fact?: FactName;
  readonly wrong?: unknown;
  /** A value of the fact that makes the payment no violation. */
  readonly contrary?: unknown;
  /** What the rule says whatever the fact is: nothing that matters is missing. */
  readonly idle?: 'violation' | 'no violation';
}

export const QUESTIONS: readonly Question[] = [
  { name: 'equal', clause: CASH, replaces: [CASH], fact: 'method', wrong: 7, contrary: 'transfer' },
  {
    name: 'notEqual',
    clause: { fact: 'payee', operator: 'notEqual', value: 'company' },
    replaces: [PERSON],
    fact: 'payee',
    wrong: 7,
    contrary: 'company',
  },
  {
    name: 'lessThan',
    clause: { fact: 'transferred', operator: 'lessThan', value: 500 },
    replaces: [OVER],
    fact: 'transferred',
    wrong: 'unclear',
    contrary: 900,
  },
  {
    name: 'greaterThan',
    clause: OVER,
    replaces: [OVER],
    fact: 'amount',
    wrong: 'unclear',
    contrary: 800,
  },
  {
    name: 'in',
    clause: { fact: 'method', operator: 'in', value: ['cash', 'coins'] },
    replaces: [CASH],
    fact: 'method',
    wrong: 7,
    contrary: 'transfer',
  },
  {
    name: 'notIn',
    clause: { fact: 'payee', operator: 'notIn', value: ['company', 'bank'] },
    replaces: [PERSON],
    fact: 'payee',
    wrong: 7,
    contrary: 'company',
  },
  {
    name: 'contains',
    clause: { fact: 'methods', operator: 'contains', value: 'cash' },
    replaces: [CASH],
    fact: 'methods',
    wrong: 'unclear',
    contrary: ['transfer'],
  },
  {
    name: 'doesNotContain',
    clause: NO_BANK,
    replaces: [NO_BANK],
    fact: 'agreements',
    wrong: 'unclear',
    contrary: ['bank'],
  },
  {
    name: 'not',
    clause: { not: BANK },
    replaces: [NO_BANK],
    fact: 'agreement',
    wrong: 7,
    contrary: 'bank',
  },
  {
    name: 'not of all',
    clause: { not: { all: [PERSON, BANK] } },
    replaces: [NO_BANK],
    fact: 'agreement',
    wrong: 7,
    contrary: 'bank',
  },
  {
    name: 'all',
    clause: { all: [CASH, OVER] },
    replaces: [CASH, OVER],
    fact: 'amount',
    wrong: 'unclear',
    contrary: 800,
  },
  {
    name: 'all, another clause false',
    clause: { all: [COMPANY, OVER] },
    replaces: [PERSON, OVER],
    fact: 'amount',
    wrong: 'unclear',
    idle: 'no violation',
  },
  {
    name: 'any, the others false',
    clause: { any: [COMPANY, OVER] },
    replaces: [PERSON, OVER],
    fact: 'amount',
    wrong: 'unclear',
    contrary: 800,
  },
  {
    name: 'any, another clause true',
    clause: { any: [PERSON, OVER] },
    replaces: [PERSON, OVER],
    fact: 'amount',
    wrong: 'unclear',
    idle: 'violation',
  },
  { name: 'any, empty', clause: { any: [] }, replaces: [], idle: 'no violation' },
];

/** The whole rule: the four clauses of the payment in cash, one or more of them replaced. */
export function ruleOf({ clause, replaces }: Question): { readonly all: readonly Clause[] } {
  const rest = [CASH, PERSON, OVER, NO_BANK].filter((each) => !replaces.includes(each));
  return { all: [...rest, clause] };
}
