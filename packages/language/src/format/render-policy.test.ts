import { describe, expect, test } from 'vitest';
import { formatPolicy } from './format-policy.js';
import { renderPolicy } from './render-policy.js';

const DOCUMENTS = [
  { kind: 'Role', id: 'a', title: { zh: '甲', en: 'yes' } },
  {
    kind: 'Prohibition',
    id: 'p.a',
    basis: [{ instrument: 'LAW', article: '35', confidence: 'recalled' }],
    appliesTo: 'payment',
    violatedWhen: {
      any: [
        { fact: 'amount', operator: 'greaterThan', value: 1000.5 },
        {
          not: {
            some: {
              in: 'record.tags',
              as: 'it',
              where: { fact: 'it', operator: 'in', value: ['1', 'b'] },
            },
          },
        },
      ],
    },
  },
];

describe('documents as text', () => {
  const text = renderPolicy(DOCUMENTS);

  test('have small things on one line and clauses below each other', () => {
    expect(text).toBe(`kind: Role
id: a
title: { zh: 甲, en: yes }
---
kind: Prohibition
id: p.a
basis: [{ instrument: LAW, article: "35", confidence: recalled }]
appliesTo: payment
violatedWhen:
  any:
    - { fact: amount, operator: greaterThan, value: 1000.5 }
    - not:
        some:
          in: record.tags
          as: it
          where: { fact: it, operator: in, value: ["1", b] }
`);
  });

  test('are as the formatter would lay them out', () => {
    expect(formatPolicy(text).value).toBe(text);
  });

  test('begin with their modeline where a file is named', () => {
    expect(renderPolicy(DOCUMENTS, 'policies/p/a.yaml').split('\n')[0]).toBe(
      '# yaml-language-server: $schema=../../schemas/policy.schema.json',
    );
  });
});
