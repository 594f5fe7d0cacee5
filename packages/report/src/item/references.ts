import {
  type Basis,
  type Condition,
  type Definition,
  type Expression,
  type Item,
  type Policy,
  type Procedure,
  type TreeVisitor,
  walkCondition,
  walkExpression,
} from '@qingdan/core';
import { readByRule } from './read-by-rule.js';

/** Kinds of documents that items refer to. */
export type ReferredKind =
  | 'procedure'
  | 'parameter'
  | 'table'
  | 'record'
  | 'role'
  | 'body'
  | 'instrument'
  | 'definition'
  | 'condition';

/** `parameter:cash.limit` */
export type Reference = `${ReferredKind}:${string}`;

/** All documents that an item or a procedure rests on, what named conditions and derived facts rest on included. */
export function referencesOf(item: Item | Procedure, policy: Policy): ReadonlySet<Reference> {
  const collector = new Collector(policy);
  collector.item(item);
  return collector.found;
}

/** The ids of the parameters an item reads, sorted. */
export function usedParameters(item: Item | Procedure, policy: Policy): string[] {
  const prefix = 'parameter:';
  return [...referencesOf(item, policy)]
    .flatMap((reference) => (reference.startsWith(prefix) ? [reference.slice(prefix.length)] : []))
    .sort();
}

/**
 * The kinds of records that an item, a procedure or a condition looks through or follows a reference to, and the procedures
 * whose cases do steps of it.
 */
export function restsOn(of: Item | Procedure | Condition, names: Names): ReadonlySet<string> {
  const collector = new Collector(names);
  if ('basis' in of) collector.item(of);
  else collector.tree(of);
  return collector.looked;
}

/** What names in conditions stand for. */
export type Names = Pick<Policy, 'conditions' | 'definitions' | 'tables'>;

class Collector {
  readonly found = new Set<Reference>();
  /** Kinds of records and procedures of cases that are asked for. */
  readonly looked = new Set<string>();
  readonly #policy: Names;
  readonly #visitor: TreeVisitor;

  constructor(policy: Names) {
    this.#policy = policy;
    this.#visitor = {
      condition: (condition) => {
        if (condition.kind === 'named' && this.#add('condition', condition.name)) {
          for (const { is } of policy.conditions.get(condition.name) ?? []) this.tree(is);
        }
      },
      expression: (expression) => {
        if (expression.kind === 'parameter') this.#add('parameter', expression.id);
        if (expression.kind === 'table' && this.#add('table', expression.id)) {
          for (const table of policy.tables.get(expression.id) ?? []) this.#basis(table.basis);
        }
      },
      source: ({ in: among }) => {
        if (among.kind !== 'list') this.#look(among.record);
      },
      steps: (steps) => {
        for (const step of steps) {
          if (step.kind === 'follow') this.#look(step.to);
          if (step.kind === 'definition') this.#definition(step.id);
        }
      },
    };
  }

  item(item: Item | Procedure): void {
    this.#basis(item.basis);
    switch (item.kind) {
      case 'Prohibition':
        this.#add('record', item.appliesTo.record);
        this.tree(item.appliesWhen);
        this.tree(item.violatedWhen);
        for (const { condition, basis } of item.also) {
          this.tree(condition);
          this.#basis(basis);
        }
        this.#all('role', item.accountable);
        return;
      case 'Power':
        this.#add('record', item.governs.record);
        this.#all('body', item.holders);
        this.tree(item.governs.when);
        this.#values(item.measure, item.matter, item.disclosure?.within?.within);
        for (const {
          below,
          upTo,
          from,
          above,
          when,
          approvedBy,
          dualPost,
          bodies,
        } of item.authority) {
          this.#values(below, upTo, from, above);
          this.tree(when);
          this.#all('role', dualPost === undefined ? approvedBy : [...approvedBy, dualPost]);
          this.#all('body', bodies);
        }
        for (const { role } of item.alsoApprovedBy) this.#add('role', role);
        if (item.procedure !== undefined) this.#add('procedure', item.procedure);
        return;
      case 'Responsibility':
        this.#add('role', item.role);
        this.tree(item.appliesWhen);
        this.tree(item.fulfilledWhen);
        this.#values(item.due?.within, item.due?.of);
        return;
      case 'Procedure':
        this.#add('record', item.record);
        for (const { roles, when, via, basis } of item.steps) {
          this.#all('role', roles);
          this.tree(when);
          this.#basis(basis);
          if (via === undefined) continue;
          this.#add('procedure', via);
          this.looked.add(via);
        }
        for (const { rule, basis } of item.constraints) {
          this.#basis(basis);
          const { conditions, values, roles } = readByRule(rule);
          for (const condition of conditions) this.tree(condition);
          this.#values(...values);
          this.#all('role', roles);
        }
    }
  }

  #definition(id: string): void {
    if (!this.#add('definition', id)) return;
    for (const { basis, is } of this.#policy.definitions.get(id) ?? []) {
      this.#basis(basis);
      this.#derived(is);
    }
  }

  #derived(is: Definition['is']): void {
    if (is.kind === 'condition') this.tree(is.condition);
    else this.#values(is.value);
  }

  tree(condition: Condition | undefined): void {
    if (condition !== undefined) walkCondition(condition, this.#visitor);
  }

  #values(...expressions: readonly (Expression | undefined)[]): void {
    for (const each of expressions) if (each !== undefined) walkExpression(each, this.#visitor);
  }

  #basis(basis: readonly Basis[]): void {
    for (const { instrument } of basis) this.#add('instrument', instrument);
  }

  #all(kind: ReferredKind, ids: readonly string[]): void {
    for (const id of ids) this.#add(kind, id);
  }

  #look(record: string): void {
    this.looked.add(record);
    this.#add('record', record);
  }

  /** Whether it is new. */
  #add(kind: ReferredKind, id: string): boolean {
    const reference: Reference = `${kind}:${id}`;
    if (this.found.has(reference)) return false;
    this.found.add(reference);
    return true;
  }
}
