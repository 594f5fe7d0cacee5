import {
  type Diagnostic,
  diagnostic,
  nearestHint,
  type RecordType,
  type Span,
} from '@qingdan/core';
import { shorten } from '../../text/shorten.js';
import { parseYaml } from '../../yaml/parse-yaml.js';
import { plain, plainHeader } from '../cells/plain.js';
import { checkSchema } from './check-schema.js';
import { type FieldPath, parseFieldPath, resolveTarget, type Target } from './field-path.js';
import type { MappedColumn, Mapping, Resolver } from './mapping.js';
import { parseResolver } from './parse-resolver.js';
import { refersTo } from './refers-to.js';
import { MAPPING_SCHEMA } from './schema.js';

export interface ReadMapping {
  /** Absent where rows can't become records by it. */
  readonly mapping?: Mapping;
  readonly diagnostics: readonly Diagnostic[];
}

/** A mapping as plain data, and where its parts stand. */
export interface MappingSource {
  readonly value: unknown;
  readonly spanOf: (path: readonly (string | number)[], key?: boolean) => Span;
}

/** The form that the schema has checked. */
interface MappingFile {
  readonly kind?: string;
  readonly organisation?: string;
  readonly sheet?: string;
  readonly header?: number;
  readonly id?: string | readonly string[];
  readonly columns: Readonly<Record<string, string | readonly string[]>>;
  readonly constants?: Readonly<Record<string, unknown>>;
  readonly values?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly none?: readonly string[] | Readonly<Record<string, readonly string[]>>;
  readonly ignore?: readonly string[];
  readonly resolve?: Readonly<Record<string, string | readonly string[]>>;
}

/**
 * Reads a mapping file.
 *
 * @param kind of the records, where the mapping doesn't say it.
 */
export function readMapping(
  text: string,
  file: string,
  kinds: ReadonlyMap<string, RecordType>,
  kind?: string,
): ReadMapping {
  const { documents, diagnostics } = parseYaml(text, file);
  const [document] = documents;
  if (document === undefined || diagnostics.length > 0) {
    const fault = diagnostic('bad-mapping', { file, ...EMPTY }, undefined, { file });
    return { diagnostics: diagnostics.length > 0 ? diagnostics : [fault] };
  }
  return bindMapping(document, kinds, kind);
}

const EMPTY = { reason: 'it is empty', 'reason.zh': '文件是空的' };

/** Checks a mapping against the kinds of record there are. */
export function bindMapping(
  { value, spanOf }: MappingSource,
  kinds: ReadonlyMap<string, RecordType>,
  kind?: string,
): ReadMapping {
  const faults = checkSchema(value, MAPPING_SCHEMA, spanOf);
  if (faults.length > 0) return { diagnostics: faults };
  const file = value as MappingFile;
  const id = file.kind ?? kind;
  if (id === undefined) {
    return {
      diagnostics: [diagnostic('missing-key', { owner: 'mapping', key: 'kind' }, spanOf([]))],
    };
  }
  const record = kinds.get(id);
  if (record === undefined) {
    const known = [...kinds.keys()];
    const params = { kind: shorten(id), nearest: nearestHint(id, known), known: known.join(', ') };
    return { diagnostics: [diagnostic('unknown-record-kind', params, spanOf(['kind']))] };
  }
  return new Binder(file, record, kinds, spanOf).bind();
}

class Binder {
  readonly #file: MappingFile;
  readonly #record: RecordType;
  readonly #kinds: ReadonlyMap<string, RecordType>;
  readonly #spanOf: MappingSource['spanOf'];
  readonly #diagnostics: Diagnostic[] = [];

  constructor(
    file: MappingFile,
    record: RecordType,
    kinds: ReadonlyMap<string, RecordType>,
    spanOf: MappingSource['spanOf'],
  ) {
    this.#file = file;
    this.#record = record;
    this.#kinds = kinds;
    this.#spanOf = spanOf;
  }

  bind(): ReadMapping {
    const { organisation, sheet, header, id = [], columns, constants = {} } = this.#file;
    const bound = Object.entries(columns).flatMap(([name, paths]) => this.#column(name, paths));
    this.#checkNamed(bound);
    return {
      mapping: {
        record: this.#record,
        ...(organisation === undefined ? {} : { organisation }),
        ...(sheet === undefined ? {} : { sheet }),
        ...(header === undefined ? {} : { header }),
        id: typeof id === 'string' ? [id] : id,
        columns: bound,
        constants: Object.entries(constants).flatMap(([path, value]) => {
          const target = this.#target(path, ['constants', path], true);
          return target === undefined ? [] : [{ path: target.path, value }];
        }),
        ignore: new Set((this.#file.ignore ?? []).map(plainHeader)),
        spanOf: this.#spanOf,
      },
      diagnostics: this.#diagnostics,
    };
  }

  #column(header: string, paths: string | readonly string[]): readonly MappedColumn[] {
    const list = typeof paths === 'string' ? [paths] : paths;
    const targets = list.flatMap((path, index) => {
      const place = ['columns', header, ...(typeof paths === 'string' ? [] : [index])];
      return this.#target(path, place) ?? [];
    });
    const values = Object.entries(ownOf(this.#file.values, header) ?? {});
    const resolve = this.#resolvers(header, targets);
    return [
      {
        header,
        targets,
        values: new Map(values.map(([cell, value]) => [plain(cell), value])),
        none: this.#noneOf(header),
        resolve,
      },
    ];
  }

  #noneOf(header: string): ReadonlySet<string> {
    const { none = [] } = this.#file;
    const cells = Array.isArray(none)
      ? (none as readonly string[])
      : ['*', header].flatMap((key) => ownOf(none as Record<string, string[]>, key) ?? []);
    return new Set(cells.map(plain));
  }

  #target(text: string, place: FieldPath, key = false): Target | undefined {
    const path = parseFieldPath(text);
    const found = resolveTarget(this.#record, path);
    if ('target' in found) return found.target;
    const params = { kind: this.#record.id, field: found.wrong, nearest: found.nearest };
    this.#diagnostics.push(diagnostic('bad-target', params, this.#spanOf(place, key)));
    return undefined;
  }

  #resolvers(header: string, targets: readonly Target[]): readonly Resolver[] {
    const written = ownOf(this.#file.resolve, header) ?? [];
    return typeof written === 'string'
      ? (this.#resolver(written, header, targets, ['resolve', header]) ?? [])
      : written.flatMap(
          (one, index) => this.#resolver(one, header, targets, ['resolve', header, index]) ?? [],
        );
  }

  #resolver(
    written: string,
    header: string,
    targets: readonly Target[],
    place: FieldPath,
  ): readonly [Resolver] | undefined {
    const span = this.#spanOf(place);
    const found = parseResolver(written, this.#kinds, span);
    if ('fault' in found) {
      this.#diagnostics.push(found.fault);
      return undefined;
    }
    const { kind } = found.resolver;
    if (!targets.some((target) => refersTo(target.type, kind))) {
      this.#diagnostics.push(diagnostic('resolve-not-reference', { header, kind }, span));
      return undefined;
    }
    return [found.resolver];
  }

  /** `values` and `resolve` name columns that are mapped. */
  #checkNamed(columns: readonly MappedColumn[]): void {
    const known = columns.map(({ header }) => header);
    for (const key of ['values', 'resolve', 'none'] as const) {
      const said = this.#file[key] ?? {};
      for (const header of Array.isArray(said) ? [] : Object.keys(said)) {
        if (known.includes(header) || (key === 'none' && header === '*')) continue;
        const params = {
          owner: key,
          key: shorten(header),
          nearest: nearestHint(header, known),
          known: known.join(', '),
        };
        this.#diagnostics.push(
          diagnostic('unknown-key', params, this.#spanOf([key, header], true)),
        );
      }
    }
  }
}

function ownOf<T>(object: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return object !== undefined && Object.hasOwn(object, key) ? object[key] : undefined;
}
