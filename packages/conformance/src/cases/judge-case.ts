import {
  type Day,
  parseDate,
  type Policy,
  readRecord,
  type RecordNode,
  type Verdict,
} from '@qingdan/core';
import { Books, MemoryRecords, nameOf, type World } from '@qingdan/engine';
import { type Evaluator, isRefusal } from '../evaluators/evaluator.js';
import { CALENDAR } from '../random/worlds.js';
import type { BookText, CaseText, Plain, Situation } from './case-file.js';

/** The day that counts as today unless a case says otherwise. */
const CLOCK = '2026-01-05';

const USUAL = { kind: 'payment', id: 'E1', organisation: 'V1', paidOn: '2025-03-15' };

/** What an evaluator says of a case, by the names of the questions; a text where it can't express the policy. */
export async function judgeCase(
  evaluator: Evaluator,
  policy: Policy,
  section: Situation,
  one: CaseText,
): Promise<ReadonlyMap<string, Verdict> | string> {
  const judge = evaluator.prepare(policy);
  if (isRefusal(judge)) return judge.refused;
  const record = recordOf({ ...USUAL, ...section.given, ...one.given }, policy);
  const asOf = one.asOf === undefined ? undefined : dayOf(one.asOf);
  const { judgements } = await judge(record, worldOf(policy, section, one), asOf);
  return new Map(judgements.map((judgement) => [nameOf(judgement), judgement.verdict]));
}

/** A case's records stand beside the section's; its books and its clock stand in their place. */
function worldOf(policy: Policy, section: Situation, one: CaseText): World {
  const clock = dayOf(one.clock ?? section.clock ?? CLOCK);
  const records = [...(section.records ?? []), ...(one.records ?? [])].map((raw) =>
    recordOf({ organisation: 'V1', ...raw }, policy),
  );
  const closed = (one.closed ?? section.closed ?? []).map((kind): BookText => ({ kind }));
  const books = [...closed, ...(one.books ?? section.books ?? [])].map(
    ({ kind, organisation, from, until }) => ({
      kind,
      ...(organisation === undefined ? {} : { organisation }),
      ...(from === undefined ? {} : { from: dayOf(from) }),
      ...(until === undefined ? {} : { until: dayOf(until) }),
    }),
  );
  return {
    records: new MemoryRecords(records, new Books(books), clock),
    clock,
    calendar: CALENDAR,
  };
}

function dayOf(text: string): Day {
  const day = parseDate(text);
  if (typeof day !== 'number') throw new Error(`${text} is no day`);
  return day;
}

/** What is wrongly typed reads as unknown, as it does in a file; a case that isn't about it has nothing of the kind. */
function recordOf(raw: Plain, policy: Policy): RecordNode {
  const { record, diagnostics } = readRecord(raw, policy.records);
  const other = diagnostics.filter(({ name }) => name !== 'wrong-type' && name !== 'out-of-range');
  if (record === undefined || other.length > 0)
    throw new Error(`${JSON.stringify(raw)}: ${other.map(({ name }) => name).join(', ')}`);
  return record;
}
