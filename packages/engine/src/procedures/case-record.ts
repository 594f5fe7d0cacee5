import { type CaseLog, type Day, OPENED_ON, printDate, readRecord } from '@qingdan/core';
import type { RecordNode, RecordType } from '@qingdan/core';

/** A case as a record of its procedure's kind, with what its log and the events so far have said of it. */
export function caseRecord(
  log: CaseLog,
  data: Readonly<Record<string, unknown>>,
  firstDay: Day,
  kind: string,
  records: ReadonlyMap<string, RecordType>,
): RecordNode {
  const { record } = readRecord(
    {
      ...log.data,
      ...data,
      [OPENED_ON]: printDate(firstDay),
      kind,
      id: log.id,
      ...(log.organisation === undefined ? {} : { organisation: log.organisation }),
    },
    records,
  );
  if (record === undefined) throw new Error(`no record kind ${kind}`);
  return record;
}
