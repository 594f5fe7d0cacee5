import { type CaseLog, type Diagnostic, diagnostic, type Span } from '@qingdan/core';
import type { ValuePath } from '../json/locate-json.js';
import type { StepName } from './case-options.js';
import { CaseReading } from './case-reading.js';
import { EVENT_FIELDS } from './event-fields.js';
import { GatheredCases } from './gathered-cases.js';
import { readEvent } from './read-event.js';

/** A case whose events are plain values already, and whose they are. */
export interface PlainCase {
  readonly id: string;
  readonly procedure: string;
  readonly organisation: string | undefined;
  /** No more will happen in it. */
  readonly closed: boolean;
  /** Each as a line of a log in JSON, without what that says of its case. */
  readonly events: readonly unknown[];
  readonly steps: readonly StepName[];
}

/** What a line of a log says of its case. */
const OF_CASE: readonly string[] = ['case', 'procedure', 'organisation', 'closed'];
const OF_EVENT = EVENT_FIELDS.filter((field) => !OF_CASE.includes(field));

/**
 * Reads one case as `readCases` reads those of a log; `spanOf` says where a part of an event stands, or its key. The log
 * is undefined where nothing in it could be read as an event.
 */
export function readCase(
  { id, procedure, organisation, closed, events, steps }: PlainCase,
  spanOf: (event: number, path: ValuePath, isKey: boolean) => Span,
): { readonly log: CaseLog | undefined; readonly diagnostics: readonly Diagnostic[] } {
  let log: CaseLog | undefined;
  const file = spanOf(0, [], false).source.file;
  const options = { steps, procedure, ...(organisation === undefined ? {} : { organisation }) };
  const reading = new CaseReading(file, options, (read) => (log = { ...read, closed }));
  const cases = new GatheredCases(reading);
  for (const [index, value] of events.entries()) {
    const whole = spanOf(index, [], false);
    const { line } = whole.source.position(whole.start);
    for (const key of isObject(value) ? OF_CASE.filter((each) => Object.hasOwn(value, each)) : []) {
      const params = { owner: 'event', key, nearest: '', known: OF_EVENT.join(', ') };
      reading.log.add(diagnostic('unknown-key', params, spanOf(index, [key], true)));
    }
    const read = readEvent(
      isObject(value) ? { ...withoutCase(value), case: id } : value,
      file,
      line,
    );
    for (const { fault, at } of read.faults)
      reading.log.add({ ...fault, span: spanOf(index, at.path, at.key) });
    cases.add(read, () => whole);
  }
  cases.end();
  return { log, diagnostics: reading.end().diagnostics };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withoutCase(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !OF_CASE.includes(key)));
}
