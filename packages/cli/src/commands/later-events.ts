import {
  type CaseEvent,
  type CaseResult,
  type Diagnostic,
  diagnostic,
  printDate,
} from '@qingdan/core';

/** Counts the events of a run that lie after the day of the check, which one message tells of. */
export class LaterEvents {
  #events = 0;
  #cases = 0;
  #first: { readonly id: string; readonly event: CaseEvent; readonly asOf: number } | undefined;

  note({ log: { id }, later, asOf }: CaseResult): void {
    const [event] = later;
    if (event === undefined) return;
    this.#events += later.length;
    this.#cases += 1;
    this.#first ??= { id, event, asOf };
  }

  get diagnostics(): readonly Diagnostic[] {
    if (this.#first === undefined) return [];
    const { id, event, asOf } = this.#first;
    const params = {
      count: String(this.#events),
      cases: String(this.#cases),
      case: id,
      day: printDate(event.day),
      asOf: printDate(asOf),
      line: event.place?.line === undefined ? '' : String(event.place.line),
    };
    const file = event.place?.file;
    return [diagnostic('events-later', params, undefined, file === undefined ? {} : { file })];
  }
}
