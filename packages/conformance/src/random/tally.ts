import { type Operator, type Policy, VERDICTS, type Verdict } from '@qingdan/core';
import type { Judged } from '@qingdan/engine';
import { classOf, type Probe } from './probes.js';
import { REQUIRED } from './required.js';
import type { AtHand } from './runs.js';
import { walkPolicy } from './walk.js';

/** Counts what a run met, so that it can be said how much the agreement is worth. */
export class Tally {
  pairs = 0;
  policies = 0;
  readonly verdicts = new Counts();
  readonly lists = new Counts();
  /** `operator × class`. */
  readonly operators = new Counts();
  /** In how many policies a form occurs. */
  readonly forms = new Counts();
  readonly compared = new Counts();

  addPolicy(policy: Policy): void {
    this.policies += 1;
    const forms = new Set<string>();
    walkPolicy(policy, {
      condition: (condition, depth) => {
        forms.add(condition.kind === 'quantified' ? condition.quantifier : condition.kind);
        if (condition.kind === 'quantified') forms.add(`depth ${String(depth + 1)}`);
      },
      expression: ({ kind, ...rest }) => forms.add('name' in rest ? rest.name : kind),
      source: (source) => {
        forms.add(`in ${source.in.kind}`);
        if (source.within !== undefined) forms.add(`within ${source.within.kind}`);
        if (source.others) forms.add('others');
        if (source.across) forms.add('across');
        if (source.match.length > 0) forms.add('match');
      },
    });
    for (const form of forms) this.forms.add(form);
  }

  addJudged(judged: Judged): void {
    this.pairs += 1;
    for (const { verdict, list, code } of judged.judgements) {
      this.verdicts.add(verdict);
      this.lists.add(`${code ?? list} ${verdict}`);
    }
  }

  addProbes(probes: readonly Probe[], atHand: AtHand): void {
    for (const probe of probes) {
      if (probe.record === atHand.record.record.id)
        this.operators.add(`${probe.operator} × ${classOf(probe, atHand)}`);
    }
  }

  shareOf(verdict: Verdict): number {
    return this.verdicts.of(verdict) / this.verdicts.total;
  }

  /** The cells of the table of operators that were met fewer than `least` times. */
  thin(least: number): string[] {
    return Object.entries(REQUIRED).flatMap(([operator, classes]) =>
      classes
        .map((each) => `${operator} × ${each}`)
        .filter((cell) => this.operators.of(cell) < least),
    );
  }

  print(): string {
    const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
    const lines = [
      `${String(this.policies)} policies, ${String(this.pairs)} pairs, ${String(this.verdicts.total)} verdicts`,
      ...[...this.compared].map(([name, pairs]) => `  agreed with ${name}: ${String(pairs)} pairs`),
      ...VERDICTS.map((verdict) => `  ${verdict.padEnd(14)} ${percent(this.shareOf(verdict))}`),
      'by list:',
      ...['NO_POWER', 'HOLDER', 'AUTHORITY', 'responsibility', 'negative'].map(
        (list) =>
          `  ${list.padEnd(14)} ${VERDICTS.map((verdict) => `${verdict} ${String(this.lists.of(`${list} ${verdict}`))}`).join(', ')}`,
      ),
      'forms, by the policies they occur in:',
      `  ${this.forms
        .sorted()
        .map(([form, count]) => `${form} ${String(count)}`)
        .join(', ')}`,
      'operators, by the class of what they met:',
      ...Object.keys(REQUIRED).map((operator) => `  ${operator.padEnd(20)} ${this.#met(operator)}`),
    ];
    return lines.join('\n');
  }

  #met(operator: string): string {
    const prefix = `${operator as Operator} × `;
    return this.operators
      .sorted()
      .filter(([cell]) => cell.startsWith(prefix))
      .map(([cell, count]) => `${cell.slice(prefix.length)} ${String(count)}`)
      .join(' · ');
  }
}

class Counts {
  readonly #counts = new Map<string, number>();
  total = 0;

  add(name: string, count = 1): void {
    this.#counts.set(name, this.of(name) + count);
    this.total += count;
  }

  of(name: string): number {
    return this.#counts.get(name) ?? 0;
  }

  sorted(): [string, number][] {
    return [...this.#counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  }

  [Symbol.iterator](): IterableIterator<[string, number]> {
    return this.#counts[Symbol.iterator]();
  }
}
