import type { PlainRules } from './both-ways.js';

const leaf = (fact: string, operator: string, value: unknown, path?: string) => ({
  fact,
  operator,
  value,
  ...(path === undefined ? {} : { path }),
});

/** Conditions that show what the library's documentation offers, over the trial records. */
const CONDITIONS: Readonly<Record<string, object>> = {
  'equal a number': { all: [leaf('amount', 'equal', 1000)] },
  'equal a text': { all: [leaf('note', 'equal', '招待')] },
  'equal a truth': { all: [leaf('flag', 'equal', true)] },
  'equal an option': { all: [leaf('method', 'equal', 'cash')] },
  'equal a date': { all: [leaf('day', 'equal', '2026-01-01')] },
  'not equal': { all: [leaf('method', 'notEqual', 'cash')] },
  'less than': { all: [leaf('amount', 'lessThan', 1000)] },
  'less than or equal': { all: [leaf('amount', 'lessThanInclusive', 1000)] },
  'greater than': { all: [leaf('rate', 'greaterThan', 0.3)] },
  'greater than or equal': { all: [leaf('rate', 'greaterThanInclusive', 0.3)] },
  'dates in order': {
    all: [leaf('day', 'greaterThanInclusive', '2026-01-01'), leaf('day', 'lessThan', '2026-02-01')],
  },
  'one of several': { all: [leaf('method', 'in', ['cash', 'card'])] },
  'none of several': { all: [leaf('method', 'notIn', ['cash', 'card'])] },
  'one of none': { any: [leaf('count', 'in', []), leaf('count', 'equal', 3)] },
  'one of several numbers': { all: [leaf('count', 'in', [1, 2, 3])] },
  'a list contains': { all: [leaf('tags', 'contains', 'a')] },
  'a list does not contain': { all: [leaf('tags', 'doesNotContain', 'a')] },
  'a list of dates contains': { all: [leaf('days', 'contains', '2026-01-01')] },
  'all and any nested': {
    any: [
      { all: [leaf('count', 'equal', 1), leaf('amount', 'greaterThanInclusive', 100)] },
      { all: [leaf('count', 'equal', 2), leaf('amount', 'greaterThanInclusive', 1000)] },
    ],
  },
  'not of a group': { not: { any: [leaf('method', 'equal', 'cash'), leaf('count', 'equal', 0)] } },
  'not of a comparison': { not: leaf('amount', 'lessThan', 100) },
  'not of not': { not: { not: leaf('amount', 'lessThan', 100) } },
  'a path': { all: [leaf('detail', 'equal', 'a', '$.place')] },
  'a path in brackets': { all: [leaf('detail', 'greaterThan', 100, "$['price']")] },
  'a path to a list': { all: [leaf('detail', 'contains', 'a', '$.kinds')] },
  'a fact beside a fact': { all: [leaf('amount', 'greaterThan', { fact: 'limit' })] },
  'a path beside a path': {
    all: [leaf('detail', 'equal', { fact: 'title' }, '$.place')],
  },
  'a date beside a date': { all: [leaf('until', 'lessThan', { fact: 'day' })] },
  'a fact in a list of the record': { all: [leaf('note', 'in', { fact: 'tags' })] },
  'a list of the record contains a fact': { all: [leaf('tags', 'contains', { fact: 'title' })] },
  'an id beside a text': { all: [leaf('payee', 'equal', { fact: 'note' })] },
  'the record’s own id': { all: [leaf('id', 'equal', 'T1')] },
  'a field with a name of ours': { all: [leaf('record', 'equal', 'a')] },
  'a named condition': { condition: 'large' },
  'a named condition among others': {
    all: [{ condition: 'large' }, { not: { condition: 'in cash' } }],
  },
  'names of clauses': {
    name: 'root',
    any: [
      { name: 'dear', ...leaf('amount', 'greaterThan', 1000) },
      { name: 'a b', ...leaf('flag', 'equal', true) },
    ],
  },
  'priorities of clauses': {
    priority: 4,
    all: [{ priority: 9, ...leaf('amount', 'greaterThan', 100) }, leaf('flag', 'equal', true)],
  },
  'not:': { all: [leaf('amount', 'not:lessThan', 1000)] },
  'not:in': { all: [leaf('method', 'not:in', ['cash'])] },
  'not:not:': { all: [leaf('amount', 'not:not:lessThan', 1000)] },
  'someFact:': { all: [leaf('scores', 'someFact:greaterThan', 1)] },
  'everyFact:': { all: [leaf('scores', 'everyFact:greaterThan', 0)] },
  'someFact:in': { all: [leaf('tags', 'someFact:in', ['a', 'b'])] },
  'everyFact:notEqual a fact': { all: [leaf('tags', 'everyFact:notEqual', { fact: 'note' })] },
  'not:someFact:': { all: [leaf('scores', 'not:someFact:lessThan', 1)] },
  'someFact:not:': { all: [leaf('scores', 'someFact:not:lessThan', 1)] },
  'someValue:': { all: [leaf('amount', 'someValue:greaterThan', [100, 1000])] },
  'everyValue:': { all: [leaf('amount', 'everyValue:greaterThan', [100, 1000])] },
  'someValue: over a list of the record': {
    all: [leaf('note', 'someValue:equal', { fact: 'words' })],
  },
  'everyValue: over a list of the record': {
    all: [leaf('rate', 'everyValue:lessThanInclusive', { fact: 'scores' })],
  },
  'someFact:someValue:': {
    all: [leaf('tags', 'someFact:someValue:equal', { fact: 'words' })],
  },
  'everyFact:someValue:': {
    all: [leaf('tags', 'everyFact:someValue:equal', ['a', 'ab'])],
  },
  'swap:': { all: [leaf('amount', 'swap:lessThan', 1000)] },
  'swap:in': { all: [leaf('tags', 'swap:in', 'a')] },
  'swap:contains': { all: [leaf('note', 'swap:contains', ['a', '招待'])] },
  'swap: of two facts': { all: [leaf('amount', 'swap:lessThan', { fact: 'limit' })] },
  'everyFact:swap:': { all: [leaf('scores', 'everyFact:swap:lessThanInclusive', 0)] },
  'swap:someValue:': { all: [leaf('scores', 'swap:someValue:equal', 1)] },
  'a single fact under any': { any: [leaf('flag', 'equal', false)] },
};

export const CORPUS: PlainRules = {
  rules: Object.entries(CONDITIONS).map(([name, conditions], index) => ({
    name,
    conditions: JSON.parse(JSON.stringify(conditions)) as unknown,
    event: { type: `event-${String(index)}`, params: { message: name } },
    ...(index % 9 === 4 ? { priority: index } : {}),
  })),
  conditions: {
    large: { all: [leaf('amount', 'greaterThan', 999)] },
    'in cash': {
      any: [leaf('method', 'equal', 'cash'), { not: { condition: 'large' } }],
    },
  },
};
