import { type CaseLog, printDate } from '@qingdan/core';
import { readCases, type StepName } from '@qingdan/input/cases';
import { Rng } from '../../random/rng.js';
import {
  courseOf,
  DECIDED,
  DECISION,
  type Deed,
  type Fault,
  FAULTS,
  SEALED,
  STAMPED,
} from './course.js';

/** The village of all projects. */
export const VILLAGE = 'V1';

/** Projects as a log tells of them, and what must be found wrong with each. */
export interface Projects {
  /** A line of JSON for each event; the cases on which they rest first. */
  readonly text: string;
  readonly faults: readonly (Fault['code'] | undefined)[];
}

/** Projects of all courses, every tenth with one thing wrong in it. */
export function makeProjects(procedure: string, count: number): Projects {
  const rng = new Rng(20_260_101);
  const faults: (Fault['code'] | undefined)[] = [];
  const lines = [
    ...DECIDED.map((deed) => lineOf(deed, DECISION.id, DECISION.procedure)),
    ...STAMPED.map((deed) => lineOf(deed, SEALED.id, SEALED.procedure)),
  ];
  for (let index = 0; index < count; index += 1) {
    const course = courseOf(rng);
    const fault = index % 10 === 9 ? rng.pick(FAULTS) : undefined;
    faults.push(fault?.code);
    for (const deed of fault?.spoil(course) ?? course)
      lines.push(lineOf(deed, `W-${String(index)}`, procedure));
  }
  return { text: lines.map((line) => `${line}\n`).join(''), faults };
}

function lineOf({ day, ...deed }: Deed, id: string, procedure: string): string {
  const of = { case: id, procedure, organisation: VILLAGE };
  return JSON.stringify({ ...of, ...deed, at: printDate(day) });
}

/** The projects as cases. @throws Error where a line can't be read */
export async function readProjects(
  { text }: Projects,
  steps: ReadonlyMap<string, readonly StepName[]>,
): Promise<readonly CaseLog[]> {
  const logs: CaseLog[] = [];
  const { diagnostics } = await readCases(
    { file: 'projects.jsonl', chunks: [Buffer.from(text)] },
    { steps },
    (log) => {
      logs.push(log);
    },
  );
  if (diagnostics.length > 0) throw new Error(`projects: ${String(diagnostics[0]?.name)}`);
  return logs;
}
