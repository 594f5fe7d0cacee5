import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CaseLog, precedes } from '@qingdan/core';
import { readCases } from '@qingdan/input/cases';
import type { CaseJson } from '@qingdan/report';
import { loadPackFolders } from '@qingdan/sdk';
import { runNode, type Usage } from '../command/run-command.js';

/** Public material that stands beside the checkout where there is any. */
const SHARED = process.env.QINGDAN_SHARED ?? join(import.meta.dirname, '../../../../../../shared');
const LOG = join(SHARED, 'fixtures/event-logs/InternationalDeclarations.xes.gz');
const PACK = join(import.meta.dirname, '../../../src/bench/procedures/travel');
const PROCEDURE = 'travel.declaration';

/** What is asked of the log, whose last payment is of 2019. */
const CLOCK = '2020-06-01';

export function hasTravelLog(): boolean {
  return existsSync(LOG);
}

/** What was found in the log, and what it took to find it. */
export interface Travel {
  readonly cases: number;
  readonly events: number;
  readonly faulty: number;
  readonly findings: number;
  readonly usages: readonly Usage[];
}

/**
 * Checks the log by the command, so many times.
 *
 * @throws Error where trips that began before they were permitted aren't those that a plain look at the log finds
 */
export async function checkTravel(command: string, folder: string, runs: number): Promise<Travel> {
  const output = join(folder, 'travel.jsonl');
  const usages: Usage[] = [];
  const options = ['--format', 'jsonl', '--clock', CLOCK, '--lang', 'en', '--fail-on', 'never'];
  const of = ['--log', LOG, '--procedure', PROCEDURE, '--packs', PACK];
  for (let run = 0; run < runs; run += 1)
    usages.push(runNode([command, 'check', ...of, ...options], output, folder));
  const lines = readFileSync(output, 'utf8').trimEnd().split('\n');
  const results = lines.slice(0, -1).map((line) => JSON.parse(line) as CaseJson);
  const logs = await readTravel();
  const unpermitted = logs.filter(beganUnpermitted).map(({ id }) => id);
  const told = results
    .filter(({ findings }) =>
      findings.some(
        ({ code, constraint }) => code === 'ORDER' && constraint === 'start-trip.after',
      ),
    )
    .map((each) => each.case.id);
  if (results.length !== logs.length || told.join(' ') !== unpermitted.join(' '))
    throw new Error(
      `${String(told.length)} trips without a permit, not ${String(unpermitted.length)}`,
    );
  return {
    cases: logs.length,
    events: logs.reduce((sum, { events }) => sum + events.length, 0),
    faulty: results.filter(({ findings }) => findings.length > 0).length,
    findings: results.reduce((sum, { findings }) => sum + findings.length, 0),
    usages,
  };
}

async function readTravel(): Promise<readonly CaseLog[]> {
  const { packs } = await loadPackFolders([PACK]);
  const steps = (packs.library.procedures.get(PROCEDURE) ?? []).flatMap((each) => each.steps);
  const logs: CaseLog[] = [];
  const source = { file: LOG, chunks: [readFileSync(LOG)] };
  const { diagnostics } = await readCases(source, { steps, procedure: PROCEDURE }, (log) => {
    logs.push(log);
  });
  if (diagnostics.length > 0) throw new Error(`the log: ${String(diagnostics[0]?.name)}`);
  return logs;
}

const PERMITTED = ['permit-final-by-supervisor', 'permit-final-by-director'];

/** No approval of the permit came before the trip, or may have come. */
function beganUnpermitted({ events }: CaseLog): boolean {
  const permits = events.filter(({ step }) => PERMITTED.includes(step));
  return events.some(
    (event) =>
      event.step === 'start-trip' && permits.every((permit) => (precedes(permit, event) ?? 0) > 0),
  );
}
