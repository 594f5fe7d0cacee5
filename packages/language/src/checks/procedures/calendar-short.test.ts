import { createCalendar, dayOf } from '@qingdan/core';
import { expect, it, test } from 'vitest';
import { BASE, libraryOf, pack, parameter, said } from '../../testing/library-of.js';
import { procedure, step } from '../../testing/procedures.js';
import { checkLibrary } from '../check-library.js';
import { checkCalendarShort } from './calendar-short.js';

const CALENDAR = createCalendar({
  digest: 'sha256:none',
  first: dayOf(2007, 1, 1),
  last: dayOf(2026, 12, 31),
  off: new Set(),
  working: new Set(),
});
const WAIT = parameter(
  'wait',
  'type: duration\ntighten: lower\nvalues: [{ value: 3 workdays, basis: [{ instrument: LAW, confidence: verified }] }]',
);
const EARLY = 'effective: { from: 2006-12-31 }';
const DUE = 'within: 10 days of a';
const AS_THEY_ARE = 'counting: { includesFirst: false, rolls: false }';

const library = (keys: string, effective: string, manifest = ''): ReturnType<typeof libraryOf> =>
  libraryOf(
    pack('national', BASE + WAIT + procedure(step('a') + step('b', keys), effective), manifest),
  );

test.each([
  { what: 'from the first day of the calendar', keys: DUE, effective: '2007-01-01', told: [] },
  { what: 'from the last day of the calendar', keys: DUE, effective: '2026-12-31', told: [] },
  {
    what: 'from the day before',
    keys: DUE,
    effective: '2006-12-31',
    told: ['b.within 2006-12-31'],
  },
  { what: 'from the day after', keys: DUE, effective: '2027-01-01', told: ['b.within 2027-01-01'] },
])('a deadline that holds $what', ({ keys, effective, told }) => {
  const of = library(keys, `effective: { from: ${effective} }`);
  expect(said(checkCalendarShort(of, CALENDAR), 'constraint', 'from')).toEqual(
    told.map((each) => `calendar-short ${each}`),
  );
});

test.each([
  { what: 'no time at all', keys: 'after: a', told: [] },
  { what: 'days that stay where they fall', keys: `${DUE}, ${AS_THEY_ARE}`, told: [] },
  {
    what: 'working days that stay where they fall',
    keys: `within: 3 workdays of a, ${AS_THEY_ARE}`,
    told: ['b.within'],
  },
  {
    what: 'working days of a parameter',
    keys: `within: { within: { parameter: wait }, of: a }, ${AS_THEY_ARE}`,
    told: ['b.within'],
  },
  { what: 'a gap of days', keys: 'notBefore: 10 days after a', told: [] },
  { what: 'a gap of working days', keys: 'notBefore: 3 workdays after a', told: ['b.notBefore'] },
  { what: 'a posting of days', keys: 'publicity: { min: 15 days }', told: [] },
  {
    what: 'a posting of working days',
    keys: 'publicity: { min: 10 workdays }',
    told: ['b.publicity'],
  },
])('before the calendar begins, $what', ({ keys, told }) => {
  expect(said(checkCalendarShort(library(keys, EARLY), CALENDAR), 'constraint')).toEqual(
    told.map((each) => `calendar-short ${each}`),
  );
});

it('is asked for from the day on which the pack begins to judge', () => {
  const covered = library(DUE, EARLY, 'covers: { from: 2018-12-29 }');
  expect(checkCalendarShort(covered, CALENDAR)).toEqual([]);
  expect(checkCalendarShort(library(DUE, ''), CALENDAR)).toEqual([]);
});

it('is part of what is wrong with packs where a calendar is given', () => {
  const early = library(DUE, EARLY);
  expect(said(checkLibrary(early))).toEqual([]);
  expect(said(checkLibrary(early, CALENDAR))).toEqual(['calendar-short']);
});
