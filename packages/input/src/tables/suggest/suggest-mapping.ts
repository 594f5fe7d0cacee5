import { type Diagnostic, diagnostic, type RecordType } from '@qingdan/core';
import { plain, plainHeader } from '../cells/plain.js';
import { NO_WORDS, type Vocabulary } from '../cells/vocabulary.js';
import { printFieldPath } from '../mapping/field-path.js';
import { belongsField } from '../mapping/refers-to.js';
import type { Column, Header } from '../rows/find-header.js';
import { whyNoRecord } from '../rows/not-a-record.js';
import { type Cell, isBlank, type Row, textOfCell } from '../sheet/cell.js';
import { openTable, type TableFile } from '../sheet/open-table.js';
import { assignColumns } from './assign-columns.js';
import { type Candidate, candidatesOf, registerOf } from './field-candidates.js';
import { looksLikeName } from './match-column.js';
import { renderSuggestion, type SuggestedColumn, type Suggestion } from './render-suggestion.js';
import { ID_HEADERS, NONE_WORDS, ORGANISATION_HEADERS } from './synonyms.js';
import { headersOf, sampleOf, shortName } from './sample.js';
import { suggestValues } from './suggest-values.js';

export interface SuggestedMapping {
  /** A mapping file in YAML, with comments; absent where the table is like no kind of record. */
  readonly text?: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** So many rows are looked at. */
const SAMPLE = 500;

/**
 * Proposes a mapping for a table: the kind of record that its headers and cells are most like, and the field of each
 * column, by the labels of the packs.
 */
export async function suggestMapping(
  table: TableFile,
  kinds: ReadonlyMap<string, RecordType>,
  words: Vocabulary = NO_WORDS,
): Promise<SuggestedMapping> {
  const { file } = table;
  const labels = new Set(
    [...kinds.values()].flatMap((kind) => candidatesOf(kind).flatMap((each) => each.words)),
  );
  const { sheets, faults } = await openTable(table, labels);
  const diagnostics = faults.map(({ name, params }) =>
    diagnostic(name, params, undefined, { file }),
  );
  const uses = new Map<string | undefined, number>();
  for (const kind of kinds.values()) {
    for (const { target } of candidatesOf(kind)) {
      const register = registerOf(target.type);
      uses.set(register, (uses.get(register) ?? 0) + 1);
    }
  }
  /** A list of names is likely that of a register that ledgers refer to. */
  const usesOf = ({ id }: RecordType): number => uses.get(id) ?? 0;
  let best: (Suggestion & { readonly score: number }) | undefined;
  for (const sheet of sheets) {
    const rows = await sampleOf(sheet, SAMPLE);
    for (const header of headersOf(rows, sheet)) {
      for (const kind of kinds.values()) {
        const found = suggestKind(kind, kinds, header, rows, words);
        const { score } = found;
        if (score < (best?.score ?? (isWhole(found) ? WHOLE : 1.01))) continue;
        if (score === best?.score && usesOf(kind) <= usesOf(best.kind)) continue;
        best = { ...found, file, ...(sheets.length > 1 ? { sheet: sheet.name ?? '' } : {}) };
      }
    }
  }
  if (best !== undefined) return { text: renderSuggestion(best), diagnostics };
  if (diagnostics.length === 0) {
    diagnostics.push(diagnostic('no-suggestion', {}, undefined, { file }));
  }
  return { diagnostics };
}

/** Of a short list, such as one of names, one column says enough where nothing else is in it. */
function isWhole({ id, unknown }: Suggestion | Omit<Suggestion, 'file'>): boolean {
  return id.length > 0 && unknown.length === 0;
}

/** Less than the synonym of a label scores. */
const WHOLE = 0.9;

function suggestKind(
  kind: RecordType,
  kinds: ReadonlyMap<string, RecordType>,
  header: Header,
  rows: readonly Row[],
  words: Vocabulary,
): Omit<Suggestion, 'file'> & { readonly score: number } {
  const below = rows.filter(
    (row) =>
      row.number > header.row.number &&
      !row.cells.every(isBlank) &&
      whyNoRecord(row, {
        header: header.columns.map(({ names }) => names[0] ?? ''),
        idColumns: [],
        factColumns: [],
      }) === undefined,
  );
  const cellsOf = ({ index }: Column): readonly Cell[] => below.map(({ cells }) => cells[index]);
  const named = header.columns.filter((column) => column.header !== '');
  const id = suggestId(named, cellsOf);
  const organisation = kind.shared
    ? undefined
    : named.find(({ names }) =>
        ORGANISATION_HEADERS.some((each) => names.includes(plainHeader(each))),
      );
  const rest = named.filter((column) => !id.includes(column) && column !== organisation);
  const { matched, score } = assignColumns(candidatesOf(kind), rest, cellsOf, words);
  const columns = rest.flatMap((column): SuggestedColumn[] => {
    const found = matched.get(column);
    if (found === undefined) return [];
    const all = [found, ...othersOf(found, kind, cellsOf(column))];
    return [
      {
        header: shortName(column, named),
        paths: all.map(({ written }) => printFieldPath(written)),
        label: found.label,
        type: found.target.type,
        values: suggestValues(found.target.type, cellsOf(column)),
        resolve: all.flatMap((each) => suggestResolve(each, kind, kinds, cellsOf(column)) ?? []),
      },
    ];
  });
  const seen = new Set(
    [...matched.keys()].flatMap((column) =>
      cellsOf(column).map((cell) => plain(textOfCell(cell).slice(0, 8))),
    ),
  );
  return {
    kind,
    headerRow: header.row.number,
    id: id.map((column) => shortName(column, named)),
    ...(organisation === undefined ? {} : { organisation: shortName(organisation, named) }),
    columns,
    none: NONE_WORDS.filter((word) => seen.has(plain(word))),
    unknown: rest
      .filter((column) => !matched.has(column))
      .map((column) => shortName(column, named)),
    score,
  };
}

/** The columns whose cells tell the rows apart. */
function suggestId(
  columns: readonly Column[],
  cellsOf: (column: Column) => readonly Cell[],
): readonly Column[] {
  const candidates = ID_HEADERS.flatMap(
    (name) => columns.find(({ names }) => names.includes(plainHeader(name))) ?? [],
  );
  const [first] = candidates;
  for (const column of candidates) if (areUnique([column], cellsOf)) return [column];
  for (const other of candidates.slice(1)) {
    if (first !== undefined && areUnique([first, other], cellsOf)) return [first, other];
  }
  return [];
}

function areUnique(
  columns: readonly Column[],
  cellsOf: (column: Column) => readonly Cell[],
): boolean {
  const cells = columns.map(cellsOf);
  const keys = (cells[0] ?? []).map((_, row) => cells.map((each) => textOfCell(each[row]).trim()));
  const written = keys.map((parts) => JSON.stringify(parts));
  return keys.every((parts) => !parts.includes('')) && new Set(written).size === written.length;
}

/** The firm beside the person, or the person beside the firm, where a column has both. */
function othersOf(
  { written, target, words: labels }: Candidate,
  kind: RecordType,
  cells: readonly Cell[],
): readonly Candidate[] {
  const register = registerOf(target.type);
  if (register !== 'person' && register !== 'vendor') return [];
  const texts = cells.map((cell) => plain(textOfCell(cell).slice(0, 200)));
  const words = texts.filter((text) => text !== '' && !NONE_WORDS.includes(text));
  const persons = words.filter(looksLikeName).length;
  if (persons === 0 || persons === words.length) return [];
  const group = printFieldPath(written.slice(0, -1));
  return candidatesOf(kind).filter((other) => {
    const to = registerOf(other.target.type);
    const isOther = to !== register && (to === 'person' || to === 'vendor');
    const isBeside = printFieldPath(other.written.slice(0, -1)) === group;
    return isOther && isBeside && other.words[0] === labels[0];
  });
}

/** How the names in a column are looked up, where they are names and there is a register that has them. */
function suggestResolve(
  { target, written }: Candidate,
  kind: RecordType,
  kinds: ReadonlyMap<string, RecordType>,
  cells: readonly Cell[],
): string | undefined {
  const to = registerOf(target.type);
  const register = to === undefined ? undefined : kinds.get(to);
  if (to === undefined || register?.fields.field('name')?.type.kind !== 'text') return undefined;
  const texts = cells
    .map((cell) => plain(textOfCell(cell)))
    .filter((text) => text !== '' && !NONE_WORDS.includes(text));
  const isNames = texts.filter((text) => looksLikeName(text) || /\p{Script=Han}/u.test(text));
  if (isNames.length * 2 < texts.length) return undefined;
  const { approvals } = kind;
  const isApproval = approvals !== undefined && kind.fields.fields[approvals]?.name === written[0];
  const isOwn = !register.shared && to !== 'organisation';
  const isKnown = [...kinds.values()].some((each) => belongsField(each, to) !== undefined);
  return isOwn || (isApproval && isKnown) ? `${to} by name within organisation` : `${to} by name`;
}
