import type {
  CaseResult,
  Constraint,
  Deviation,
  MissingFact,
  Procedure,
  ProcedureRule,
} from '@qingdan/core';
import type { Context } from '../context.js';
import { deviation, type Moment, type MonitorKind, NOT_CALLED } from '../monitor.js';
import { isDone } from '../parts.js';
import { standOf, wrongOfEach } from '../stands.js';

/** A step that a case of another procedure does: it was approved by then, and nothing in it was wrong. */
export function via(
  constraint: Constraint,
  { step, procedure }: Extract<ProcedureRule, { kind: 'via' }>,
  { scope }: Context,
): MonitorKind {
  const title = scope.policy.procedures.get(procedure)?.at(-1)?.title;
  return {
    steps: new Set([step]),
    unseen: NOT_CALLED,
    start: () => {
      const done: Moment[] = [];
      return {
        observe: (moment) => {
          if (isDone(moment.event, step)) done.push(moment);
        },
        stand: (asOf) =>
          standOf(
            done.length > 0,
            wrongOfEach(done, (moment) =>
              wrongWith(constraint, { step, procedure, title }, moment),
            ),
            asOf,
          ),
      };
    },
  };
}

interface Wanted {
  readonly step: string;
  readonly procedure: string;
  readonly title: Procedure['title'] | undefined;
}

function wrongWith(
  constraint: Constraint,
  { step, procedure, title }: Wanted,
  { event, frame }: Moment,
): readonly Deviation[] {
  const events = [event];
  const unknown = (missing: readonly MissingFact[], other?: CaseResult): readonly Deviation[] => [
    deviation(constraint, 'UNKNOWN_DATA', step, {
      verdict: 'undetermined',
      permanent: false,
      events,
      missing,
      other,
    }),
  ];
  if (event.via === undefined) return unknown([{ fact: 'via', scope: 'record', label: CASE }]);
  const { world, record } = frame;
  const other = world.cases?.find(procedure, event.via, record.organisation);
  if (other === undefined) {
    const fact = `${procedure}:${event.via}`;
    const label = title ?? { zh: procedure, en: procedure };
    return unknown([{ fact, scope: 'run', label, needs: `cases ${procedure}` }]);
  }
  const wrong = (code: 'ORDER' | 'FORBIDDEN'): readonly Deviation[] => [
    deviation(constraint, code, step, { events, other }),
  ];
  const { closing, findings, outcome } = other;
  if (closing?.day === undefined || closing.day > event.day) return wrong('ORDER');
  if (closing.ending !== undefined && closing.ending !== 'approved') return wrong('FORBIDDEN');
  // What was allowed there doesn't count there, nor here.
  const standing = findings.filter(({ waived }) => waived === undefined);
  if (standing.some((each) => each.deviation.verdict === 'violated')) return wrong('FORBIDDEN');
  if (outcome === 'undetermined') return unknown([], other);
  // Where only figures and registers are wanting there, they are wanting here too: it decides nothing, and is no pass.
  const wanting = standing.flatMap(({ deviation: { missing } }) => missing);
  return wanting.length === 0 ? [] : unknown(wanting, other);
}

const CASE = { zh: '办理该环节的另案编号', en: 'the case that did the step' };
