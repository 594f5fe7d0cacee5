/** An object-centric log, whichever way it was written. Values are as they stand there. */
export interface OcelLog {
  readonly objectTypes: Map<string, OcelType>;
  readonly eventTypes: Map<string, OcelType>;
  readonly objects: Map<string, OcelObject>;
  readonly events: OcelEvent[];
}

/** The kind of each attribute, by its name. */
type OcelType = ReadonlyMap<string, string>;

export interface OcelObject {
  readonly type: string;
  readonly line: number;
  readonly attributes: readonly OcelAttribute[];
}

export interface OcelAttribute {
  readonly name: string;
  readonly value: unknown;
  /** From when on an object has it. */
  readonly time: string | undefined;
}

export interface OcelEvent {
  readonly id: string;
  readonly type: string | undefined;
  readonly time: string | undefined;
  readonly line: number;
  readonly attributes: readonly OcelAttribute[];
  readonly objects: readonly OcelRelation[];
}

export interface OcelRelation {
  readonly object: string;
  readonly qualifier: string;
}

export function emptyLog(): OcelLog {
  return { objectTypes: new Map(), eventTypes: new Map(), objects: new Map(), events: [] };
}

/** A value by the kind that its attribute is declared as, so that text and JSON come to the same. */
export function ocelValue(kind: string | undefined, value: unknown): unknown {
  if (typeof value !== 'string' || kind === undefined) return value;
  switch (kind) {
    case 'integer':
    case 'float': {
      const number = value.trim() === '' ? NaN : Number(value);
      return Number.isFinite(number) ? number : value;
    }
    case 'boolean':
      return value === 'true' ? true : value === 'false' ? false : value;
    default:
      return value;
  }
}
