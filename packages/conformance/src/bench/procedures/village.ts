import type { CaseLog, CaseResult } from '@qingdan/core';
import { createChecker, type Packs } from '@qingdan/sdk';
import { POSTS } from './course.js';
import { type Projects, readProjects, VILLAGE } from './projects.js';

export const CLOCK = '2026-12-31';
const TERM = { from: '2021-01-01', until: '2031-01-01' };

/** The village, and who holds which post in it. */
export const REGISTERS: readonly Readonly<Record<string, unknown>>[] = [
  {
    kind: 'organisation',
    id: VILLAGE,
    subject: 'village',
    jurisdiction: '990101001001',
  },
  ...Object.entries(POSTS).map(([person, post], index) => ({
    kind: 'officer',
    id: `O-${String(index)}`,
    organisation: VILLAGE,
    person,
    post,
    term: TERM,
  })),
];

/** Cases of a procedure, and what judges one. */
export interface Work {
  readonly logs: readonly CaseLog[];
  readonly judge: (log: CaseLog) => CaseResult;
  /** How many requirements the procedure has. */
  readonly requirements: number;
}

/** Gets projects ready to be judged in their village, of which the roster says who holds which post. */
export async function workOf(packs: Packs, procedure: string, projects: Projects): Promise<Work> {
  const checker = createChecker(packs, {
    clock: CLOCK,
    records: {
      records: REGISTERS,
      books: [{ kind: 'officer', organisation: VILLAGE }],
    },
  });
  const { world } = checker;
  const organisation = world.records.get('organisation', VILLAGE);
  const cases =
    organisation === undefined ? undefined : checker.checkerFor(organisation).casesOf(procedure);
  if (cases === undefined) throw new Error(`there is no ${procedure}`);
  const steps = new Map(
    [...packs.library.procedures].map(([id, all]) => [id, all.flatMap((each) => each.steps)]),
  );
  const logs = await readProjects(projects, steps);
  checker.addCases(logs.filter((log) => log.procedure !== procedure));
  return {
    logs: logs.filter((log) => log.procedure === procedure),
    requirements: packs.library.procedures.get(procedure)?.at(-1)?.constraints.length ?? 0,
    judge: (log) => {
      const result = cases.check(log, world);
      if (result === undefined) throw new Error(`${log.id} was not judged`);
      return result;
    },
  };
}
