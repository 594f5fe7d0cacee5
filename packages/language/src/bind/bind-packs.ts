import {
  type Basis,
  type Dated,
  type Item,
  type Relations,
  type Revisions,
  said,
} from '@qingdan/core';
import { wordText } from '../documents/words.js';
import type { DocumentKind } from '../documents/documents.js';
import type { Checked, Library, LoadedPack, ParameterDocument } from '../library.js';
import { entriesOf, get, textOf } from '../read/node.js';
import type { DocumentText, PackText } from '../read/read-pack.js';
import { Report } from '../report.js';
import { bindCondition } from './bind-condition.js';
import { bindDefinition, bindNamedCondition, nameDefinition } from './bind-definition.js';
import { bindExpression } from './bind-expression.js';
import { bindInstrument } from './bind-instrument.js';
import { bindOverlay } from './bind-overlay.js';
import { bindParameter, bindParameterOverlay, parameterType } from './bind-parameter.js';
import { bindPower } from './bind-power.js';
import { bindCase } from './procedures/bind-case.js';
import { bindProcedure } from './procedures/bind-procedure.js';
import { bindProhibition } from './bind-prohibition.js';
import { bindRecords } from './bind-records.js';
import { bindRelations } from './bind-relations.js';
import { bindResponsibility } from './bind-responsibility.js';
import { bindBody, bindRole } from './bind-role.js';
import { bindTable, mergeRevisions, tableName } from './bind-table.js';
import { checkCycles } from './check-cycles.js';
import { checkWaivers } from './check-waivers.js';
import { collect, type Declaration } from './collect.js';
import { type Binders, type Context, Names } from './names.js';
import { orderPacks } from './order-packs.js';
import { idAt } from './references.js';

/**
 * Binds the names and types of packs. What is wrong is reported with its place and left out; the rest of the library
 * stands. The order in which packs and files are given makes no difference.
 */
export function bindPacks(given: readonly PackText[]): Checked<Library> {
  const report = new Report();
  const ordered = orderPacks(given);
  report.addAll(ordered.diagnostics);
  const names = new Names(collect(ordered, report), ordered.visible);
  const binder = new Binder(names, report);
  const library: Library = {
    packs: new Map(
      ordered.packs.map(({ manifest, digest }): [string, LoadedPack] => [
        manifest.name,
        { manifest, digest },
      ]),
    ),
    ...binder.bind(),
  };
  for (const { manifest } of ordered.packs) checkWaivers(manifest, names, report);
  const whole = ordered.packs.every((pack) => pack.whole);
  return {
    value: checkCycles(library, report),
    // What seems not to be there may stand in what couldn't be read.
    diagnostics: whole
      ? report.diagnostics
      : report.diagnostics.filter(({ name }) => !NOT_THERE.has(name)),
  };
}

const NOT_THERE: ReadonlySet<string> = new Set(['unknown-reference', 'unknown-fact']);

const BINDERS: Binders = { expression: bindExpression, condition: bindCondition };

class Binder {
  readonly #names: Names;
  readonly #report: Report;

  constructor(names: Names, report: Report) {
    this.#names = names;
    this.#report = report;
  }

  /** Kind by kind, each before those that refer to it. */
  bind(): Omit<Library, 'packs'> {
    bindRecords(this.#names, (pack) => this.#context(pack));
    const relations = this.#relations();
    this.#nameAll();
    const powers = this.#revised('Power', bindPower);
    const basisOfPower = (id: string): readonly Basis[] =>
      powers.get(id)?.flatMap(({ basis }) => basis) ?? [];
    const prohibitions = this.#revised('Prohibition', bindProhibition);
    const responsibilities = this.#revised('Responsibility', (document, context) =>
      bindResponsibility(document, basisOfPower, context),
    );
    const tables = this.#revised('Table', (document, context) => {
      const name = this.#names.tables.get(document.id);
      return name === undefined ? undefined : bindTable(document, name, context);
    });
    return {
      instruments: this.#single('Instrument', bindInstrument),
      roles: this.#single('Role', bindRole),
      bodies: this.#single('Body', bindBody),
      relations,
      parameters: this.#parameters(),
      tables,
      definitions: this.#revised('Definition', bindDefinition),
      conditions: this.#revised('Condition', bindNamedCondition),
      items: [powers, responsibilities, prohibitions].flatMap((items): Revisions<Item>[] => [
        ...items.values(),
      ]),
      procedures: this.#revised('Procedure', bindProcedure),
      overlays: this.#names.overlays.flatMap(
        (overlay) => bindOverlay(overlay, this.#context(overlay.pack)) ?? [],
      ),
      // Last, since periods of organisations become kinds where they are judged.
      records: this.#names.records,
    };
  }

  #context(pack: string): Context {
    return { names: this.#names, pack, report: this.#report, bind: BINDERS };
  }

  /** Makes the names and types of documents known before their contents are bound. */
  #nameAll(): void {
    const names = this.#names;
    this.#eachFirst('Parameter', (document, context) => {
      const type = parameterType(document, context);
      if (type !== undefined) names.parameters.set(document.id, type);
    });
    for (const { id, pack, documents } of names.declarations('Table')) {
      const revisions = documents.flatMap(
        (document) => tableName(document, this.#context(pack)) ?? [],
      );
      if (revisions.length > 0) names.tables.set(id, mergeRevisions(revisions));
    }
    for (const declaration of names.declarations('Definition'))
      nameDefinition(declaration, this.#context(declaration.pack));
    for (const declaration of names.declarations('Procedure'))
      bindCase(declaration, this.#context(declaration.pack));
    this.#eachFirst('Condition', ({ id, node }, context) => {
      const record = idAt(get(node, 'record'), 'Record', context);
      if (record !== undefined && names.records.has(record)) names.conditions.set(id, record);
    });
    this.#eachFirst('Power', ({ id, node }) => {
      const record = textOf(get(get(node, 'governs'), 'record'));
      if (record !== undefined && names.records.has(record)) names.powers.set(id, record);
    });
  }

  #eachFirst(kind: DocumentKind, take: (document: DocumentText, context: Context) => void): void {
    for (const { documents, pack } of this.#names.declarations(kind))
      take(documents[0] as DocumentText, this.#context(pack));
  }

  #single<T>(
    kind: DocumentKind,
    bind: (document: DocumentText, context: Context) => T | undefined,
  ): ReadonlyMap<string, T> {
    const bound = new Map<string, T>();
    this.#eachFirst(kind, (document, context) => {
      const value = bind(document, context);
      if (value !== undefined) bound.set(document.id, value);
    });
    return bound;
  }

  #revised<T extends Dated>(
    kind: DocumentKind,
    bind: (document: DocumentText, context: Context, declaration: Declaration) => T | undefined,
  ): ReadonlyMap<string, Revisions<T>> {
    const bound = new Map<string, Revisions<T>>();
    for (const declaration of this.#names.declarations(kind)) {
      const context = this.#context(declaration.pack);
      const revisions = declaration.documents
        .flatMap((document) => bind(document, context, declaration) ?? [])
        .sort((a, b) => inOrderOfTime(a, b));
      if (revisions.length > 0) bound.set(declaration.id, revisions);
    }
    return bound;
  }

  #relations(): Relations | undefined {
    const [first, ...others] = this.#names.declarations('Relations');
    for (const { id, documents } of others)
      this.#report.add(
        'duplicate-id',
        { ...said('kind', wordText('Relations')), id },
        (documents[0] as DocumentText).span,
        first?.documents.map(({ span }) => span),
      );
    if (first === undefined) return undefined;
    const [document] = first.documents as [DocumentText];
    for (const { key } of entriesOf(get(document.node, 'sets'))) this.#names.relationSets.add(key);
    return bindRelations(document, this.#context(first.pack));
  }

  #parameters(): ReadonlyMap<string, readonly ParameterDocument[]> {
    const declared = this.#single('Parameter', bindParameter);
    const all = new Map([...declared].map(([id, document]) => [id, [document]]));
    for (const { pack, document } of this.#names.overlays) {
      const declaration = declared.get(document.id);
      if (document.kind === 'Parameter' && declaration !== undefined)
        all
          .get(document.id)
          ?.push(bindParameterOverlay(document, declaration, this.#context(pack)));
    }
    return all;
  }
}

function inOrderOfTime(a: Dated, b: Dated): number {
  return (
    (a.effective.from ?? -Infinity) - (b.effective.from ?? -Infinity) || a.revision - b.revision
  );
}
