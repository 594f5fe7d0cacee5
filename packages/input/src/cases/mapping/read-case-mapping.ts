import {
  type Diagnostic,
  diagnostic,
  nearestHint,
  type RecordType,
  type Span,
} from '@qingdan/core';
import { checkSchema } from '../../tables/mapping/check-schema.js';
import type { Resolver } from '../../tables/mapping/mapping.js';
import { parseResolver } from '../../tables/mapping/parse-resolver.js';
import { plain, plainHeader } from '../../tables/cells/plain.js';
import { shorten } from '../../text/shorten.js';
import { parseYaml } from '../../yaml/parse-yaml.js';
import type { CaseMapping, StepName } from '../case-options.js';
import { COLUMN_FIELDS, isColumnField } from '../event-fields.js';
import { CASE_MAPPING_SCHEMA, EVENT_KIND } from './case-mapping-schema.js';

/** What the packs know that a mapping may name. */
export interface CaseMappingNames {
  readonly kinds: ReadonlyMap<string, RecordType>;
  /** By the id of each procedure. */
  readonly steps: ReadonlyMap<string, readonly StepName[]>;
  /** The fields of the cases of each procedure. */
  readonly fields?: ReadonlyMap<string, RecordType>;
  /** The procedure of cases that don't say theirs, where the mapping doesn't either. */
  readonly procedure?: string;
}

export interface ReadCaseMapping {
  /** Absent where rows can't become events by it. */
  readonly mapping?: CaseMapping;
  readonly procedure?: string;
  readonly organisation?: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** The form that the schema has checked. */
interface MappingFile {
  readonly procedure?: string;
  readonly organisation?: string;
  readonly sheet?: string;
  readonly header?: number;
  readonly columns: Readonly<Record<string, string>>;
  readonly steps?: Readonly<Record<string, string>>;
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly none?: readonly string[];
  readonly ignore?: readonly string[];
  readonly resolve?: Readonly<Record<string, string>>;
}

/** Whether a mapping file is of a table of events. */
export function isCaseMapping(text: string): boolean {
  return new RegExp(`^kind\\s*:\\s*["']?${EVENT_KIND}["']?\\s*(#.*)?$`, 'mu').test(text);
}

/** Reads the mapping file of a table of events, and checks it against the procedures and registers there are. */
export function readCaseMapping(
  text: string,
  file: string,
  { kinds, steps, fields, procedure: given }: CaseMappingNames,
): ReadCaseMapping {
  const { documents, diagnostics: faults } = parseYaml(text, file);
  const [document] = documents;
  if (document === undefined || faults.length > 0) {
    const empty = { file, reason: 'it is empty', 'reason.zh': '文件是空的' };
    return {
      diagnostics:
        faults.length > 0 ? faults : [diagnostic('bad-mapping', empty, undefined, { file })],
    };
  }
  const { value } = document;
  const spanOf = (path: readonly (string | number)[], key?: boolean): Span =>
    document.spanOf(path, key);
  const unlike = checkSchema(value, CASE_MAPPING_SCHEMA, spanOf);
  if (unlike.length > 0) return { diagnostics: unlike };
  const { columns, ignore, sheet, header, none, organisation, ...more } = value as MappingFile;
  const diagnostics: Diagnostic[] = [];
  const isKnown = (key: string, header: string): boolean => {
    if (Object.hasOwn(columns, header)) return true;
    const known = Object.keys(columns);
    const params = {
      owner: key,
      key: shorten(header),
      nearest: nearestHint(header, known),
      known: known.map(shorten).join(', '),
    };
    diagnostics.push(diagnostic('unknown-key', params, spanOf([key, header], true)));
    return false;
  };
  const procedure = more.procedure ?? given;
  const record = procedure === undefined ? undefined : fields?.get(procedure);
  const sound = Object.entries(columns).filter(([name, field]) => {
    const wrong = wrongData(field, record);
    if (wrong !== undefined) {
      diagnostics.push(diagnostic('bad-target', wrong, spanOf(['columns', name])));
      return false;
    }
    if (isColumnField(field)) return true;
    const params = {
      column: shorten(name),
      field: shorten(field),
      nearest: nearestHint(field, COLUMN_FIELDS),
      known: COLUMN_FIELDS.join(', '),
    };
    diagnostics.push(diagnostic('bad-column-field', params, spanOf(['columns', name])));
    return false;
  });
  const own = procedure === undefined ? undefined : steps.get(procedure);
  if (more.procedure !== undefined && own === undefined) {
    const known = [...steps.keys()];
    const params = {
      procedure: shorten(more.procedure),
      file,
      nearest: nearestHint(more.procedure, known),
      known: known.join(', '),
    };
    diagnostics.push(diagnostic('no-procedure', params, spanOf(['procedure'])));
  }
  for (const [name, id] of Object.entries(more.steps ?? {})) {
    if (own === undefined || own.some((step) => step.id === id)) continue;
    const ids = own.map((step) => step.id);
    const params = { step: shorten(id), nearest: nearestHint(id, ids), known: ids.join(', ') };
    diagnostics.push(diagnostic('unknown-mapped-step', params, spanOf(['steps', name])));
  }
  const resolve = new Map<string, Resolver>();
  for (const [name, written] of Object.entries(more.resolve ?? {})) {
    if (!isKnown('resolve', name)) continue;
    const span = spanOf(['resolve', name]);
    const found = parseResolver(written, kinds, span);
    const field = columns[name] ?? '';
    if ('fault' in found) diagnostics.push(found.fault);
    else if (!PERSONS.has(field)) {
      const params = { header: shorten(name), kind: found.resolver.kind };
      diagnostics.push(diagnostic('resolve-not-reference', params, span));
    } else resolve.set(plainHeader(name), found.resolver);
  }
  const values = Object.entries(more.values ?? {}).filter(([name]) => isKnown('values', name));
  return {
    mapping: {
      columns: Object.fromEntries(sound),
      ...(ignore === undefined ? {} : { ignore }),
      ...(sheet === undefined ? {} : { sheet }),
      ...(header === undefined ? {} : { header }),
      ...(more.steps === undefined ? {} : { steps: more.steps }),
      values: new Map(
        values.map(([name, cells]) => [
          plainHeader(name),
          new Map(Object.entries(cells).map(([cell, meant]) => [plain(cell), meant])),
        ]),
      ),
      none: new Set((none ?? []).map(plain)),
      resolve,
      spanOf,
    },
    ...(procedure === undefined ? {} : { procedure }),
    ...(organisation === undefined ? {} : { organisation }),
    diagnostics,
  };
}

/** Of data that no field of the case has by its name or label, and the checker would never look at. */
function wrongData(
  field: string,
  record: RecordType | undefined,
): Record<string, string> | undefined {
  if (record === undefined || !field.startsWith('data.')) return undefined;
  const name = field.slice('data.'.length);
  const known = record.fields.fields.flatMap(({ name: id, label }) => [id, label.zh, label.en]);
  if (known.includes(name)) return undefined;
  return { kind: record.id, field: shorten(name), nearest: nearestHint(name, known) };
}

/** Fields that are of persons. */
const PERSONS: ReadonlySet<string> = new Set(['by', 'by.id', 'participants']);
