import { BpmnModdle } from 'bpmn-moddle';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { chartWith } from '../testing/charts.js';
import { renderBpmn } from './bpmn/render-bpmn.js';
import type { Chart } from './chart.js';
import { tidyText } from '../values/escape.js';
import { renderMermaid } from './render-mermaid.js';
import { renderPrintSvg } from './svg/render-print-svg.js';
import { renderSvg } from './svg/render-svg.js';

const NODES = [
  'a start s',
  'a decision d',
  'b task t',
  'a merge m',
  'a fork f',
  'b join j',
  'a end e',
];
const FLOWS = ['s > d', 'd > t: 是', 'd > m: 否', 't > m', 'm > f', 'f > j', 'j > e'];

const HOSTILE = [
  ['a tag', '<script>alert(1)</script>'],
  ['the end of a text', '</text></svg>'],
  ['quotes', `"x" 'y' "]; click n1 call f()`],
  ['an entity', '&lt;b&gt; &amp; &#60;'],
  ['the end of CDATA', ']]>'],
  ['Markdown and brackets', '`**a**` [b](javascript:c) {{d}} |e|'],
  ['marks that no XML has', 'a\u0000b\u0008c\ufffe'],
  ['marks that turn the writing', 'a\u202eb\u2066c'],
  ['half a character', 'a\ud800b'],
] as const;

function hostile(text: string): Chart {
  return chartWith(NODES, [...FLOWS, `f > t: ${text.replace(/\n/g, ' ')}`], {
    label: (id) => `${id} ${text}`,
    title: text,
  });
}

/** The names of the elements of a document; throws where it isn't well formed. */
function elementsOf(xml: string): readonly string[] {
  const names: string[] = [];
  const parser = new SaxesParser({ xmlns: false });
  parser.on('opentag', ({ name, attributes }) => {
    names.push(name);
    for (const attribute of Object.keys(attributes)) expect(attribute).not.toMatch(/^on/i);
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return names;
}

describe('a chart in SVG', () => {
  it.each([
    ['as a drawing', renderSvg],
    ['on a page', renderPrintSvg],
  ])('%s is made of shapes and texts, whatever the labels say', (_, render) => {
    const plain = new Set(elementsOf(render(hostile('x'))));
    expect([...plain]).toContain('text');
    for (const [, text] of HOSTILE) {
      for (const name of elementsOf(render(hostile(text)))) expect([...plain]).toContain(name);
    }
  });

  it('has each label once, and a line for each flow', () => {
    const names = elementsOf(renderSvg(chartWith(NODES, FLOWS)));
    expect(names.filter((name) => name === 'title')).toHaveLength(1);
    expect(
      names.filter((name) => name === 'polyline' || name === 'path').length,
    ).toBeGreaterThanOrEqual(FLOWS.length);
  });
});

describe('a chart in BPMN', () => {
  it.each(HOSTILE)('is read back as it was, with %s in its labels', async (_, text) => {
    // `chartOf` has tidied the texts of the policy: its writer escapes, and leaves nothing out.
    const xml = await renderBpmn(hostile(tidyText(text)));
    const names = elementsOf(xml);
    expect(names.filter((name) => /script/i.test(name))).toEqual([]);
    const { warnings } = await new BpmnModdle().fromXML(xml);
    expect(warnings).toEqual([]);
    expect(names.filter((name) => name === 'bpmn:sequenceFlow')).toHaveLength(FLOWS.length + 1);
    expect(names.filter((name) => name === 'bpmn:userTask')).toHaveLength(1);
    expect(names.filter((name) => name === 'bpmn:lane')).toHaveLength(2);
  });
});

describe('a chart in Mermaid', () => {
  it('has a group for each lane, a shape for each kind of node and the labels of flows', () => {
    expect(renderMermaid(chartWith(NODES, FLOWS)).split('\n')).toEqual([
      '---',
      'title: "流程"',
      '---',
      'flowchart TB',
      '  subgraph lane1 ["a"]',
      '    n1(["s"])',
      '    n2{{"d"}}',
      '    n4(( ))',
      '    n5(( ))',
      '    n7(["e"])',
      '  end',
      '  subgraph lane2 ["b"]',
      '    n3["3. t"]',
      '    n6{"#43;"}',
      '  end',
      '  n1 --> n2',
      '  n2 -->|"是"| n3',
      '  n2 -->|"否"| n4',
      '  n3 --> n4',
      '  n4 --> n5',
      '  n5 --> n6',
      '  n6 --> n7',
      '',
    ]);
  });

  it.each(HOSTILE)('keeps %s within its label', (_, text) => {
    const lines = renderMermaid(hostile(text)).split('\n').slice(3);
    expect(lines).toHaveLength(renderMermaid(chartWith(NODES, FLOWS)).split('\n').length - 3 + 1);
    for (const line of lines) {
      const outside = line.replace(/"[^"]*"/g, '""');
      expect(outside).toMatch(/^$|^flowchart TB$|^ {2}(subgraph lane\d \[""\]|end)$|^ {2,4}n\d/);
      for (const [label = ''] of line.matchAll(/"[^"]*"/g))
        expect(label.slice(1, -1)).toMatch(/^(?:[\p{L}\p{N} .,-]|#\d+;)*$/u);
    }
  });
});
