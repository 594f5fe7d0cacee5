import { type Chart, renderPrintSvg, renderSvg } from '@qingdan/report/charts';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { readDrawn } from './drawn.js';
import { findFaults } from './find-faults.js';
import { loadPinnedFont, type PinnedFont } from './pinned-font.js';
import { shippedProcedures } from './shipped.js';

// A machine under load takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const shipped = await shippedProcedures();
const drawings = shipped.flatMap(({ id, procedure, chart: chartIn }) =>
  (['zh', 'en'] as const).flatMap((lang) => {
    const chart = chartIn(lang);
    return [
      { name: `${id} (${lang})`, procedure, chart, draw: renderSvg, svg: renderSvg(chart) },
      {
        name: `${id} (${lang}), printed`,
        procedure,
        chart,
        draw: renderPrintSvg,
        svg: renderPrintSvg(chart),
      },
    ];
  }),
);

let font: PinnedFont;
beforeAll(async () => {
  font = await loadPinnedFont(drawings.map(({ svg }) => svg));
});

const read = new Map<string, ReturnType<typeof readDrawn>>();
/** Drawings are read once, and looked at in several ways. */
function drawnIn(svg: string): ReturnType<typeof readDrawn> {
  const drawn = read.get(svg) ?? readDrawn(svg, font);
  read.set(svg, drawn);
  return drawn;
}

it('there are procedures to draw', () => {
  expect(shipped.length).toBeGreaterThanOrEqual(1);
});

describe('a drawn chart', () => {
  it.each(drawings)('keeps each label in its box and each node in its lane: $name', ({ svg }) => {
    expect(findFaults(drawnIn(svg))).toEqual([]);
  });

  it.each(drawings)(
    'has each step once, in the lane of its roles: $name',
    ({ chart, draw, svg, procedure }) => {
      const { nodes, lanes, cells } = drawnIn(svg);
      const drawn = nodes.flatMap(({ step, lane }) => (step === undefined ? [] : [{ step, lane }]));
      expect(drawn.map(({ step }) => step).sort()).toEqual(
        procedure.steps.map(({ id }) => id).sort(),
      );
      for (const { step, lane } of drawn) {
        const roles = procedure.steps.find(({ id }) => id === step)!.roles;
        expect([...rolesOf(chart, lane)].sort()).toEqual([...roles].sort());
      }
      expect(lanes.map(({ id }) => id).sort()).toEqual(chart.lanes.map(({ id }) => id).sort());
      if (draw === renderPrintSvg) expect((cells.length - 8) % procedure.steps.length).toBe(0);
    },
  );

  it.each(drawings)(
    'has all that was planned, and no way that ends nowhere: $name',
    ({ chart, svg }) => {
      const { nodes, flows } = drawnIn(svg);
      expect(nodes.map(({ id }) => id)).toEqual(chart.nodes.map(({ id }) => id));
      expect(flows.map(({ id, from, to }) => ({ id, from, to }))).toEqual(
        chart.flows.map(({ id, from, to }) => ({ id, from, to })),
      );
      for (const { id, kind } of nodes) {
        if (kind !== 'start') expect(flows.some(({ to }) => to === id)).toBe(true);
        if (kind !== 'end') expect(flows.some(({ from }) => from === id)).toBe(true);
      }
    },
  );
});

function rolesOf({ lanes }: Chart, lane: string): readonly string[] {
  return lanes.find(({ id }) => id === lane)!.roles;
}

describe('a fault of a drawing is found', () => {
  const { chart } = shipped.find(({ id }) => id === 'village.small-works')!;
  const svg = renderSvg(chart('zh'));
  it.each<[string, (svg: string) => string, string]>([
    [
      'a longer label',
      (text) => text.replace('资金落实', '资金全部落实到位并且入账'),
      '资金全部落实到位并且入账` leaves its box',
    ],
    [
      'larger type',
      (text) => text.replaceAll('font-size="12"', 'font-size="15"'),
      'leaves its box',
    ],
    [
      'a label on another',
      (text) => text.replace(/<text([^>]*)>否</, '<text$1>否</text><text$1>否<'),
      '`否` lies on `否`',
    ],
    [
      'a node in another lane',
      (text) =>
        text.replace(/(class="task" data-id="step-propose" data-lane=)"[^"]*"/, '$1"lane-1"'),
      'step-propose is not in lane-1',
    ],
    ['a node on another', moveNode, 'step-scheme lies on step-propose'],
    [
      'a line elsewhere',
      (text) => text.replace(/points="(\S+?),(\S+) (\S+)"/, 'points="$1,$2 0,0"'),
      'does not touch its nodes',
    ],
    ['a line through nodes', lineThrough, 'runs through step-'],
    ['a line along another', lineAlong, 'runs along'],
  ])('%s', (_, spoil, fault) => {
    const spoilt = spoil(svg);
    expect(spoilt).not.toBe(svg);
    expect(findFaults(readDrawn(spoilt, font)).join('\n')).toContain(fault);
  });

  /** Puts the second step where the first is. */
  function moveNode(text: string): string {
    const place = /data-step="scheme">\s*<rect x="(\S+)" y="(\S+)"/.exec(text)!;
    return text.replace(
      /(data-step="propose">\s*<rect) x="\S+" y="\S+"/,
      `$1 x="${place[1]}" y="${place[2]}"`,
    );
  }

  /** Draws the last flow from top to bottom of the first step. */
  function lineThrough(text: string): string {
    const [, x, y] = /data-step="scheme">\s*<rect x="(\S+)" y="(\S+)"/.exec(text)!.map(Number);
    const line = `${x! + 5},${y! - 50} ${x! + 5},${y! + 90}`;
    return text.replace(/(data-id="flow-1"[^>]*>\s*<polyline points=)"[^"]*"/, `$1"${line}"`);
  }

  /** Gives a flow the line of one that it has nothing to do with. */
  function lineAlong(text: string): string {
    const points = /data-id="flow-2"[^>]*>\s*<polyline points="([^"]*)"/.exec(text)![1]!;
    return text.replace(/(data-id="flow-20"[^>]*>\s*<polyline points=)"[^"]*"/, `$1"${points}"`);
  }
});
