import {
  type Diagnostic,
  diagnostic,
  type PackInfo,
  type Parameter,
  type Policy,
  type RecordNode,
  type RecordType,
  type Subject,
} from '@qingdan/core';
import { LoosenedPolicies, RecordChecker } from '@qingdan/engine';
import { checkLibrary, type Library, type Place, resolvePolicy } from '@qingdan/language';
import { stateCouncilCalendar } from './calendar/state-council.js';
import { placeOfOrganisation, statedSubject } from './check/places.js';
import {
  areForSeveral,
  subjectOfProcedure,
  subjectsWithLists,
  usualSubject,
} from './check/subjects.js';

/** Packs that were loaded: the policies of every subject and jurisdiction, each resolved when first asked for. */
export class Packs {
  readonly library: Library;
  #findings: readonly Diagnostic[] | undefined;
  /** The subject that is meant where nothing says it; undefined where several may be. */
  readonly usualSubject: Subject | undefined;
  readonly #policies = new Map<string, Policy>();
  readonly #checkers = new Map<string, RecordChecker>();

  /** `findings` are what `check` answers, where that is known already. */
  constructor(library: Library, findings?: readonly Diagnostic[]) {
    this.library = library;
    this.#findings = findings;
    this.usualSubject = usualSubject(library);
  }

  get records(): ReadonlyMap<string, RecordType> {
    return this.library.records;
  }

  get info(): readonly PackInfo[] {
    return [...this.library.packs.values()].map(({ manifest, digest }) => ({
      name: manifest.name,
      version: manifest.version,
      digest,
      title: manifest.title,
      jurisdiction: manifest.jurisdiction,
    }));
  }

  /** The loader's judgement of the rule sets themselves, working days by the shipped calendar. */
  check(): readonly Diagnostic[] {
    return (this.#findings ??= checkLibrary(this.library, stateCouncilCalendar()));
  }

  /** Whose rules an organisation lives by; where nothing says its subject, that of the procedure or else the usual one. */
  placeOf(organisation: RecordNode | undefined, procedure?: string): Place {
    const usual = this.usualSubject;
    const subject =
      statedSubject(organisation) ??
      (procedure === undefined ? usual : subjectOfProcedure(this.library, procedure, usual));
    return placeOfOrganisation(organisation, subject);
  }

  /** Whether a procedure is of the subject that is meant where nothing says it. */
  isUsual(procedure: string): boolean {
    const usual = this.usualSubject;
    return subjectOfProcedure(this.library, procedure, usual) === usual;
  }

  /** The subject by which an organisation is judged that doesn't state its own, where the packs are for several. */
  assumedSubject(organisation: RecordNode | undefined): Subject | undefined {
    return statedSubject(organisation) === undefined && areForSeveral(this.library)
      ? this.usualSubject
      : undefined;
  }

  /** Says that there are no lists for an organisation, though there are for others; for none there is nothing to say. */
  listsProblem(id: string, organisation: RecordNode | undefined): Diagnostic | undefined {
    const place = this.placeOf(organisation);
    if (this.library.items.length === 0 || this.policyFor(place).items.length > 0) return undefined;
    return diagnostic('no-lists', {
      id,
      subject: place.subject ?? '?',
      subjects: subjectsWithLists(this.library).join(', '),
    });
  }

  policyFor(place: Place): Policy {
    const key = keyOf(place);
    let policy = this.#policies.get(key);
    if (policy === undefined) {
      policy = resolvePolicy(this.library, place).value;
      this.#policies.set(key, policy);
    }
    return policy;
  }

  checkerFor(place: Place): RecordChecker {
    const key = keyOf(place);
    let checker = this.#checkers.get(key);
    if (checker === undefined) {
      const policy = this.policyFor(place);
      checker = new RecordChecker(
        policy,
        new LoosenedPolicies(policy, (pack, id) => this.#localValues(pack, id)),
      );
      this.#checkers.set(key, checker);
    }
    return checker;
  }

  #localValues(pack: string, id: string): Parameter['values'] | undefined {
    return this.library.parameters
      .get(id)
      ?.find((document) => document.pack === pack && !document.declares)?.values;
  }
}

function keyOf({ subject, jurisdiction }: Place): string {
  return `${subject ?? ''}@${jurisdiction}`;
}
