import { describe, expect, test } from 'vitest';
import { BASE, libraryOf, pack, prohibition, said } from '../testing/library-of.js';
import { checkPowerCompanions } from './power-companions.js';

const power = (keys: string) => `
---
kind: Power
id: national.p
title: { zh: 权, en: power }
severity: minor
nature: suspicion
holders: [committee]
capacities: [collective]
governs: { record: expenditure }
${keys}
`;
const duty = `
---
kind: Responsibility
id: national.r
severity: minor
nature: suspicion
power: national.p
role: director
duty: { zh: 责, en: duty }
fulfilledWhen: { fact: urgent, operator: equal, value: true }
`;
const why = '{ reason: { zh: 因, en: why } }';

describe('a power', () => {
  test.each([
    {
      what: 'alone',
      text: power(''),
      found: ['Responsibility noDuty', 'Prohibition noProhibition', 'procedure noProcedure'],
    },
    {
      what: 'that says why',
      text: power(`noDuty: ${why}\nnoProhibition: ${why}\nnoProcedure: ${why}`),
      found: [],
    },
    {
      what: 'with a duty and a prohibition',
      text:
        power(`prohibits: [national.*]\nnoProcedure: ${why}`) + duty + prohibition('national.a'),
      found: [],
    },
  ])('$what', ({ text, found }) => {
    const diagnostics = checkPowerCompanions(libraryOf(pack('national', BASE + text)));
    expect(said(diagnostics, 'what', 'key')).toEqual(found.map((rest) => `power-without ${rest}`));
  });
});
