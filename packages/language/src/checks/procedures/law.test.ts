import { describe, expect, test } from 'vitest';
import { resolvePolicy } from '../../resolve/resolve-policy.js';
import { BASE, libraryOf, pack, parameter, said } from '../../testing/library-of.js';
import { procedure, step } from '../../testing/procedures.js';
import { checkLibrary } from '../check-library.js';

const PARAMETER = parameter(
  'wait',
  'type: duration\ntighten: higher\nvalues: [{ value: 10 days, basis: [{ instrument: LAW, confidence: verified }] }]',
);
const RECALLED = 'basis: [{ instrument: LAW, confidence: recalled }]';

describe('a procedure and the law', () => {
  test.each([
    { what: 'that are in order', keys: 'after: a', more: '', found: [] },
    {
      what: 'a step that claims a violation on a weak basis',
      keys: `nature: violation, ${RECALLED}`,
      more: '',
      found: ['weak-basis'],
    },
    {
      what: 'a step that cites an article that there is not',
      keys: 'basis: [{ instrument: LAW, article: "41", confidence: verified }]',
      more: '',
      found: ['no-such-article'],
    },
    {
      what: "a step whose basis holds on some of its days, and the procedure's on the others",
      keys: 'basis: [{ instrument: OLD, confidence: verified }]',
      more: '',
      found: [],
    },
    {
      what: 'a wait that a higher figure makes longer',
      keys: 'notBefore: { by: { parameter: wait }, after: a }',
      more: '',
      found: [],
    },
    {
      what: 'a deadline that a higher figure makes longer, though higher is said to be stricter',
      keys: 'within: { within: { parameter: wait }, of: a }',
      more: '',
      found: ['tighten-sign'],
    },
    {
      what: 'a revision that begins before the last ends',
      keys: '',
      more: 'revision: 2',
      found: ['revision-overlap'],
    },
  ])('$what', ({ keys, more, found }) => {
    const steps = step('a') + step('b', keys);
    const text = procedure(steps) + (more === '' ? '' : procedure(steps, more));
    expect(said(checkLibrary(libraryOf(pack('national', BASE + PARAMETER + text))))).toEqual(found);
  });
});

describe('the procedures of an organisation', () => {
  const library = libraryOf(
    pack(
      'national',
      BASE + procedure(step('a')) + procedure(step('a'), 'subjects: [station]', 'national.q'),
    ),
    pack(
      'ningbo',
      '',
      'jurisdiction: "3302"\nextends: [{ pack: national, version: ^1 }]\nterms: { 程序: 流程 }',
    ),
  );
  test.each([
    { subject: 'village', jurisdiction: 'CN', ids: ['national.p'], title: '程序' },
    { subject: 'station', jurisdiction: 'CN', ids: ['national.p', 'national.q'], title: '程序' },
    { subject: 'village', jurisdiction: '3302', ids: ['national.p'], title: '流程' },
  ] as const)(
    'of the subject $subject in $jurisdiction',
    ({ subject, jurisdiction, ids, title }) => {
      const { procedures } = resolvePolicy(library, { subject, jurisdiction }).value;
      expect([...procedures.keys()]).toEqual(ids);
      expect(procedures.get('national.p')?.[0]?.title.zh).toBe(title);
    },
  );
});
