import {
  type Diagnostic,
  type PackInfo,
  type Parameter,
  type Policy,
  type RecordNode,
  type RecordType,
  type Subject,
} from '@qingdan/core';
import { LoosenedPolicies, RecordChecker } from '@qingdan/engine';
import { checkLibrary, type Library, type Place, resolvePolicy } from '@qingdan/language';
import { placeOfOrganisation } from './check/places.js';

/** Packs that were loaded: the policies of every subject and jurisdiction, each resolved when first asked for. */
export class Packs {
  readonly library: Library;
  #findings: readonly Diagnostic[] | undefined;
  readonly #onlySubject: Subject | undefined;
  readonly #policies = new Map<string, Policy>();
  readonly #checkers = new Map<string, RecordChecker>();

  /** `findings` are what `check` answers, where that is known already. */
  constructor(library: Library, findings?: readonly Diagnostic[]) {
    this.library = library;
    this.#findings = findings;
    const subjects = new Set(
      [...library.packs.values()].flatMap(({ manifest }) => manifest.subjects),
    );
    const [first, second] = subjects;
    this.#onlySubject = second === undefined ? first : undefined;
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

  /** The loader's judgement of the rule sets themselves. */
  check(): readonly Diagnostic[] {
    return (this.#findings ??= checkLibrary(this.library));
  }

  /** Whose rules an organisation lives by; of one that no register describes, nothing but the packs' only subject is known. */
  placeOf(organisation: RecordNode | undefined): Place {
    return placeOfOrganisation(organisation, this.#onlySubject);
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
