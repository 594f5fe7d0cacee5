import { beforeAll, describe, expect, it } from 'vitest';
import type { Packs } from '@qingdan/sdk';
import { CONTESTS, loadContestPacks, pass, prepare } from './million.js';

describe('the projects of the benchmark', { timeout: 60_000 }, () => {
  let packs: Packs;
  beforeAll(async () => {
    packs = await loadContestPacks();
  }, 60_000);

  // What the shipped procedure asks for may grow: it is held to them when it is measured.
  it.each(CONTESTS.filter(({ procedure }) => procedure === 'lean.works'))(
    'are found to lack what they lack, by $name',
    async (contest) => {
      const work = await prepare(contest, packs, 100);
      const { cases, faulty, events } = pass(work, 2);
      expect([cases, faulty > 0]).toEqual([200, true]);
      expect(events / cases).toBeGreaterThan(15);
    },
  );
});
