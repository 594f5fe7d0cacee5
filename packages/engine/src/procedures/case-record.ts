import {
  Attributes,
  type CaseLog,
  type Day,
  OPENED_ON,
  printDate,
  readRecord,
  type RecordNode,
  type RecordType,
  type Sayings,
  withRead,
} from '@qingdan/core';

/** Of which kind the records of cases are, and what their logs call the fields. */
export interface CaseKind {
  readonly kind: string;
  readonly records: ReadonlyMap<string, RecordType>;
  readonly attributes: Attributes;
}

/** A case as a record of its procedure's kind, with what its log and the events so far have said of it. */
export class CaseRecord {
  readonly #of: CaseKind;
  readonly #log: CaseLog;
  readonly #openedOn: string;
  readonly #said: Sayings[] = [];
  #isOfAll: boolean;
  #record: RecordNode;

  constructor(of: CaseKind, log: CaseLog, firstDay: Day) {
    this.#of = of;
    this.#log = log;
    this.#openedOn = printDate(firstDay);
    if (log.data !== undefined) this.#said.push(of.attributes.meantBy(log.data));
    this.#isOfAll = this.#said.some((said) => Object.hasOwn(said, 'none'));
    this.#record = this.#read();
  }

  /** The case as it is now; nothing of it changes any more. */
  get record(): RecordNode {
    return this.#record;
  }

  /** Takes note of what an event says. */
  take(said: Sayings): void {
    this.#said.push(said);
    // What a whole case is said to have none of, a single field can't tell.
    this.#isOfAll ||= Attributes.isOfAll(said);
    this.#record = this.#isOfAll ? this.#read() : withRead(this.#record, said);
  }

  #read(): RecordNode {
    const { kind, records } = this.#of;
    const { id, organisation } = this.#log;
    const { record } = readRecord(
      {
        ...(Object.assign({}, ...this.#said) as Sayings),
        [OPENED_ON]: this.#openedOn,
        kind,
        id,
        ...(organisation === undefined ? {} : { organisation }),
      },
      records,
    );
    if (record === undefined) throw new Error(`no record kind ${kind}`);
    return record;
  }
}
