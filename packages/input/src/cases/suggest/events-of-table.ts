import type { TallyUnit } from '@qingdan/core';
import { plainHeader } from '../../tables/cells/plain.js';
import type { Column } from '../../tables/rows/find-header.js';
import { isBlank, type Row, textOfCell } from '../../tables/sheet/cell.js';
import { type Match, matchTitle, type Titled, Word } from './match-steps.js';
import { matchSteps, type ProcedureNames } from './read-steps.js';

/** A word of a table and what it means; where that is open, the nearest. */
export interface WordMeant {
  readonly word: string;
  readonly id?: string;
  /** Of the id. */
  readonly title?: string;
  readonly nearest: readonly Titled[];
}

/** What a table calls its steps and procedures. */
export interface ReadSteps {
  /** What is not understood as it stands. */
  readonly steps: readonly WordMeant[];
  /** The names whose meaning is open, with their first rows. */
  readonly unmatched: readonly UnmatchedStep[];
  /** The unit that a column counts in, by the steps in whose rows it is filled in; undefined where these differ. */
  readonly unitOf: (column: Column) => TallyUnit | undefined;
  /** The papers that the step of a row may have. */
  readonly documentsOf: (row: Row) => readonly Titled[];
}

interface UnmatchedStep {
  readonly word: string;
  readonly count: number;
  readonly row: Row;
  readonly nearest: string | undefined;
  readonly known: readonly string[];
}

interface Event {
  readonly row: Row;
  readonly step: string;
  /** As the table writes it. */
  readonly procedure: string;
}

/** What a table calls its steps beyond so many names is left to its reader: procedures have a few dozen. */
const MOST_NAMES = 1000;

/** The events of a table, as far as their steps and procedures go. */
export class EventsOfTable {
  readonly #events: readonly Event[];
  readonly #byWord: ReadonlyMap<string, Match>;
  readonly #known: ReadonlyMap<string, ProcedureNames>;
  readonly hasColumn: boolean;

  constructor(
    rows: readonly Row[],
    step: Column | undefined,
    procedure: Column | undefined,
    known: ReadonlyMap<string, ProcedureNames>,
  ) {
    const textOf = (row: Row, column: Column | undefined): string => {
      const cell = column === undefined ? undefined : row.cells[column.index];
      return isBlank(cell) ? '' : textOfCell(cell).slice(0, 200).trim();
    };
    this.#known = known;
    const names = new Set<string>();
    this.#events = rows
      .map((row) => ({ row, step: textOf(row, step), procedure: textOf(row, procedure) }))
      .filter((event) => {
        if (names.size < MOST_NAMES && event.step !== '') names.add(event.step);
        return names.has(event.step);
      });
    const words = new Set(this.#events.map((event) => event.procedure));
    this.hasColumn = words.size > 1 || (words.size === 1 && !words.has(''));
    words.delete('');
    const titled = [...known.values()];
    this.#byWord = new Map([...words].map((word) => [word, matchTitle(word, titled)]));
  }

  /** The names of steps, as they stand. */
  get names(): ReadonlySet<string> {
    return new Set(this.#events.map(({ step }) => step));
  }

  /** Those that its column names. */
  get procedures(): ReadonlySet<ProcedureNames> {
    const ids = [...this.#byWord.values()].flatMap((match) =>
      match.kind === 'none' ? [] : [match.id],
    );
    return new Set(ids.flatMap((id) => this.#known.get(id) ?? []));
  }

  /** What the column of procedures says instead of ids. */
  get wordsOfProcedures(): readonly WordMeant[] {
    return [...this.#byWord].flatMap(([word, match]) => {
      if (match.kind === 'none') return [{ word, nearest: match.nearest }];
      return word === match.id ? [] : [meant(word, match.id, [...this.#known.values()])];
    });
  }

  /** What its names of steps mean, where cases that name no procedure are of the given one. */
  read(own: ProcedureNames | undefined): ReadSteps {
    const groups = new Map<ProcedureNames, Event[]>();
    for (const event of this.#events) {
      const procedure = this.#procedureOf(event, own);
      if (procedure === undefined) continue;
      const group = groups.get(procedure) ?? [];
      groups.set(procedure, group);
      group.push(event);
    }
    const matches = new Map(
      [...groups].map(([procedure, events]) => [
        procedure,
        matchSteps(new Set(events.map(({ step }) => step)), procedure.steps),
      ]),
    );
    const idOf = (event: Event): string | undefined => {
      const procedure = this.#procedureOf(event, own);
      const match = procedure && matches.get(procedure)?.get(event.step);
      return match === undefined || match.kind === 'none' ? undefined : match.id;
    };
    const steps: WordMeant[] = [];
    const unmatched: UnmatchedStep[] = [];
    for (const word of this.names) {
      const found = [...matches].flatMap(([procedure, each]) => {
        const match = each.get(word);
        return match === undefined ? [] : [{ procedure, match }];
      });
      const ids = new Set(found.map(({ match }) => (match.kind === 'none' ? undefined : match.id)));
      const [id] = ids;
      if (found.every(({ match }) => match.kind === 'same')) continue;
      // A name stands for one step in a mapping, whatever the procedure.
      if (id !== undefined && ids.size === 1) {
        steps.push(meant(word, id, found[0]?.procedure.steps ?? []));
        continue;
      }
      const open = found.filter(({ match }) => match.kind !== 'same');
      const nearest = open.flatMap(({ procedure, match }) =>
        match.kind === 'none'
          ? match.nearest
          : procedure.steps.filter((step) => step.id === match.id).slice(0, 1),
      );
      steps.push({ word, nearest });
      const of = open[0]?.procedure;
      const events =
        of === undefined ? [] : (groups.get(of) ?? []).filter(({ step }) => step === word);
      const [first] = events;
      if (first === undefined || of === undefined) continue;
      unmatched.push({
        word,
        count: events.length,
        row: first.row,
        nearest: nearest[0]?.title.zh,
        known: [...new Set(of.steps.map(({ title }) => title.zh))],
      });
    }
    const byRow = new Map(this.#events.map((event) => [event.row, event]));
    return {
      steps,
      unmatched,
      unitOf: ({ index }) => {
        const units = new Set<TallyUnit | undefined>();
        for (const event of this.#events) {
          if (isBlank(event.row.cells[index])) continue;
          const known = this.#procedureOf(event, own)?.units.get(idOf(event) ?? '') ?? [];
          for (const unit of known) units.add(unit);
          if ([...known].length === 0) units.add(undefined);
        }
        const [unit] = units;
        return units.size === 1 ? unit : undefined;
      },
      documentsOf: (row) => {
        const event = byRow.get(row);
        const id = event === undefined ? undefined : idOf(event);
        const evidence = event && this.#procedureOf(event, own)?.evidence;
        if (evidence === undefined) return [];
        // The papers of a step whose name is open may be any.
        return id === undefined ? [...evidence.values()].flat() : (evidence.get(id) ?? []);
      },
    };
  }

  #procedureOf({ procedure }: Event, own: ProcedureNames | undefined): ProcedureNames | undefined {
    if (procedure === '') return own;
    const match = this.#byWord.get(procedure);
    return match === undefined || match.kind === 'none' ? undefined : this.#known.get(match.id);
  }
}

function meant(word: string, id: string, known: readonly Titled[]): WordMeant {
  const title = known.find((each) => each.id === id)?.title.zh;
  return { word, id, nearest: [], ...(title === undefined ? {} : { title }) };
}

/** The paper of a step that a word means: one of its name, or the only one whose name is the longer or the shorter one. */
export function documentOf(word: string, known: readonly Titled[]): string | undefined {
  const match = matchTitle(word, known);
  if (match.kind !== 'none') return match.id;
  const wanted = plainHeader(word);
  const longer = known.filter(({ title }) => new Word(plainHeader(title.zh)).isShortFor(wanted));
  const ids = new Set(longer.map(({ id }) => id));
  return ids.size === 1 ? longer[0]?.id : undefined;
}
