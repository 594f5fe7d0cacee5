import { describe, expect, test } from 'vitest';
import { BASE, libraryOf, pack, parameter, prohibition, said } from '../testing/library-of.js';
import { procedure, step } from '../testing/procedures.js';
import { checkWaiverRank } from './waiver-rank.js';

const waiver = (what: string, approver: string) =>
  `waivers: [{ ${what}, document: 文, approver: { jurisdiction: "${approver}", name: 部 }, reason: { zh: 因, en: why } }]\n`;
const below = (text: string, waived: string) =>
  pack(
    'town',
    text,
    `jurisdiction: "330212"\nextends: [{ pack: national, version: ^1 }]\n${waived}`,
  );
const local = prohibition('town.a', 'basis: [{ instrument: CITY, confidence: local }]');
const bare = prohibition('town.a', 'basis: []');

describe('a waiver of a procedure', () => {
  test.each([
    { what: 'by the nation', item: 'national.p', approver: 'CN', found: [] },
    {
      what: 'by a province',
      item: 'national.p',
      approver: '33',
      found: ['waiver-rank national.p CN'],
    },
    {
      what: 'of one requirement by the nation',
      item: 'national.p#pay.required',
      approver: 'CN',
      found: [],
    },
    {
      what: 'of one requirement by a province',
      item: 'national.p#pay.required',
      approver: '33',
      found: ['waiver-rank national.p#pay.required CN'],
    },
  ])('$what', ({ item, approver, found }) => {
    const library = libraryOf(
      pack('national', BASE + procedure(step('pay'))),
      below('', waiver(`item: ${item}`, approver)),
    );
    expect(said(checkWaiverRank(library), 'id', 'maker')).toEqual(found);
  });
});

describe('a waiver', () => {
  test.each([
    {
      what: 'of national law by the nation',
      text: '',
      waived: waiver('item: national.a', 'CN'),
      found: [],
    },
    {
      what: 'of national law by a province',
      text: '',
      waived: waiver('item: national.a', '33'),
      found: ['waiver-rank national.a CN'],
    },
    {
      what: 'of a city rule by the city',
      text: local,
      waived: waiver('item: town.a', '3302'),
      found: [],
    },
    {
      what: 'of a city rule by the province',
      text: local,
      waived: waiver('item: town.a', '33'),
      found: [],
    },
    {
      what: 'of a city rule by a district',
      text: local,
      waived: waiver('item: town.a', '330212'),
      found: ['waiver-rank town.a 3302'],
    },
    {
      what: 'of a rule without an instrument by the level of its pack',
      text: bare,
      waived: waiver('item: town.a', '330212'),
      found: [],
    },
    {
      what: 'of a national value by the nation',
      text: '',
      waived: waiver('parameter: limit', 'CN'),
      found: [],
    },
    {
      what: 'of a national value by a city',
      text: '',
      waived: waiver('parameter: limit', '3302'),
      found: ['waiver-rank limit CN'],
    },
  ])('$what', ({ text, waived, found }) => {
    const national = pack(
      'national',
      BASE +
        prohibition('national.a') +
        parameter(
          'limit',
          'type: money\ntighten: lower\nvalues: [{ value: 1, basis: [{ instrument: LAW, confidence: verified }] }]',
        ),
    );
    expect(said(checkWaiverRank(libraryOf(national, below(text, waived))), 'id', 'maker')).toEqual(
      found,
    );
  });
});
