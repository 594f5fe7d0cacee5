import { type Diagnostic, diagnostic, nearestHint, type RecordType } from '@qingdan/core';
import { spanOfCell } from '../../text/place.js';
import { shorten } from '../../text/shorten.js';
import { plain, plainHeader } from '../../tables/cells/plain.js';
import { NO_WORDS, type Vocabulary } from '../../tables/cells/vocabulary.js';
import type { Column, Header } from '../../tables/rows/find-header.js';
import { isBlank, type Row, textOfCell } from '../../tables/sheet/cell.js';
import { openTable, type TableFile } from '../../tables/sheet/open-table.js';
import { looksLikeName } from '../../tables/suggest/match-column.js';
import { headersOf, lowest, sampleOf, shortName } from '../../tables/suggest/sample.js';
import { NONE_WORDS } from '../../tables/suggest/synonyms.js';
import { USUAL_HEADERS } from '../event-fields.js';
import { type CellsOf, fieldsOfColumns } from './bind-columns.js';
import { IDLE_HEADERS, tallyOf } from './event-headers.js';
import { namesSome } from './match-steps.js';
import {
  byLikelihood,
  type NamedProcedure,
  namesOf,
  type ProcedureNames,
  recogniseProcedure,
} from './read-steps.js';
import {
  type CaseSuggestion,
  type FieldColumn,
  renderCaseSuggestion,
} from './render-case-suggestion.js';
import { suggestData } from './suggest-data.js';
import { EventsOfTable } from './events-of-table.js';
import { suggestDocuments, suggestRoles } from './suggest-words.js';

/** What the packs know that a mapping of a table of events may name. */
export interface CaseSuggestionNames {
  /** The revisions of each procedure, by its id. */
  readonly procedures: ReadonlyMap<string, readonly NamedProcedure[]>;
  /** The fields of the cases of each procedure. */
  readonly fields: ReadonlyMap<string, RecordType>;
  readonly kinds: ReadonlyMap<string, RecordType>;
  readonly words?: Vocabulary;
  /** The procedure that was named; absent: it is recognised by its steps. */
  readonly procedure?: string;
  /** Whether a procedure is of the subject that is meant where nothing says it; absent: each is. */
  readonly isUsual?: (procedure: string) => boolean;
}

export interface SuggestedCaseMapping {
  /** A mapping file in YAML, with comments; absent where the table is no table of events. */
  readonly text?: string;
  /** Nothing where the table is no table of events and no procedure was named. */
  readonly diagnostics: readonly Diagnostic[];
}

/** So many rows are looked at: each step should be among them. */
const SAMPLE = 20_000;

/** A row is no event without these. */
const NEEDED = ['case', 'step', 'at'] as const;

/**
 * Proposes a mapping for a table of events: its columns, the procedure whose steps it names, and what its words mean. A word
 * that may mean several things is left to the clerk, with the nearest.
 */
export async function suggestCaseMapping(
  table: TableFile,
  names: CaseSuggestionNames,
): Promise<SuggestedCaseMapping> {
  const { file } = table;
  const known = namesOf(names.procedures);
  const { procedure } = names;
  if (procedure !== undefined && !known.has(procedure)) {
    const ids = [...known.keys()];
    const params = {
      procedure: shorten(procedure),
      file,
      nearest: nearestHint(procedure, ids),
      known: ids.join(', '),
    };
    return { diagnostics: [diagnostic('no-procedure', params, undefined, { file })] };
  }
  const { sheets, faults } = await openTable(table, new Set(USUAL_HEADERS.keys()));
  const diagnostics = faults.map((fault) =>
    diagnostic(fault.name, fault.params, undefined, { file }),
  );
  let best: Found | undefined;
  for (const sheet of sheets) {
    const rows = await sampleOf(sheet, SAMPLE);
    for (const header of headersOf(rows, sheet)) {
      const found = suggestOf(header, rows, file, known, names);
      if (found.score <= (best?.score ?? 0)) continue;
      best = { ...found, ...(sheets.length > 1 ? { sheet: sheet.name ?? '' } : {}) };
    }
  }
  const wanting = NEEDED.filter((field) => best?.fields.has(field) !== true);
  if (best !== undefined && wanting.length === 0 && (procedure !== undefined || best.isLog)) {
    const { sheet, suggestion } = best;
    const text = renderCaseSuggestion({ ...suggestion, ...(sheet === undefined ? {} : { sheet }) });
    return { text, diagnostics: [...diagnostics, ...best.diagnostics] };
  }
  // What was not said to be a log may be a ledger.
  if (procedure === undefined) return { diagnostics: [] };
  const headers = (best?.headers ?? []).map(shorten).join(', ');
  for (const field of diagnostics.length > 0 ? [] : wanting)
    diagnostics.push(diagnostic('no-event-column', { field, known: headers }, undefined, { file }));
  return { diagnostics };
}

interface Found {
  readonly suggestion: CaseSuggestion;
  readonly sheet?: string;
  readonly fields: ReadonlySet<string>;
  readonly headers: readonly string[];
  /** Whether nothing but a table of events would look so. */
  readonly isLog: boolean;
  readonly diagnostics: readonly Diagnostic[];
  readonly score: number;
}

function suggestOf(
  header: Header,
  all: readonly Row[],
  file: string,
  known: ReadonlyMap<string, ProcedureNames>,
  { fields: recordOf, kinds, words = NO_WORDS, procedure: named, isUsual }: CaseSuggestionNames,
): Found {
  const columns = header.columns.filter((column) => column.header !== '');
  const rows = all.filter(
    ({ number, cells }) => number > header.row.number && !cells.every(isBlank),
  );
  const cellsOf: CellsOf = ({ index }) => rows.map(({ cells }) => cells[index]);
  const given = named === undefined ? undefined : known.get(named);
  const steps = given?.steps ?? [...known.values()].flatMap((each) => each.steps);
  const isStep = (word: string): boolean => namesSome(word, steps);
  const labels = labelsOf(given === undefined ? recordOf.values() : [recordOf.get(given.id)]);
  const isData = (column: Column): boolean => labels.has(plainHeader(lowest(column)));
  const byColumn = fieldsOfColumns(columns, cellsOf, isStep, isData);
  const columnOf = (field: string): Column | undefined =>
    [...byColumn].find(([, each]) => each === field)?.[0];
  const events = new EventsOfTable(rows, columnOf('step'), columnOf('procedure'), known);
  const own =
    given ??
    (events.procedures.size > 0
      ? undefined
      : recogniseProcedure(events.names, known.values(), isUsual));
  const read = events.read(own);
  const records = (own === undefined ? [...events.procedures] : [own]).flatMap(
    ({ id }) => recordOf.get(id) ?? [],
  );
  const rest = columns.filter((column) => !byColumn.has(column));
  const tallies = new Map<Column, string>();
  const openTallies: Column[] = [];
  for (const column of rest) {
    const tally = isData(column) ? undefined : tallyOf(lowest(column));
    if (tally === undefined) continue;
    const unit = tally.unit ?? read.unitOf(column);
    const field = `tally.${unit ?? ''}.${tally.count}`;
    if (unit === undefined || [...tallies.values()].includes(field)) openTallies.push(column);
    else tallies.set(column, field);
  }
  const data = suggestData(
    rest.filter((column) => !tallies.has(column) && !openTallies.includes(column)),
    records,
    cellsOf,
    words,
  );
  const idle = rest.filter(
    (column) => !data.has(column) && column.names.some((name) => IDLE_HEADERS.has(name)),
  );
  const mapped = columns.flatMap((column): FieldColumn[] => {
    const written = shortName(column, columns);
    const field = byColumn.get(column) ?? tallies.get(column);
    const found = data.get(column);
    if (field === undefined && found !== undefined) return [{ header: written, ...found }];
    return field === undefined ? [] : [{ header: written, field }];
  });
  const persons = ['by', 'participants'].flatMap((field) => columnOf(field) ?? []);
  const hasNames = kinds.get('person')?.fields.field('name')?.type.kind === 'text';
  const seen = new Set(
    columns.flatMap((column) => cellsOf(column).map((cell) => plain(textOfCell(cell).slice(0, 8)))),
  );
  const organisation = columnOf('organisation');
  const suggestion: CaseSuggestion = {
    file,
    headerRow: header.row.number,
    ...(own === undefined ? {} : { procedure: own }),
    isNamed: events.hasColumn,
    known: own === undefined ? byLikelihood(events.names, known.values()) : [],
    names: events.names.size,
    columns: mapped,
    ...(organisation === undefined
      ? {}
      : {
          organisation: {
            header: shortName(organisation, columns),
            cells: namesIn(cellsOf(organisation).map(textOfCell)),
          },
        }),
    steps: read.steps,
    values: [
      ...columns.flatMap((column) => {
        const field = byColumn.get(column);
        const at = shortName(column, columns);
        if (field === 'role') return [{ header: at, words: suggestRoles(cellsOf(column), words) }];
        if (field === 'procedure') return [{ header: at, words: events.wordsOfProcedures }];
        if (field !== 'evidence') return [];
        return [{ header: at, words: suggestDocuments(rows, column, read) }];
      }),
    ].filter((each) => each.words.length > 0),
    none: NONE_WORDS.filter((word) => seen.has(plain(word))),
    ignore: idle.map((column) => shortName(column, columns)),
    resolve: persons
      .filter((column) => hasNames && isOfNames(cellsOf(column).map(textOfCell)))
      .map((column) => shortName(column, columns)),
    tallies: openTallies.map((column) => shortName(column, columns)),
    unknown: rest
      .filter((column) => !data.has(column) && !tallies.has(column))
      .filter((column) => !idle.includes(column) && !openTallies.includes(column))
      .map((column) => shortName(column, columns)),
  };
  const namesSteps = columns.some(({ names }) =>
    names.some((name) => USUAL_HEADERS.get(name) === 'step'),
  );
  const line = (row: Row): number => row.line;
  return {
    suggestion,
    fields: new Set(byColumn.values()),
    headers: columns.map((column) => shortName(column, columns)),
    isLog: own !== undefined || events.procedures.size > 0 || namesSteps,
    diagnostics: read.unmatched.map(({ word, count, row, nearest, known: titles }) =>
      diagnostic(
        'unknown-step',
        {
          step: shorten(word),
          count: String(count),
          nearest: nearest === undefined ? '' : ` → \`${shorten(nearest)}\`?`,
          known: titles.map(shorten).join(', '),
        },
        spanOfCell(file, line(row), (columnOf('step')?.index ?? 0) + 1),
      ),
    ),
    score: byColumn.size + tallies.size + data.size + (own === undefined ? 0 : 2),
  };
}

function labelsOf(records: Iterable<RecordType | undefined>): ReadonlySet<string> {
  return new Set(
    [...records].flatMap((record) =>
      (record?.fields.fields ?? []).flatMap(({ label }) => [label.zh, label.en].map(plainHeader)),
    ),
  );
}

function namesIn(texts: readonly string[]): readonly string[] {
  const found = new Set(texts.map((text) => text.slice(0, 200).trim()));
  return [...found].filter((text) => /\p{Script=Han}/u.test(text));
}

/** Whether a column of persons has their names, and not their ids. */
function isOfNames(texts: readonly string[]): boolean {
  const words = texts.map((text) => plain(text.slice(0, 200)));
  const said = words.filter((word) => word !== '' && !NONE_WORDS.includes(word));
  return said.filter(looksLikeName).length * 2 > said.length;
}
