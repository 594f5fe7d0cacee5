import {
  type CaseLog,
  type CaseResult,
  type Diagnostic,
  diagnostic,
  nearestHint,
  type RecordNode,
} from '@qingdan/core';
import type { Checker, Packs } from '@qingdan/sdk';
import { fieldsOf } from '../input/fields-of-cases.js';
import type { InputDigests } from '../input/input-digests.js';
import { readCaseLogs } from '../input/read-case-logs.js';
import { wordsOf } from '../input/words.js';

/** What the logs of a run hold. */
export interface CheckedCases {
  readonly results: readonly CaseResult[];
  readonly logs: readonly CaseLog[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the cases of logs and checks each against its procedure. One whose procedure isn't known is reported, not passed. */
export async function checkCases(
  files: readonly string[],
  procedure: string | undefined,
  packs: Packs,
  checker: Checker,
  digests: InputDigests,
  registers: readonly RecordNode[],
  mapping?: string,
): Promise<CheckedCases> {
  const { procedures } = packs.library;
  const steps = new Map(
    [...procedures].map(([id, revisions]) => [id, revisions.flatMap((each) => each.steps)]),
  );
  const results: CaseResult[] = [];
  const logs: CaseLog[] = [];
  const unknown = new Map<string, string>();
  const options = {
    steps,
    fields: fieldsOf(packs),
    kinds: packs.records,
    words: wordsOf(packs),
    registers,
    ...(mapping === undefined ? {} : { mapping }),
    ...(procedure === undefined ? {} : { procedure }),
  };
  const diagnostics = await readCaseLogs(files, options, digests, (log) => {
    logs.push(log);
  });
  // One case may rest on another, wherever that stands.
  checker.addCases(logs);
  for (const log of logs) {
    const result = checker.checkCase(log);
    if (result !== undefined) results.push(result);
    else unknown.set(log.procedure ?? '', log.events[0]?.place?.file ?? files[0] ?? '');
  }
  const known = [...procedures.keys()];
  return {
    results,
    logs,
    diagnostics: [
      ...diagnostics,
      ...[...unknown].map(([id, file]) =>
        diagnostic('no-procedure', {
          procedure: id,
          file,
          // One that is there may not have been in force yet.
          nearest: known.includes(id) ? '' : nearestHint(id, known),
          known: known.join(', '),
        }),
      ),
    ],
  };
}
