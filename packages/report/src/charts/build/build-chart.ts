import type { Day, Procedure, Step } from '@qingdan/core';
import { match } from 'ts-pattern';
import { say, sayList } from '../../locale/messages.js';
import { sayRole } from '../../sentences/say-power-clause.js';
import type { Speech } from '../../sentences/speech.js';
import { tidyText } from '../../values/escape.js';
import { sayDay } from '../../values/say-date.js';
import type { Chart, ChartLane, ChartNode } from '../chart.js';
import { assignLanes } from './assign-lanes.js';
import { courseOf } from './course.js';
import type { DraftNode } from './draft.js';
import { placeSteps } from './place-steps.js';
import { detailsOf } from './details-of.js';
import { markRepeated } from './mark-repeated.js';
import { settleDecided } from './settle-decided.js';
import { sayTimes } from './say-times.js';
import { tidyDraft } from './tidy.js';

/** The chart of a procedure, in the language and by the figures of a speech about its cases on a day. */
export function buildChart(procedure: Procedure, speech: Speech, asOf: Day): Chart {
  const { lang } = speech;
  const draft = placeSteps(courseOf(procedure), speech);
  tidyDraft(draft);
  // What is taken out leaves gates that neither part nor gather.
  if (settleDecided(draft)) tidyDraft(draft);
  markRepeated(draft, (text) => say(lang, 'chart.repeated', { text }));
  const lanes = lanesOf(procedure, speech);
  const steps = new Map(procedure.steps.map((step) => [step.id, step]));
  const laneOfStep = (id: string): string => laneIdOf(steps.get(id)?.roles ?? [], lanes);
  const laneOf = assignLanes(draft, laneOfStep);
  const ids = nameNodes(draft.nodes);
  const idOf = (node: DraftNode): string => ids.get(node) ?? '';
  const nodes = draft.nodes.map((node): ChartNode => {
    const base = { id: idOf(node), lane: laneOf.get(node) ?? lanes[0]?.id ?? '' };
    return match(node.kind)
      .with('task', (kind) => {
        const step = steps.get(node.step ?? '') as Step;
        return {
          ...base,
          kind,
          step,
          number: procedure.steps.indexOf(step) + 1,
          label: tidyText(step.title[lang]),
          times: sayTimes(step.id, procedure, speech, { isShort: true }),
          details: detailsOf(step, procedure, speech),
        };
      })
      .with('decision', (kind) => ({ ...base, kind, label: node.label ?? '' }))
      .with('end', (kind) => {
        const { ending } = node;
        const label = say(lang, ending === undefined ? 'chart.end' : `chart.end.${ending}`);
        return { ...base, kind, ending, label };
      })
      .with('start', (kind) => ({ ...base, kind, label: say(lang, 'chart.start') }))
      .with('merge', 'fork', 'join', (kind) => ({ ...base, kind }))
      .exhaustive();
  });
  const used = new Set(nodes.map(({ lane }) => lane));
  return {
    procedure,
    lang,
    title: tidyText(procedure.title[lang]),
    caption: say(lang, 'chart.print.caption', {
      item: procedure.id,
      revision: String(procedure.revision),
      date: sayDay(asOf, lang),
    }),
    lanes: lanes.filter(({ id }) => used.has(id)),
    nodes,
    flows: draft.flows.map(({ from, to, label }, index) => ({
      id: `flow-${index + 1}`,
      from: idOf(from),
      to: idOf(to),
      label,
    })),
  };
}

/** One lane for each set of roles, in the order in which steps first name them. */
function lanesOf({ steps }: Procedure, speech: Speech): ChartLane[] {
  const { lang } = speech;
  const lanes: ChartLane[] = [];
  for (const { roles } of steps) {
    if (laneIdOf(roles, lanes) !== '') continue;
    const titles = roles.map((role) => tidyText(sayRole(role, speech)));
    lanes.push({
      id: `lane-${lanes.length + 1}`,
      roles,
      label: roles.length === 0 ? say(lang, 'chart.anybody') : sayList(lang, titles, 'list.or'),
    });
  }
  return lanes;
}

function laneIdOf(roles: readonly string[], lanes: readonly ChartLane[]): string {
  const wanted = [...roles].sort().join();
  return lanes.find((lane) => [...lane.roles].sort().join() === wanted)?.id ?? '';
}

/** Steps go by their ids, all else is numbered. What XML allows in no id is written as its code. */
function nameNodes(nodes: readonly DraftNode[]): ReadonlyMap<DraftNode, string> {
  const counts = new Map<string, number>();
  return new Map(
    nodes.map((node) => {
      const { kind, step } = node;
      if (step !== undefined)
        return [node, `step-${step.replace(/[^\w.-]/gu, (character) => `_${codeOf(character)}_`)}`];
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      return [node, `${kind}-${count}`];
    }),
  );
}

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16);
}
