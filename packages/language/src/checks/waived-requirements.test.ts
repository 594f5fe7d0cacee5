import { expect, test } from 'vitest';
import { BASE, libraryOf, pack, said } from '../testing/library-of.js';
import { procedure, step } from '../testing/procedures.js';
import { checkWaivedRequirements } from './waived-requirements.js';

test.each([
  ['of a procedure is sound', 'national.p', []],
  ['of what it requires is sound', 'national.p#pay.required', []],
  ['of what it doesn’t require is an error', 'national.p#pay.requird', ['pay.requird']],
])('a waiver %s', (_, item, found) => {
  const waiver = `{ item: ${item}, document: 文, approver: { jurisdiction: CN, name: 部 }, reason: { zh: 因, en: why } }`;
  const library = libraryOf(
    pack('national', BASE + procedure(step('pay'))),
    pack(
      'town',
      '',
      `jurisdiction: "330212"\nextends: [{ pack: national, version: ^1 }]\nwaivers: [${waiver}]\n`,
    ),
  );
  expect(said(checkWaivedRequirements(library), 'id')).toEqual(
    found.map((id) => `unknown-reference ${id}`),
  );
});
