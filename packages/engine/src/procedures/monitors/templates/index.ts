import type { BinaryTemplate, Constraint, EventPattern, Template } from '@qingdan/core';
import type { Scope } from '../../../compiled/scope.js';
import type { Context } from '../../context.js';
import {
  type AsOf,
  deviation,
  type Moment,
  type Monitor,
  type MonitorKind,
  type Stand,
} from '../../monitor.js';
import { Choice } from './choice.js';
import { Count } from './count.js';
import { Edge } from './edge.js';
import { inEveryOrder } from './in-every-order.js';
import { NOTHING, verdictOf, worst } from './level.js';
import { OrderWatch } from './orders.js';
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
  const compiled = compileTemplate(of, scope);
  return {
    steps: compiled.steps,
    start: () => new TemplateMonitor(constraint, compiled, alikeness(of)),
  };
}

/** What a template can't tell apart: events of one step, where no condition asks what they say, and all that it doesn't name. */
function alikeness(template: Template): (moment: Moment) => string {
  const patterns = 'of' in template ? [template.of] : [template.activation, template.target];
  const asks =
    patterns.some(({ when }) => when !== undefined) ||
    ('correlation' in template && template.correlation !== undefined);
  const named = new Set(patterns.map(({ step }) => step));
  return ({ event, position }) =>
    !named.has(event.step) ? '' : asks ? `#${String(position)}` : event.step;
}

class TemplateMonitor implements Monitor {
  readonly #constraint: Constraint;
  readonly #compiled: CompiledTemplate;
  readonly #alike: (moment: Moment) => string;
  readonly #parts: readonly Part[];
  readonly #watch = new OrderWatch();

  constructor(
    constraint: Constraint,
    compiled: CompiledTemplate,
    alike: (moment: Moment) => string,
  ) {
    this.#constraint = constraint;
    this.#compiled = compiled;
    this.#alike = alike;
    this.#parts = compiled.start();
  }

  observe(moment: Moment): void {
    if (!isOccurrence(moment.event)) return;
    for (const part of this.#parts) part.observe(moment);
    this.#watch.observe(moment);
  }

  stand(asOf: AsOf): Stand {
    const stand = this.#standOf(this.#parts, asOf);
    if (!this.#watch.isUnproven) return stand;
    const placed = this.#watch.moments.map((moment) => ({ moment, alike: this.#alike(moment) }));
    return inEveryOrder(this.#constraint, stand, placed, (moments) => {
      const parts = this.#compiled.start();
      for (const moment of moments) for (const part of parts) part.observe(moment);
      return this.#standOf(parts, asOf);
    });
  }

  #standOf(parts: readonly Part[], asOf: AsOf): Stand {
    const stands = parts.map((part) => part.stand(asOf));
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
