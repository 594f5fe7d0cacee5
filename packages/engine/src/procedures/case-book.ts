import type { CaseLog, CaseResult } from '@qingdan/core';
import type { Cases } from '../world/world.js';

/** The cases of a run, each checked when first asked for. */
export class CaseBook implements Cases {
  readonly #check: (log: CaseLog) => CaseResult | undefined;
  readonly #logs = new Map<string, CaseLog[]>();
  /** Of those that nobody holds on to any more, none is kept. */
  readonly #results = new WeakMap<CaseLog, { readonly result: CaseResult | undefined }>();
  /** Those whose check hasn't ended: one that rests on itself is never found. */
  readonly #open = new Set<CaseLog>();

  constructor(check: (log: CaseLog) => CaseResult | undefined) {
    this.#check = check;
  }

  add(log: CaseLog): void {
    const name = nameOf(log.procedure ?? '', log.id);
    const logs = this.#logs.get(name);
    if (logs === undefined) this.#logs.set(name, [log]);
    else logs.push(log);
  }

  find(procedure: string, id: string, organisation: string | undefined): CaseResult | undefined {
    const logs = this.#logs.get(nameOf(procedure, id)) ?? [];
    const log =
      logs.find((each) => each.organisation === organisation) ??
      logs.find((each) => each.organisation === undefined) ??
      (logs.length === 1 ? logs[0] : undefined);
    return log === undefined ? undefined : this.resultOf(log);
  }

  /** How a case stands; undefined where no procedure holds for it, or it is being found out. */
  resultOf(log: CaseLog): CaseResult | undefined {
    const known = this.#results.get(log);
    if (known !== undefined) return known.result;
    if (this.#open.has(log)) return undefined;
    this.#open.add(log);
    const result = this.#check(log);
    this.#open.delete(log);
    this.#results.set(log, { result });
    return result;
  }
}

function nameOf(procedure: string, id: string): string {
  return `${procedure}\n${id}`;
}
