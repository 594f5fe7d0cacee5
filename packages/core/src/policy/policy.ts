import type { Procedure } from '../procedures/procedure.js';
import type { Text } from '../source/text.js';
import type { RecordType } from '../types/type.js';
import type { Day } from '../values/date.js';
import type { Subject } from './basis.js';
import { contains, type Interval } from './interval.js';
import type { Dated, Item } from './item.js';
import type {
  Body,
  Definition,
  Instrument,
  NamedCondition,
  Parameter,
  ParameterValue,
  Relations,
  Role,
  Table,
} from './law.js';

/** All revisions of one document, in order of time. */
export type Revisions<T extends Dated> = readonly T[];

/** A pack as it goes into reports. */
export interface PackInfo {
  readonly name: string;
  readonly version: string;
  readonly digest: string;
  readonly title: Text;
  readonly jurisdiction: string;
}

export interface Waiver {
  readonly item?: string;
  readonly parameter?: string;
  readonly document: string;
  readonly approver: { readonly jurisdiction: string; readonly name: string };
  readonly reason: Text;
  readonly interval: Interval;
  /** The pack that carries it: it holds in that pack's jurisdiction. */
  readonly pack: string;
}

/** Everything an evaluator needs for the organisations of one subject and jurisdiction: packs resolved, names bound. */
export interface Policy {
  readonly packs: readonly PackInfo[];
  readonly subject: Subject | undefined;
  /** The day from which records are judged at all. */
  readonly coversFrom: Day | undefined;
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly records: ReadonlyMap<string, RecordType>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly tables: ReadonlyMap<string, Revisions<Table>>;
  readonly definitions: ReadonlyMap<string, Revisions<Definition>>;
  readonly conditions: ReadonlyMap<string, Revisions<NamedCondition>>;
  readonly roles: ReadonlyMap<string, Role>;
  readonly bodies: ReadonlyMap<string, Body>;
  readonly relations: Relations | undefined;
  /** Items that apply to the subject, by id within `Power`, `Responsibility`, `Prohibition`. */
  readonly items: readonly Revisions<Item>[];
  /** Those that apply to the subject. */
  readonly procedures: ReadonlyMap<string, Revisions<Procedure>>;
  readonly waivers: readonly Waiver[];
}

/** The revision in force on a day. */
export function inForce<T extends Dated>(
  revisions: Revisions<T> | undefined,
  day: Day,
): T | undefined {
  return revisions?.find((revision) => contains(revision.effective, day));
}

export function valueInForce(
  parameter: Parameter | undefined,
  day: Day,
): ParameterValue | undefined {
  return parameter?.values.find((value) => contains(value.interval, day));
}

/** Every day on which something that the evaluators read changes, in order. Between two of them the law is constant. */
export function changesOfLaw(policy: Policy): Day[] {
  const days = new Set<Day>();
  const add = ({ from, until }: Interval): void => {
    if (from !== undefined) days.add(from);
    if (until !== undefined) days.add(until);
  };
  for (const parameter of policy.parameters.values())
    for (const value of parameter.values) add(value.interval);
  const dated: Iterable<Revisions<Dated>>[] = [
    policy.tables.values(),
    policy.definitions.values(),
    policy.conditions.values(),
    policy.items,
  ];
  for (const group of dated)
    for (const revisions of group) for (const revision of revisions) add(revision.effective);
  if (policy.coversFrom !== undefined) days.add(policy.coversFrom);
  return [...days].sort((a, b) => a - b);
}
