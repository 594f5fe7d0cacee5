import type { BinaryTemplate, Constraint, EventPattern, Template } from '@qingdan/core';
import type { Scope } from '../../../compiled/scope.js';
import type { Context } from '../../context.js';
import { deviation, type Monitor, type MonitorKind } from '../../monitor.js';
import { Choice } from './choice.js';
import { Count } from './count.js';
import { Edge } from './edge.js';
import { NOTHING, verdictOf, worst } from './level.js';
import type { Part } from './part.js';
import { compilePattern, isOccurrence, type Match } from './pattern.js';
import { compileRelation, mirrored } from './relation.js';
import { Search, type SearchShape } from './search.js';

/** What a template over two steps looks for: for its activations, and for its targets as if they were activations. */
interface Searches {
  readonly own: SearchShape;
  readonly mirrored?: SearchShape;
}

const looks =
  (where: SearchShape['looks'], forbids = false) =>
  (reach: SearchShape['reach'] = 'plain'): SearchShape => ({ looks: where, reach, forbids });
const ahead = looks('ahead');
const behind = looks('behind');
const around = looks('around')();
const nowhere = looks('around', true)();
const notAhead = looks('ahead', true);
const notBehind = looks('behind', true);

const SEARCHES: Readonly<Record<Exclude<BinaryTemplate, 'choice' | 'exclusiveChoice'>, Searches>> =
  {
    respondedExistence: { own: around },
    coExistence: { own: around, mirrored: around },
    response: { own: ahead() },
    alternateResponse: { own: ahead('alternate') },
    chainResponse: { own: ahead('chain') },
    precedence: { own: behind() },
    alternatePrecedence: { own: behind('alternate') },
    chainPrecedence: { own: behind('chain') },
    succession: { own: ahead(), mirrored: behind() },
    alternateSuccession: { own: ahead('alternate'), mirrored: behind('alternate') },
    chainSuccession: { own: ahead('chain'), mirrored: behind('chain') },
    notCoExistence: { own: nowhere, mirrored: nowhere },
    notResponse: { own: notAhead() },
    notChainResponse: { own: notAhead('chain') },
    notPrecedence: { own: notBehind() },
    notChainPrecedence: { own: notBehind('chain') },
    notSuccession: { own: notAhead(), mirrored: notBehind() },
    notChainSuccession: { own: notAhead('chain'), mirrored: notBehind('chain') },
  };

/** Watches a raw template of Declare: the conjunction of a few parts. */
export function template(
  constraint: Constraint,
  of: Template,
  { scope }: Pick<Context, 'scope'>,
): MonitorKind {
  const { steps, start } = compileTemplate(of, scope);
  return { steps, start: () => new TemplateMonitor(constraint, start()) };
}

class TemplateMonitor implements Monitor {
  readonly #constraint: Constraint;
  readonly #parts: readonly Part[];

  constructor(constraint: Constraint, parts: readonly Part[]) {
    this.#constraint = constraint;
    this.#parts = parts;
  }

  observe(moment: Parameters<Monitor['observe']>[0]): void {
    if (isOccurrence(moment.event)) for (const part of this.#parts) part.observe(moment);
  }

  stand(asOf: Parameters<Monitor['stand']>[0]): ReturnType<Monitor['stand']> {
    const stands = this.#parts.map((part) => part.stand(asOf));
    const range = stands.map((stand) => stand.range).reduce(worst, NOTHING);
    return {
      verdict: verdictOf(range, asOf.closed || stands.every(({ final }) => final)),
      due: stands.find(({ due }) => due !== undefined)?.due,
      deviations: stands.flatMap(({ faults }) =>
        faults.map(({ code, step, certain, ...found }) =>
          deviation(this.#constraint, code, step, {
            ...found,
            verdict: certain ? 'violated' : 'undetermined',
            card: code === 'LATE' ? 'red' : undefined,
          }),
        ),
      ),
      activations: stands.flatMap(({ activations }) => activations),
    };
  }
}

interface CompiledTemplate {
  readonly steps: ReadonlySet<string> | undefined;
  readonly start: () => readonly Part[];
}

function compileTemplate(template: Template, scope: Scope): CompiledTemplate {
  const side = (pattern: EventPattern): { readonly step: string; readonly match: Match } => ({
    step: pattern.step,
    match: compilePattern(pattern, scope),
  });
  switch (template.kind) {
    case 'existence':
    case 'absence':
    case 'exactly': {
      const { kind, count } = template;
      const { step, match } = side(template.of);
      return { steps: new Set([step]), start: () => [new Count(kind, count, step, match)] };
    }
    case 'init':
    case 'end': {
      const { kind } = template;
      const { step, match } = side(template.of);
      return { steps: undefined, start: () => [new Edge(kind, step, match)] };
    }
    case 'choice':
    case 'exclusiveChoice': {
      const exclusive = template.kind === 'exclusiveChoice';
      const one = side(template.activation);
      const other = side(template.target);
      return {
        steps: new Set([one.step, other.step]),
        start: () => [new Choice(exclusive, one, other)],
      };
    }
    default: {
      const activation = side(template.activation);
      const target = side(template.target);
      const relation = compileRelation(template, scope);
      const inverse = mirrored(relation);
      const { own, mirrored: back } = SEARCHES[template.kind];
      return {
        // What is next to an event is any event.
        steps: own.reach === 'chain' ? undefined : new Set([activation.step, target.step]),
        start: () => [
          new Search(own, activation, target, relation),
          ...(back === undefined ? [] : [new Search(back, target, activation, inverse)]),
        ],
      };
    }
  }
}
