import { describe, expect, it } from 'vitest';
import { chartWith } from '../../testing/charts.js';
import { columnsOf } from './columns.js';
import { chooseCorridors } from './corridors.js';
import { orderLanes } from './order-lanes.js';
import { backFlows, rowsOf } from './rows.js';
import { packTracks } from './tracks.js';

describe('the order of lanes', () => {
  it.each([
    ['as the steps name them, where none is shorter', ['a task 1', 'b task 2'], ['1 > 2'], 'a b'],
    [
      'with those that work together side by side',
      ['a task 1', 'b task 2', 'c task 3'],
      ['1 > 3', '3 > 1', '1 > 3', '1 > 2'],
      'b a c',
    ],
    ['that of the only one', ['a task 1', 'a task 2'], ['1 > 2'], 'a'],
  ])('is %s', (_, nodes, flows, order) => {
    const lanes = orderLanes(chartWith(nodes, flows));
    expect(lanes.map(({ id }) => id).join(' ')).toBe(order);
  });
});

describe('the rows of a chart', () => {
  const NODES = ['a start s', 'a task 1', 'a task 2', 'a task 3'];

  it.each([
    ['one below the other', ['s > 1', '1 > 2', '2 > 3'], 's0 11 22 33', {}],
    ['below the longest way', ['s > 1', '1 > 2', 's > 3', '2 > 3'], 's0 11 22 33', {}],
    ['without the way back', ['s > 1', '1 > 2', '2 > 1', '2 > 3'], 's0 11 22 33', {}],
    ['at least as far down as is asked', ['s > 1', '1 > 2', '1 > 3'], 's0 11 24 32', { 2: 4 }],
  ])('are %s', (_, flows, expected, least: Record<string, number>) => {
    const chart = chartWith(NODES, flows);
    const rows = rowsOf(chart, backFlows(chart), new Map(Object.entries(least)));
    const told = [...rows].map(([id, row]) => `${id}${String(row)}`).join(' ');
    expect(told).toBe(expected);
  });

  it('lead back where a way comes round to where it began', () => {
    const chart = chartWith(NODES, ['s > 1', '1 > 2', '2 > 1', '2 > 3', '3 > 3']);
    expect([...backFlows(chart)].map(({ from, to }) => `${from} > ${to}`)).toEqual([
      '2 > 1',
      '3 > 3',
    ]);
  });
});

describe('the columns of a chart', () => {
  const chart = chartWith(
    ['a start s', 'a task 1', 'a task 2', 'b task 3', 'a task 4'],
    ['s > 1', 's > 2', 's > 3', '2 > 4'],
  );
  const back = backFlows(chart);
  const columns = columnsOf(chart, chart.lanes, rowsOf(chart, back, new Map()), back);

  it('are as many in a lane as it has nodes in one row', () => {
    expect([columns.count, ...columns.spans]).toEqual([3, ['a', [0, 2]], ['b', [2, 3]]]);
  });

  it('have nodes below what leads to them', () => {
    expect([...columns.of].map(([id, column]) => `${id}${String(column)}`).join(' ')).toBe(
      's0 10 21 32 41',
    );
  });
});

describe('the way of a flow', () => {
  const corridorsOf = (nodes: readonly string[], flows: readonly string[]): readonly string[] => {
    const chart = chartWith(nodes, flows);
    const back = backFlows(chart);
    const rows = rowsOf(chart, back, new Map());
    const columns = columnsOf(chart, chart.lanes, rows, back);
    return chooseCorridors(chart, rows, columns).map(({ flow, corridor }) => {
      const way = corridor === undefined ? 'next' : `${corridor.side} ${String(corridor.column)}`;
      return `${flow.from} > ${flow.to}: ${way}`;
    });
  };

  it.each([
    ['to the next row takes no corridor', ['1 > 2'], '1 > 2: next'],
    ['past a node runs beside it', ['1 > 2', '2 > 3', '1 > 3'], '1 > 3: right 0'],
    ['back up runs beside the nodes', ['1 > 2', '2 > 1'], '2 > 1: right 0'],
  ])('%s', (_, flows, expected) => {
    expect(corridorsOf(['a start 1', 'a task 2', 'a task 3'], flows)).toContain(expected);
  });

  it('runs down the free middle of a column rather than beside one', () => {
    const nodes = ['a start 1', 'a task 2', 'a task 3', 'b task 4'];
    const flows = ['1 > 2', '2 > 3', '3 > 4', '1 > 4'];
    expect(corridorsOf(nodes, flows)).toContain('1 > 4: middle 1');
  });
});

describe('tracks', () => {
  it.each([
    [
      'one where none touch',
      [
        [0, 1],
        [2, 3],
        [4, 5],
      ],
      1,
    ],
    [
      'two where two overlap',
      [
        [0, 2],
        [1, 3],
        [4, 5],
      ],
      2,
    ],
    [
      'two where one ends where the next begins',
      [
        [0, 2],
        [2, 3],
      ],
      2,
    ],
    ['none for nothing', [], 0],
  ])('are %s', (_, stretches, count) => {
    const packed = packTracks(stretches.map(([from = 0, to = 0]) => ({ from, to })));
    expect(packed).toHaveLength(count);
    expect(packed.flat()).toHaveLength(stretches.length);
  });
});
