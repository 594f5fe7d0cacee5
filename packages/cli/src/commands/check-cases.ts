import {
  type CaseLog,
  type CaseResult,
  type Diagnostic,
  diagnostic,
  nearestHint,
  type RecordNode,
} from '@qingdan/core';
import type { Checker, Packs } from '@qingdan/sdk';
import { LaterEvents } from './later-events.js';
import { fieldsOf } from '../input/fields-of-cases.js';
import type { InputDigests } from '../input/input-digests.js';
import { readCaseLogs } from '../input/read-case-logs.js';
import { wordsOf } from '../input/words.js';

/** Against what the cases of logs are checked. */
export interface CaseSetting {
  readonly packs: Packs;
  readonly checker: Checker;
  readonly digests: InputDigests;
  /** The records of the run. */
  readonly records: readonly RecordNode[];
  /** Of cases that don't say theirs. */
  readonly procedure?: string;
  /** Of tables of events. */
  readonly mapping?: string;
}

/** What the logs of a run hold. */
export interface CheckedCases {
  /** Those that were held, and what became of them. */
  readonly logs: readonly CaseLog[];
  readonly results: readonly CaseResult[];
  /** Of all, forgotten ones too. */
  readonly count: number;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the cases of logs and checks each against its procedure. One whose procedure isn't known is reported, not passed.
 * Where `onApart` is given, it is told of each case that has nothing to do with others as soon as that is read, and the case
 * is forgotten.
 */
export async function checkCases(
  files: readonly string[],
  { packs, checker, digests, records, procedure, mapping }: CaseSetting,
  onApart?: (result: CaseResult) => void,
): Promise<CheckedCases> {
  const { procedures } = packs.library;
  const steps = new Map(
    [...procedures].map(([id, revisions]) => [id, revisions.flatMap((each) => each.steps)]),
  );
  const isApart =
    onApart === undefined || records.some(namesCase)
      ? () => false
      : (log: CaseLog): boolean => checker.standsApart(log);
  const logs: CaseLog[] = [];
  const results: CaseResult[] = [];
  const unknown = new Map<string, string>();
  const elsewhere = new Map<string, Diagnostic>();
  const laterEvents = new LaterEvents();
  let count = 0;
  const check = (log: CaseLog, onResult: (result: CaseResult) => void): void => {
    const result = checker.checkCase(log);
    if (result !== undefined) {
      laterEvents.note(result);
      onResult(result);
    } else if (procedures.has(log.procedure ?? '') && !checker.hasProcedure(log))
      tellElsewhere(log);
    else unknown.set(log.procedure ?? '', log.events[0]?.place?.file ?? files[0] ?? '');
  };
  // Once for each procedure and organisation.
  const tellElsewhere = ({
    id,
    procedure: name = '',
    organisation = '',
    events,
  }: CaseLog): void => {
    const key = JSON.stringify([name, organisation]);
    if (elsewhere.has(key)) return;
    const subjects = (procedures.get(name) ?? []).flatMap(
      (each) => each.subjects ?? packs.library.packs.get(each.pack)?.manifest.subjects ?? [],
    );
    const params = {
      procedure: name,
      organisation,
      case: id,
      file: events[0]?.place?.file ?? files[0] ?? '',
      subjects: [...new Set(subjects)].join(', '),
    };
    elsewhere.set(key, diagnostic('procedure-of-others', params));
  };
  const options = {
    steps,
    fields: fieldsOf(packs),
    kinds: packs.records,
    words: wordsOf(packs),
    registers: records,
    inTurn: onApart !== undefined,
    ...(mapping === undefined ? {} : { mapping }),
    ...(procedure === undefined ? {} : { procedure }),
  };
  const diagnostics = await readCaseLogs(files, options, digests, (log) => {
    count += 1;
    if (onApart !== undefined && isApart(log)) check(log, onApart);
    else logs.push(log);
  });
  // One case may rest on another, wherever that stands.
  checker.addCases(logs);
  for (const log of logs) check(log, (result) => results.push(result));
  const known = [...procedures.keys()];
  return {
    logs,
    results,
    count,
    diagnostics: [
      ...diagnostics,
      ...laterEvents.diagnostics,
      ...elsewhere.values(),
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

function namesCase({ record, fields }: RecordNode): boolean {
  return record.case !== undefined && typeof fields.values[record.case] === 'string';
}
