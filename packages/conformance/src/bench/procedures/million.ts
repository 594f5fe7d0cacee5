import { join } from 'node:path';
import { loadPackFolders, type Packs } from '@qingdan/sdk';
import { type CaseFinding, hasErrors } from '@qingdan/core';
import { SHIPPED } from '../../examples/village-year.js';
import type { Fault } from './course.js';
import { makeProjects } from './projects.js';
import { type Work, workOf } from './village.js';

export const LEAN = join(import.meta.dirname, '../../../src/bench/procedures/lean');

/** A procedure that projects are judged by, and which of what is wrong with them it sees. */
export interface Contest {
  readonly name: string;
  readonly procedure: string;
  readonly sees: readonly Fault['code'][];
}

export const CONTESTS: readonly Contest[] = [
  {
    name: '`village.small-works`, as shipped',
    procedure: 'village.small-works',
    sees: ['ROLE', 'SOD', 'EVIDENCE', 'MISSING', 'PUBLICITY_SHORT'],
  },
  { name: 'order, posts and times alone', procedure: 'lean.works', sees: ['ROLE', 'MISSING'] },
];

/** What came of so many events. */
export interface Pass {
  readonly events: number;
  readonly cases: number;
  readonly faulty: number;
  readonly seconds: number;
}

export async function loadContestPacks(): Promise<Packs> {
  const { packs, diagnostics } = await loadPackFolders([...SHIPPED, LEAN]);
  if (hasErrors(diagnostics))
    throw new Error(`the packs have faults: ${String(diagnostics[0]?.name)}`);
  return packs;
}

/**
 * Gets a contest ready, and holds what is found in each project to what is wrong with it.
 *
 * @throws Error naming the first project of which something else is found
 */
export async function prepare(contest: Contest, packs: Packs, count: number): Promise<Work> {
  const projects = makeProjects(contest.procedure, count);
  const work = await workOf(packs, contest.procedure, projects);
  for (const [index, log] of work.logs.entries()) {
    const fault = projects.faults[index];
    const wanted = fault !== undefined && contest.sees.includes(fault) ? fault : '';
    const { findings } = work.judge(log);
    const found = [
      ...new Set(findings.filter(isWrong).map(({ deviation }) => deviation.code)),
    ].join(' ');
    if (found !== wanted)
      throw new Error(
        `${contest.name}: ${log.id} is ${found || 'clean'}, not ${wanted || 'clean'}`,
      );
  }
  return work;
}

/** What a figure decides that no locality has set is nothing that is wrong. */
function isWrong({ deviation }: CaseFinding): boolean {
  return deviation.verdict === 'violated';
}

/** Judges all cases so many times; processor time, of all threads. */
export function pass({ logs, judge }: Work, laps: number): Pass {
  const before = process.cpuUsage();
  let events = 0;
  let faulty = 0;
  for (let lap = 0; lap < laps; lap += 1)
    for (const log of logs) {
      if (judge(log).findings.some(isWrong)) faulty += 1;
      events += log.events.length;
    }
  const { user, system } = process.cpuUsage(before);
  return { events, cases: logs.length * laps, faulty, seconds: (user + system) / 1e6 };
}
