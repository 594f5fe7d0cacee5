import { match } from 'ts-pattern';
import type { Chart, ChartNode } from './chart.js';

/** The chart as a flowchart of Mermaid, a group for each lane. */
export function renderMermaid(chart: Chart): string {
  const { title, lanes, nodes, flows } = chart;
  // Ids of our own: some names, such as `end`, mean something to Mermaid.
  const ids = new Map(nodes.map(({ id }, index) => [id, `n${index + 1}`]));
  const idOf = (id: string): string => ids.get(id) ?? id;
  const lines = [
    '---',
    `title: ${JSON.stringify(title)}`,
    '---',
    'flowchart TB',
    ...lanes.flatMap((lane, index) => [
      `  subgraph lane${index + 1} [${quote(lane.label)}]`,
      ...nodes
        .filter((node) => node.lane === lane.id)
        .map((node) => `    ${idOf(node.id)}${shapeOf(node)}`),
      '  end',
    ]),
    ...flows.map(({ from, to, label }) => {
      const arrow = label === undefined ? '-->' : `-->|${quote(label)}|`;
      return `  ${idOf(from)} ${arrow} ${idOf(to)}`;
    }),
  ];
  return `${lines.join('\n')}\n`;
}

function shapeOf(node: ChartNode): string {
  return match(node)
    .with({ kind: 'start' }, ({ label }) => `([${quote(label)}])`)
    .with({ kind: 'end' }, ({ label }) => `([${quote(label)}])`)
    .with({ kind: 'task' }, ({ number, label, times, step }) => {
      const text = quote([`${number}. ${label}`, ...times].join('\n'));
      return step.via === undefined ? `[${text}]` : `[[${text}]]`;
    })
    .with({ kind: 'decision' }, ({ label }) => `{{${quote(label)}}}`)
    .with({ kind: 'merge' }, () => '(( ))')
    .with({ kind: 'fork' }, () => '(( ))')
    .with({ kind: 'join' }, () => `{${quote('+')}}`)
    .exhaustive();
}

/** Mermaid reads entities by number in any label; a label that looks like Markdown or HTML is neither. */
function quote(text: string): string {
  const escaped = Array.from(text)
    .map((character) => {
      if (character === '\n') return '<br>';
      return /[\p{L}\p{N} .,，。、；：（）《》“”？！-]/u.test(character)
        ? character
        : `#${character.codePointAt(0) ?? 0};`;
    })
    .join('');
  return `"${escaped}"`;
}
