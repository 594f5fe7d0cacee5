import { describe, expect, test } from 'vitest';
import { BASE, libraryOf, pack, prohibition, said } from '../testing/library-of.js';
import { checkGlobs } from './globs.js';

describe.each(['prohibits', 'guards'])('what a power %s', (key) => {
  test.each([
    { glob: 'national.exp-*', found: [] },
    { glob: 'national.*-cash', found: [] },
    { glob: 'national.land-*', found: ['unknown-reference national.land-*'] },
  ])('by $glob', ({ glob, found }) => {
    const text = `${prohibition('national.exp-cash')}
---
kind: Power
id: national.p
title: { zh: 权, en: power }
severity: minor
nature: suspicion
holders: [committee]
capacities: [collective]
governs: { record: expenditure }
${key}: ["${glob}"]
`;
    expect(said(checkGlobs(libraryOf(pack('national', BASE + text))), 'id')).toEqual(found);
  });
});

describe('what a responsibility guards', () => {
  test.each([
    { name: 'nation.works#pay', found: [] },
    { name: 'nation.works#paid', found: ['unknown-reference nation.works#paid'] },
    { name: 'nation.other#pay', found: ['unknown-reference nation.other#pay'] },
  ])('by $name', ({ name, found }) => {
    const text = `
---
kind: Role
id: clerk
title: { zh: 文书, en: clerk }
---
kind: Power
id: nation.p
title: { zh: 权, en: power }
severity: minor
nature: suspicion
holders: [committee]
capacities: [collective]
governs: { record: expenditure }
---
kind: Procedure
id: nation.works
effective: { from: 2020-01-01 }
title: { zh: 工程, en: works }
severity: serious
nature: violation
steps:
  pay: { title: { zh: 付款, en: pay } }
---
kind: Responsibility
id: nation.duty
effective: { from: 2020-01-01 }
title: { zh: 责, en: duty }
severity: minor
nature: suspicion
power: nation.p
role: clerk
duty: { zh: 责, en: duty }
fulfilledWhen: { fact: amount, operator: present }
guards: ["${name}"]
`;
    expect(said(checkGlobs(libraryOf(pack('nation', BASE + text))), 'id')).toEqual(found);
  });
});
