import {
  type Dated,
  type Day,
  type Diagnostic,
  diagnostic,
  intersect,
  isForSubject,
  type PackInfo,
  type Parameter,
  type ParameterValue,
  type Policy,
  type Procedure,
  type Revisions,
  said,
  type Subject,
  type Waiver,
} from '@qingdan/core';
import { wordText } from '../documents/words.js';
import type { Checked, Library } from '../library.js';
import { type ApplicablePack, applicablePacks, extendedBy } from './applicable-packs.js';
import { fits, resolveItems } from './items.js';
import { putInPlace } from './in-place-of.js';
import { depthOf, isJurisdiction, type Place, standsAbove } from './jurisdiction.js';
import { inOrderOfTime } from './order.js';
import { resolveParameter } from './parameters.js';
import { daysWithBasis, postsOfSubject } from './taken-over.js';
import { type Exchange, exchangeOf } from './terms.js';

/**
 * The policy for the organisations of one subject and jurisdiction: what their own level and the levels above say,
 * never what the order of files says. A jurisdiction that is no code is an error; the policy is then the national one.
 */
export function resolvePolicy(library: Library, asked: Place): Checked<Policy> {
  const diagnostics: Diagnostic[] = [];
  let place = asked;
  if (!isJurisdiction(asked.jurisdiction)) {
    diagnostics.push(
      diagnostic('bad-value', {
        value: asked.jurisdiction,
        ...said('expected', wordText('jurisdiction code')),
      }),
    );
    place = { ...asked, jurisdiction: 'CN' };
  }
  const packs = applicablePacks(library, place);
  const names = new Set(packs.map(({ name }) => name));
  const inherited = inheritedWords(library, packs);
  const dated = <T extends Dated>(documents: ReadonlyMap<string, Revisions<T>>) =>
    resolveDated(documents, names, inherited);
  const { exchange } = inherited;
  const coversFrom = coveredFrom(library, packs);

  const value: Policy = {
    packs: packs.map(infoOf),
    subject: place.subject,
    coversFrom,
    instruments: library.instruments,
    records: exchange(library.records),
    parameters: resolveParameters(library, packs, place.subject, inherited),
    tables: dated(library.tables),
    definitions: dated(library.definitions),
    conditions: dated(library.conditions),
    roles: exchange(library.roles),
    bodies: exchange(library.bodies),
    relations: exchange(library.relations),
    items: resolveItems(library, packs, place.subject).map((revisions) =>
      revisions.map((item) => inherited.in(item.pack, item)),
    ),
    procedures: resolveProcedures(library, packs, { place, coversFrom }, inherited),
    waivers: packs.filter(({ own }) => own).flatMap(waiversOf),
  };
  return { value, diagnostics };
}

/** How the words of the packs above are exchanged. */
interface Inherited {
  /** For what belongs to no pack in particular: what things are called. */
  readonly exchange: Exchange;
  /** For a document of a pack: only where the terms come from below it. */
  in<T>(pack: string, document: T): T;
}

/** The lowest pack that has terms exchanges the words of all that it extends or stands below. */
function inheritedWords(library: Library, packs: readonly ApplicablePack[]): Inherited {
  const lowest = packs.filter(({ own, pack }) => own && pack.manifest.terms.size > 0).at(-1);
  if (lowest === undefined) {
    return { exchange: (value) => value, in: (_, document) => document };
  }
  const exchange = exchangeOf(lowest.pack.manifest.terms);
  const above = extendedBy(library, lowest.name);
  for (const { name, pack } of packs) {
    if (standsAbove(pack.manifest.jurisdiction, lowest.pack.manifest.jurisdiction)) above.add(name);
  }
  return {
    exchange,
    in: (pack, document) => (above.has(pack) ? exchange(document) : document),
  };
}

function resolveDated<T extends Dated>(
  documents: ReadonlyMap<string, Revisions<T>>,
  packs: ReadonlySet<string>,
  inherited: Inherited,
): ReadonlyMap<string, Revisions<T>> {
  const result = new Map<string, Revisions<T>>();
  for (const [id, revisions] of documents) {
    const held = revisions.filter(({ pack }) => packs.has(pack));
    if (held.length > 0) {
      result.set(
        id,
        inOrderOfTime(held).map((document) => inherited.in(document.pack, document)),
      );
    }
  }
  return result;
}

/**
 * Procedures come as items do: those that the packs bring for the subject, each step done by its posts. What is judged
 * begins with `covers`, so that one taken over from a pack that covers more doesn't pass the cases of an earlier day.
 */
function resolveProcedures(
  library: Library,
  packs: readonly ApplicablePack[],
  { place: { subject }, coversFrom }: { place: Place; coversFrom: Day | undefined },
  inherited: Inherited,
): ReadonlyMap<string, Revisions<Procedure>> {
  const byName = new Map(packs.map((pack) => [pack.name, pack]));
  const result = new Map<string, Revisions<Procedure>>();
  for (const [id, revisions] of library.procedures) {
    const held = revisions
      .filter(
        ({ pack, subjects }) => byName.get(pack)?.brings(id) === true && fits(subjects, subject),
      )
      .flatMap((procedure) => {
        const effective = intersect(procedure.effective, { from: coversFrom, until: undefined });
        return effective === undefined ? [] : [{ ...procedure, effective }];
      })
      .flatMap((each) =>
        byName.get(each.pack)?.own === true ? each : daysWithBasis(library, each, subject),
      );
    if (held.length > 0)
      result.set(
        id,
        inOrderOfTime(held).map((procedure) =>
          postsOfSubject(library, inherited.in(procedure.pack, procedure), subject),
        ),
      );
  }
  return putInPlace(result);
}

function resolveParameters(
  library: Library,
  packs: readonly ApplicablePack[],
  subject: Subject | undefined,
  inherited: Inherited,
): ReadonlyMap<string, Parameter> {
  const result = new Map<string, Parameter>();
  for (const [id, documents] of library.parameters) {
    const parameter = resolveParameter(
      packs
        .flatMap(({ name }) => documents.filter(({ pack }) => pack === name))
        .map((document) => ({
          ...document,
          values: document.values.map((value) => valueFor(library, value, subject)),
        })),
    );
    if (parameter !== undefined) result.set(id, inherited.in(parameter.pack, parameter));
  }
  return result;
}

/** A value that rests on nothing but the law of others is left open for a subject. */
function valueFor(
  library: Library,
  value: ParameterValue,
  subject: Subject | undefined,
): ParameterValue {
  const isTheirs =
    value.basis.length === 0 ||
    value.basis.some((citation) =>
      isForSubject(citation, library.instruments.get(citation.instrument), subject),
    );
  return isTheirs ? value : { ...value, value: undefined, unset: true };
}

/**
 * The latest `covers.from` among the highest packs that have lists. A level below adds to what is judged, so that its
 * later beginning takes no record from the levels above.
 */
function coveredFrom(library: Library, packs: readonly ApplicablePack[]): Day | undefined {
  const lists = [...library.items, ...library.procedures.values()];
  const listed = new Set(lists.flatMap((revisions) => revisions.map(({ pack }) => pack)));
  const withLists = packs.filter(({ name }) => listed.has(name));
  const [highest] = withLists.length > 0 ? withLists : packs;
  if (highest === undefined) return undefined;
  const depth = depthOf(highest.pack.manifest.jurisdiction);
  const days = (withLists.length > 0 ? withLists : packs)
    .filter(({ pack }) => depthOf(pack.manifest.jurisdiction) === depth)
    .flatMap(({ pack: { manifest } }) => manifest.coversFrom ?? []);
  return days.length === 0 ? undefined : Math.max(...days);
}

function infoOf({ pack: { manifest, digest } }: ApplicablePack): PackInfo {
  const { name, version, title, jurisdiction } = manifest;
  return { name, version, digest, title, jurisdiction };
}

function waiversOf({ name, pack }: ApplicablePack): Waiver[] {
  return pack.manifest.waivers.map(
    ({ item, parameter, document, approver, reason, interval }): Waiver => ({
      ...(item === undefined ? {} : { item }),
      ...(parameter === undefined ? {} : { parameter }),
      document,
      approver,
      reason,
      interval,
      pack: name,
    }),
  );
}
