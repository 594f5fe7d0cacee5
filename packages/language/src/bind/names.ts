import {
  type Condition,
  type Expression,
  nearestHint,
  type RecordType,
  said,
  type Span,
  type StructType,
  type Type,
} from '@qingdan/core';
import { wordText } from '../documents/words.js';
import type { DocumentKind } from '../documents/documents.js';
import type { Node } from '../read/node.js';
import type { Report } from '../report.js';
import type { Collected, Declaration, Overlay } from './collect.js';
import type { Scope } from './scope.js';

/** A derived fact, as paths see it. */
export interface DefinitionName {
  readonly id: string;
  readonly pack: string;
  readonly type: Type;
}

export interface TableName {
  readonly inputs: ReadonlyMap<string, Type>;
  readonly outputs: ReadonlyMap<string, Type>;
}

/**
 * What can be referred to. It is filled kind by kind, each before what refers to it; a name that was declared but could
 * not be bound is known as declared, so that one fault isn't reported once for each use.
 */
export class Names {
  readonly records = new Map<string, RecordType>();
  /** By record kind and name. */
  readonly definitions = new Map<string, Map<string, DefinitionName>>();
  readonly parameters = new Map<string, Type>();
  readonly tables = new Map<string, TableName>();
  /** The record kind of each named condition. */
  readonly conditions = new Map<string, string>();
  /** The record kind that each power governs. */
  readonly powers = new Map<string, string>();
  readonly relationSets = new Set<string>();
  /** Fields and derived facts that were declared but could not be bound, by struct. */
  readonly broken = new WeakMap<StructType, Set<string>>();
  readonly overlays: readonly Overlay[];
  readonly #declarations: Collected['declarations'];
  readonly #visible: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(
    { declarations, overlays }: Collected,
    visible: ReadonlyMap<string, ReadonlySet<string>>,
  ) {
    this.#declarations = declarations;
    this.overlays = overlays;
    this.#visible = visible;
  }

  declarations(kind: DocumentKind): readonly Declaration[] {
    return [...(this.#declarations.get(kind)?.values() ?? [])];
  }

  declaration(kind: DocumentKind, id: string): Declaration | undefined {
    return this.#declarations.get(kind)?.get(id);
  }

  /** Every id of a kind, whoever declares it: what records may name. */
  ids(kind: DocumentKind): ReadonlySet<string> {
    return new Set(this.#declarations.get(kind)?.keys());
  }

  /** Whether a pack extends another one, or is it. */
  sees(pack: string, other: string): boolean {
    return this.#visible.get(pack)?.has(other) === true;
  }

  /** Ids of a kind that a pack may refer to. */
  visibleIds(kind: DocumentKind, pack: string): string[] {
    return this.declarations(kind)
      .filter((declaration) => this.sees(pack, declaration.pack))
      .map(({ id }) => id);
  }

  markBroken(struct: StructType, name: string): void {
    const names = this.broken.get(struct) ?? new Set();
    names.add(name);
    this.broken.set(struct, names);
  }

  isBroken(struct: StructType, name: string): boolean {
    return this.broken.get(struct)?.has(name) === true;
  }
}

/** Where something is bound: the pack that says it, what can be referred to, and who hears of faults. */
export interface Context {
  readonly names: Names;
  readonly pack: string;
  readonly report: Report;
  readonly bind: Binders;
}

/**
 * What conditions and expressions are bound by. Each is made of the other: their parts ask for them here, so that no
 * files import each other in a circle.
 */
export interface Binders {
  readonly expression: (node: Node, scope: Scope, context: Context) => Expression | undefined;
  readonly condition: (node: Node, scope: Scope, context: Context) => Condition | undefined;
}

/** The declaration that an id refers to; reports where there is none in the pack or in what it extends. */
export function refer(
  kind: DocumentKind,
  id: string,
  span: Span,
  { names, pack, report }: Context,
): Declaration | undefined {
  const declaration = names.declaration(kind, id);
  if (declaration !== undefined && names.sees(pack, declaration.pack)) return declaration;
  const nearest = nearestHint(id, names.visibleIds(kind, pack));
  report.add('unknown-reference', { ...said('kind', wordText(kind)), id, nearest }, span);
  return undefined;
}
