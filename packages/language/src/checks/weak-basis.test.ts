import { describe, expect, test } from 'vitest';
import { BASE, libraryOf, pack, prohibition, said } from '../testing/library-of.js';
import { checkWeakBasis } from './weak-basis.js';

const basis = (...entries: string[]) =>
  `basis: [${entries.map((entry) => `{ ${entry} }`).join(', ')}]`;

describe('a claim of violation', () => {
  test.each([
    {
      what: 'rests on words that were read',
      keys: basis('instrument: LAW, confidence: verified'),
      found: [],
    },
    {
      what: 'rests on words read in another text',
      keys: basis('instrument: LAW, confidence: restated'),
      found: [],
    },
    {
      what: 'does not rest on words seen cited only',
      keys: basis('instrument: LAW, confidence: cited'),
      found: ['weak-basis … … cited'],
    },
    {
      what: 'does not rest on a local text in a national pack',
      keys: basis('instrument: LAW, confidence: cited', 'instrument: CITY, confidence: local'),
      found: ['weak-basis … … cited'],
    },
    {
      what: 'must be supported on every day',
      keys: basis('instrument: OLD, confidence: verified', 'instrument: LAW, confidence: recalled'),
      found: ['weak-basis 2026-01-01 … recalled'],
    },
    {
      what: 'must be supported for each subject',
      keys: basis(
        'instrument: LAW, confidence: verified, subjects: [village, station]',
        'instrument: LAW, confidence: cited',
      ),
      found: ['weak-basis … … cited (community, cooperative)'],
    },
  ])('$what', ({ keys, found }) => {
    const library = libraryOf(pack('national', BASE + prohibition('national.a', keys)));
    expect(said(checkWeakBasis(library), 'from', 'until', 'confidence')).toEqual(found);
  });

  test('must be supported for those who take it over, on the days on which they do', () => {
    const keys = (confidence: string) =>
      basis(
        'instrument: LAW, confidence: verified, subjects: [village]',
        `instrument: LAW, confidence: ${confidence}, subjects: [community], from: 2026-01-01`,
      );
    const told = (confidence: string, use: string) =>
      said(
        checkWeakBasis(
          libraryOf(
            pack('national', BASE),
            pack(
              'village',
              prohibition('village.a', keys(confidence)),
              'subjects: [village]\nextends: [{ pack: national, version: ^1 }]\n',
            ),
            pack(
              'community',
              '',
              `subjects: [community]\nextends: [{ pack: village, version: ^1, use: [${use}] }]\n`,
            ),
          ),
        ),
        'from',
        'confidence',
      );
    expect(told('cited', 'village.a')).toEqual(['weak-basis 2026-01-01 cited (community)']);
    expect(told('verified', 'village.a')).toEqual([]);
    expect(told('cited', 'village.b')).toEqual([]);
  });

  test('may rest on a local text in a pack of that locality', () => {
    const item = (name: string) =>
      prohibition(
        `${name}.a`,
        basis('instrument: CITY, confidence: local') + '\neffective: { from: 2020-01-01 }',
      );
    const extend = (code: string) =>
      `jurisdiction: "${code}"\nextends: [{ pack: national, version: ^1 }]\n`;
    const library = libraryOf(
      pack('national', BASE),
      pack('town', item('town'), extend('330212')),
      pack('elsewhere', item('elsewhere'), extend('4403')),
    );
    expect(said(checkWeakBasis(library), 'id')).toEqual(['weak-basis elsewhere.a']);
  });

  test('may be made of a suspicion by a lower level, on a text of its own', () => {
    const suspicion = prohibition('national.a').replace('nature: violation', 'nature: suspicion');
    const adds = (code: string) =>
      pack(
        'local',
        'kind: Prohibition\nid: national.a\nalsoViolatedWhen: { fact: urgent, operator: equal, value: true, nature: violation }\nbasis: [{ instrument: CITY, confidence: local }]',
        `jurisdiction: "${code}"\nextends: [{ pack: national, version: ^1 }]\n`,
      );
    const found = (code: string) =>
      said(checkWeakBasis(libraryOf(pack('national', BASE + suspicion), adds(code))), 'id');
    expect(found('330212')).toEqual([]);
    expect(found('4403')).toEqual(['weak-basis national.a']);
  });

  test('is not made by a suspicion', () => {
    const branch =
      'any: [{ fact: urgent, operator: equal, value: true, nature: suspicion, basis: [{ instrument: LAW, confidence: cited }] }]';
    const library = libraryOf(pack('national', BASE + prohibition('national.a', '', branch)));
    expect(checkWeakBasis(library)).toEqual([]);
  });

  test('is judged for a branch with its own nature and the basis of the item', () => {
    const text = prohibition(
      'national.a',
      basis('instrument: LAW, confidence: cited'),
      'any: [{ fact: urgent, operator: equal, value: true, nature: violation }, { fact: method, operator: equal, value: cash, nature: suspicion }]',
    );
    expect(said(checkWeakBasis(libraryOf(pack('national', BASE + text))), 'id')).toEqual([
      'weak-basis national.a',
    ]);
  });
});
