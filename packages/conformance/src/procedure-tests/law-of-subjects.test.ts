import { join } from 'node:path';
import { inForce, type Policy, printDate } from '@qingdan/core';
import { loadPackFolders } from '@qingdan/sdk';
import { beforeAll, describe, expect, it } from 'vitest';

const at = (path: string): string => join(import.meta.dirname, '../../../..', path);

describe('the procedures of a community', () => {
  let policy: Policy | undefined;

  beforeAll(async () => {
    const folders = ['national', 'village', 'community'].map((name) => at(`policies/${name}`));
    const { packs } = await loadPackFolders(folders);
    policy = packs.policyFor({ subject: 'community', jurisdiction: 'CN' });
  });

  it('begin on the day from which there is law for it: an earlier case is not judged, so never passed', () => {
    const begin = [...(policy?.procedures ?? [])].map(([id, revisions]) => {
      const from = revisions[0]?.effective.from;
      const before = from === undefined ? undefined : inForce(revisions, from - 1);
      return [id, from === undefined ? '' : printDate(from), before?.id];
    });
    expect(begin.sort(([a = ''], [b = '']) => (a < b ? -1 : 1))).toEqual([
      ['community.contract-management', '2026-01-01', undefined],
      ['community.disclosure', '2026-01-01', undefined],
      ['community.four-discussions', '2026-01-01', undefined],
      ['community.fund-usage', '2026-01-01', undefined],
      ['community.handover', '2026-01-01', undefined],
      ['community.seal-use', '2026-01-01', undefined],
      ['village.extreme-hardship', '2021-07-01', undefined],
      ['village.extreme-hardship-ending', '2021-07-01', undefined],
      ['village.issue-ledger', '2026-01-01', undefined],
      ['village.low-income', '2021-07-01', undefined],
      ['village.old-age-student-aid', '2018-12-29', undefined],
      ['village.recusal', '2026-01-01', undefined],
      ['village.temporary-aid', '2019-03-02', undefined],
    ]);
  });

  it('name nobody of a village, nor a village', () => {
    const ofVillages = ['villagers-committee', 'villagers-representatives', 'board'];
    for (const [id, revisions] of policy?.procedures ?? []) {
      for (const procedure of revisions) {
        const bodies = procedure.steps
          .flatMap(({ roles }) => roles)
          .map((role) => policy?.roles.get(role)?.body ?? '');
        expect([id, bodies.filter((body) => ofVillages.includes(body))]).toEqual([id, []]);
        const words = procedure.steps
          .flatMap(({ title, risk }) => [title, risk?.point, risk?.prevention])
          .concat(procedure.remedy);
        for (const text of words) {
          expect([id, text?.zh ?? '']).not.toEqual([id, expect.stringMatching(/村|乡镇(?!）)/)]);
          expect([id, text?.en ?? '']).not.toEqual([
            id,
            expect.stringMatching(/village|township/i),
          ]);
        }
      }
    }
  });
});

describe('the procedures of a collective', () => {
  let policy: Policy | undefined;

  beforeAll(async () => {
    const folders = ['national', 'village', 'cooperative'].map((name) => at(`policies/${name}`));
    const { packs } = await loadPackFolders(folders);
    policy = packs.policyFor({ subject: 'cooperative', jurisdiction: 'CN' });
  });

  it('begin with the law of collectives: an earlier case is not judged, so never passed', () => {
    const begin = [...(policy?.procedures ?? [])].map(([id, revisions]) => {
      const from = revisions[0]?.effective.from;
      return `${id} ${from === undefined ? '' : printDate(from)}`;
    });
    expect(begin.sort()).toEqual(
      [
        'cooperative.decision',
        'cooperative.disclosure',
        'cooperative.handover',
        'cooperative.issue-ledger',
        'cooperative.member-suit',
        'cooperative.seal-use',
        'village.asset-lease',
        'village.contract-management',
        'village.fund-usage',
        'village.homestead',
        'village.land-compensation',
        'village.recusal',
        'village.small-works',
      ].map((id) => `${id} 2025-05-01`),
    );
  });

  it('rest on its own decisions and uses of the seal', () => {
    const rests = [...(policy?.procedures.values() ?? [])]
      .flat()
      .flatMap(({ steps }) => steps.flatMap(({ via }) => via ?? []));
    expect(new Set(rests)).toEqual(new Set(['cooperative.decision', 'cooperative.seal-use']));
  });

  it('name neither posts nor bodies of a village', () => {
    const ofVillages = [
      'villagers-committee',
      'villagers-representatives',
      'supervision-committee',
    ];
    for (const [id, revisions] of policy?.procedures ?? []) {
      for (const { steps } of revisions) {
        const bodies = steps
          .flatMap(({ roles }) => roles)
          .map((role) => policy?.roles.get(role)?.body ?? '');
        expect([id, bodies.filter((body) => ofVillages.includes(body))]).toEqual([id, []]);
        for (const text of steps.flatMap(({ title, risk }) => [title, risk?.prevention])) {
          expect([id, text?.zh ?? '']).not.toEqual([
            id,
            expect.stringMatching(/村务|村民|村级|“两委”会议|督委员会/),
          ]);
          expect([id, text?.en ?? '']).not.toEqual([
            id,
            expect.stringMatching(/the village|villager|supervis[a-z]* committee/),
          ]);
        }
      }
    }
  });

  it('leave the days of a posting to charter and locality', () => {
    const values = policy?.parameters.get('posting.minimum')?.values ?? [];
    expect(values.map(({ unset }) => unset)).not.toContain(false);
  });
});
