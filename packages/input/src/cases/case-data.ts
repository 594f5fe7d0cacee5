import { Attributes, diagnostic, type RecordType, type Span } from '@qingdan/core';
import type { FaultLog } from '../faults/fault-log.js';
import type { ValuePath } from '../json/locate-json.js';

/** Where a part of what is said of a case stands: its names and the way into them. */
export type PlaceOfData = (path: ValuePath) => Span;

type Data = Readonly<Record<string, unknown>>;

/** Tells what logs say of their cases and can't be read as the fields of their procedures: those values are unknown. */
export class CaseData {
  readonly #fields: ReadonlyMap<string, RecordType> | undefined;
  readonly #log: FaultLog;
  readonly #attributes = new Map<string, Attributes>();

  constructor(fields: ReadonlyMap<string, RecordType> | undefined, log: FaultLog) {
    this.#fields = fields;
    this.#log = log;
  }

  check(data: Data | undefined, procedure: string | undefined, placeOf: PlaceOfData): void {
    if (data === undefined || procedure === undefined) return;
    const attributes = this.#attributesOf(procedure);
    for (const fault of attributes?.faultsIn(data) ?? []) {
      const { name, params, path = [] } = fault;
      if (this.#log.admits(fault, path.filter((part) => typeof part === 'string').join('.')))
        this.#log.keep(diagnostic(name, params, placeOf(path), { path: ['data', ...path] }));
    }
  }

  #attributesOf(procedure: string): Attributes | undefined {
    const known = this.#attributes.get(procedure);
    if (known !== undefined) return known;
    const record = this.#fields?.get(procedure);
    if (record === undefined) return undefined;
    const attributes = new Attributes(record);
    this.#attributes.set(procedure, attributes);
    return attributes;
  }
}
