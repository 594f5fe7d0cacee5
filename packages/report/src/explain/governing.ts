import { type Day, type Explanation, Range, type RecordNode, type Value } from '@qingdan/core';
import { sayDay, sayDays } from '../values/say-date.js';
import type { Voice } from '../values/voice.js';

/** The governing date as the record gives it, where that is a month or a year that the law applied lies in. */
export function periodOf({ law }: Explanation, record: RecordNode): Range | undefined {
  const slot = record.record.governingDate;
  const date = slot === undefined ? undefined : record.fields.values[slot];
  if (law === undefined || !isPeriod(date)) return undefined;
  const { low, high } = date;
  return low <= law && law <= high ? date : undefined;
}

/** Whether the law that was applied ends, or another begins, within the month or year of the record. */
export function isUnsettled(explanation: Explanation, record: RecordNode): boolean {
  const high = periodOf(explanation, record)?.high;
  const until = explanation.revision?.effective.until;
  return (
    explanation.verdict === 'undetermined' &&
    typeof high === 'number' &&
    until !== undefined &&
    until <= high
  );
}

/** The date that chose the law, no more exact than it was recorded. */
export function sayGoverning(
  law: Day,
  period: Range | undefined,
  { lang }: Pick<Voice, 'lang'>,
): string {
  return period === undefined ? sayDay(law, lang) : sayDays(period, lang);
}

/** A month or a year of which the day isn't known. */
export function isPeriod(value: Value): value is Range & { readonly low: Day; readonly high: Day } {
  return value instanceof Range && typeof value.low === 'number' && typeof value.high === 'number';
}
