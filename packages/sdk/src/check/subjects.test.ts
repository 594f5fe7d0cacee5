import { describe, expect, it } from 'vitest';
import { packsFrom } from '../testing/small-packs.js';
import { areForSeveral, subjectOfProcedure, usualSubject } from './subjects.js';

const manifestOf = (subjects: string, above = ''): string => `
title: { zh: 规则包, en: Pack }
jurisdiction: CN
${subjects === '' ? '' : `subjects: [${subjects}]`}
${above === '' ? '' : `extends: [{ pack: ${above}, version: ^1, use: ['*'] }]`}
`;
const procedure = (id: string, subjects = ''): string => `
kind: Procedure
id: ${id}
effective: { from: 2020-01-01 }
title: { zh: 流程, en: procedure }
${subjects === '' ? '' : `subjects: [${subjects}]`}
severity: minor
nature: violation
basis: []
steps:
  begin: { title: { zh: 开始, en: begin } }
`;
const libraryOf = (packs: Readonly<Record<string, { manifest: string; policy?: string }>>) =>
  packsFrom(
    Object.fromEntries(
      Object.entries(packs).map(([name, { manifest, policy = '' }]) => [
        name,
        { manifest, policy },
      ]),
    ),
  ).packs.library;

const village = { manifest: manifestOf('village') };
const community = { manifest: manifestOf('community', 'village') };

describe('the subject that is meant where nothing says it', () => {
  it.each([
    ['that of the only pack', { village }, 'village', false],
    ['that of the pack on which those of others build', { village, community }, 'village', true],
    [
      'not changed by the pack of a county for both',
      { village, community, county: { manifest: manifestOf('village, community', 'village') } },
      'village',
      true,
    ],
    [
      'unknown where two packs stand side by side',
      { village, station: { manifest: manifestOf('station') } },
      undefined,
      true,
    ],
    ['unknown where packs are for all', { nation: { manifest: manifestOf('') } }, undefined, false],
  ] as const)('is %s', (_, packs, usual, several) => {
    const library = libraryOf(packs);
    expect(usualSubject(library)).toBe(usual);
    expect(areForSeveral(library)).toBe(several);
  });

  it.each([
    ['village.aid', 'village'],
    ['community.own', 'community'],
    ['village.shared', 'village'],
    ['village.others', 'cooperative'],
    ['village.nowhere', 'village'],
  ])('is, of %s, %s', (id, subject) => {
    const library = libraryOf({
      village: {
        ...village,
        policy: [
          procedure('village.aid'),
          procedure('village.shared', 'community, village'),
          procedure('village.others', 'cooperative, station'),
        ].join('---'),
      },
      community: { ...community, policy: procedure('community.own') },
    });
    expect(subjectOfProcedure(library, id, usualSubject(library))).toBe(subject);
  });
});
