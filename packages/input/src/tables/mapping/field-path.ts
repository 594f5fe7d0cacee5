import { nearestHint, type RecordType, type Text, type Type } from '@qingdan/core';

/** The way to a field of a record: `approvals[0].person` is `['approvals', 0, 'person']`. */
export type FieldPath = readonly (string | number)[];

/** A field that cells are read into. */
export interface Target {
  readonly path: FieldPath;
  /** Of a list it is the list's, or of its items where the path ends in an index. */
  readonly type: Type;
  readonly isPrivate: boolean;
  readonly unit?: Text;
  readonly label?: Text;
  /** The cells name the last day of a period, which ends the day after. */
  readonly lastDay?: boolean;
}

/** Reads `approvals[0].person`, which the schema of mappings has checked: at most one index. */
export function parseFieldPath(text: string): FieldPath {
  return [...text.matchAll(/[A-Za-z_][\w-]*|\d+/g)].map(([step]) =>
    /^\d/.test(step) ? Number(step) : step,
  );
}

export function printFieldPath(path: FieldPath): string {
  return path
    .map((step, index) =>
      typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`,
    )
    .join('');
}

const ID: Type = { kind: 'text' };
const ORGANISATION: Type = { kind: 'organisation', to: 'organisation' };
const DAY: Type = { kind: 'date' };

/** What a path leads to in a kind of record, or which step of it is wrong and what it might have been. */
export function resolveTarget(
  record: RecordType,
  path: FieldPath,
): { readonly target: Target } | { readonly wrong: string; readonly nearest: string } {
  const [first] = path;
  if (path.length === 1 && record.fields.slotOf(String(first)) === undefined) {
    if (first === 'id') return { target: { path, type: ID, isPrivate: false } };
    if (first === 'organisation') return { target: { path, type: ORGANISATION, isPrivate: false } };
  }
  let type: Type = { kind: 'struct', struct: record.fields };
  let isPrivate = false;
  let unit: Text | undefined;
  let label: Text | undefined;
  for (const [index, step] of path.entries()) {
    const wrong = (known: Iterable<string>) => ({
      wrong: printFieldPath(path.slice(0, index + 1)),
      nearest: nearestHint(String(step), known),
    });
    if (typeof step === 'number') {
      if (type.kind !== 'list' && type.kind !== 'set') return wrong([]);
      type = type.items;
    } else if (type.kind === 'struct') {
      const field = type.struct.field(step);
      if (field === undefined) {
        return wrong([...type.struct.names(), ...(index === 0 ? ['id', 'organisation'] : [])]);
      }
      type = field.type;
      ({ unit, label } = field);
      isPrivate ||= field.privacy !== 'public';
    } else if (type.kind === 'period' && index === path.length - 1) {
      return step === 'from' || step === 'until' || step === 'last'
        ? {
            target: {
              path: step === 'last' ? [...path.slice(0, -1), 'until'] : path,
              type: DAY,
              isPrivate,
              ...(step === 'last' ? { lastDay: true } : {}),
            },
          }
        : wrong(['from', 'until', 'last']);
    } else return wrong([]);
  }
  if (!isReadable(type)) return { wrong: printFieldPath(path), nearest: '' };
  return {
    target: {
      path,
      type,
      isPrivate,
      ...(unit === undefined ? {} : { unit }),
      ...(label === undefined ? {} : { label }),
    },
  };
}

/** A group of fields isn't read from one cell, nor is a list of groups. */
function isReadable(type: Type): boolean {
  if (type.kind === 'list' || type.kind === 'set') return isReadable(type.items);
  return type.kind !== 'struct' && type.kind !== 'record';
}
