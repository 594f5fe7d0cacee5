import { describe, expect, it } from 'vitest';
import { chartWith } from '../../testing/charts.js';
import { layOut } from './lay-out.js';
import type { Box, Measures } from './layout.js';

const MEASURES: Measures = {
  sizeOf: ({ kind }) => (kind === 'task' ? { width: 100, height: 40 } : { width: 20, height: 20 }),
  labelOf: ({ label }) => (label === undefined ? undefined : { width: 30, height: 12 }),
  headOf: () => 30,
};

const CHARTS = [
  { what: 'one step', nodes: ['a start s', 'a task 1', 'a end e'], flows: ['s > 1', '1 > e'] },
  {
    what: 'a decision that is gone round',
    nodes: ['a start s', 'a decision d', 'a task 1', 'a merge m', 'a end e'],
    flows: ['s > d', 'd > 1: 是', 'd > m: 否', '1 > m', 'm > e'],
  },
  {
    what: 'a way back up',
    nodes: ['a start s', 'a merge m', 'a task 1', 'a decision d', 'b task 2', 'a end e'],
    flows: ['s > m', 'm > 1', '1 > d', 'd > 2: 是', '2 > m', 'd > e: 否'],
  },
  {
    what: 'three lanes that cross',
    nodes: ['a start s', 'a fork f', 'b task 1', 'c task 2', 'a task 3', 'b join j', 'c end e'],
    flows: ['s > f', 'f > 1', 'f > 2', 'f > 3', '1 > j', '2 > j', '3 > j', 'j > e'],
  },
];

describe.each(CHARTS)('the layout of $what', ({ nodes, flows }) => {
  const chart = chartWith(nodes, flows);
  const { boxes, routes, lanes, width, height } = layOut(chart, MEASURES);
  const boxOf = (id: string): Box => boxes.get(id) as Box;

  it('has each node within its lane, below the head, and no two on one another', () => {
    for (const { id, lane } of chart.nodes) {
      const box = boxOf(id);
      const own = lanes.find((each) => each.lane.id === lane);
      expect(own).toBeDefined();
      expect(box.x).toBeGreaterThanOrEqual(own?.x ?? NaN);
      expect(box.x + box.width).toBeLessThanOrEqual((own?.x ?? NaN) + (own?.width ?? NaN));
      expect(box.y).toBeGreaterThanOrEqual((own?.y ?? NaN) + (own?.head ?? NaN));
      for (const other of chart.nodes)
        if (other.id !== id) expect(overlap(box, boxOf(other.id)), `${id} ${other.id}`).toBe(false);
    }
  });

  it('has lanes side by side that fill it', () => {
    let x = 0;
    for (const lane of lanes) {
      expect([lane.x, lane.y, lane.height]).toEqual([x, 0, height]);
      x += lane.width;
    }
    expect(x).toBe(width);
  });

  it('leads each flow from below one node to the top of the other, level or upright', () => {
    for (const { id, from, to } of chart.flows) {
      const points = routes.get(id)?.points ?? [];
      const [first] = points;
      const last = points.at(-1);
      const [source, target] = [boxOf(from), boxOf(to)];
      expect([first?.x, first?.y]).toEqual([source.x + source.width / 2, source.y + source.height]);
      expect([last?.x, last?.y]).toEqual([target.x + target.width / 2, target.y]);
      for (const [index, { x, y }] of points.entries()) {
        const before = points[index - 1];
        if (before !== undefined) expect(before.x === x || before.y === y).toBe(true);
      }
    }
  });

  it('leads no flow through a node', () => {
    for (const { id } of chart.flows) {
      const points = routes.get(id)?.points ?? [];
      for (const [index, b] of points.slice(1).entries()) {
        const a = points[index] ?? b;
        const line = {
          x: Math.min(a.x, b.x),
          y: Math.min(a.y, b.y),
          width: Math.abs(a.x - b.x),
          height: Math.abs(a.y - b.y),
        };
        for (const box of boxes.values()) expect(overlap(line, box)).toBe(false);
      }
    }
  });

  it('has room for each label, and none for those without', () => {
    for (const { id, label } of chart.flows) {
      const box = routes.get(id)?.label;
      if (label === undefined) expect(box).toBeUndefined();
      else expect(box).toMatchObject({ width: 30, height: 12 });
    }
  });
});

/** Whether two boxes share more than a border. */
function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
