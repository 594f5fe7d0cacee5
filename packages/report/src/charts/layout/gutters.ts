import type { Corridor, Course } from './corridors.js';
import type { Measures } from './layout.js';
import { packTracks, type Stretch } from './tracks.js';

/** From a box to the first line beside it, and from line to line. */
const FIRST = 14;
const PITCH = 10;

/** The lines that go up or down beside columns. */
export interface Gutters {
  widthOf(column: number, side: 'left' | 'right'): number;
  /** How far from the column a flow runs. */
  offsetOf(course: Course): number;
}

/** Gives each flow that runs beside a column a track of its own, the shortest nearest to it. */
export function layGutters(courses: readonly Course[], { labelOf }: Measures): Gutters {
  const bySide = new Map<string, Course[]>();
  for (const course of courses) {
    const { corridor } = course;
    if (corridor === undefined || corridor.side === 'middle') continue;
    const key = keyOf(corridor);
    bySide.set(key, [...(bySide.get(key) ?? []), course]);
  }
  const widths = new Map<string, number>();
  const offsets = new Map<string, number>();
  for (const [key, beside] of bySide) {
    let offset = FIRST;
    for (const track of packTracks(stretchesOf(beside))) {
      const room = Math.max(0, ...track.flatMap((each) => each.courses).map(roomOf));
      // A label stands to the right of its line: towards the column where that is to the right.
      const isLeft = key.endsWith('left');
      for (const { flow } of track.flatMap((each) => each.courses))
        offsets.set(flow.id, isLeft ? offset + room : offset);
      offset += PITCH + room;
    }
    widths.set(key, offset + FIRST - PITCH);
  }
  function roomOf({ flow }: Course): number {
    const label = labelOf(flow);
    return label === undefined ? 0 : label.width + 2;
  }
  return {
    widthOf: (column, side) => widths.get(keyOf({ column, side })) ?? FIRST,
    offsetOf: ({ flow }) => offsets.get(flow.id) ?? 0,
  };
}

/** Flows from one gate run together, unless they are told apart by labels. */
function stretchesOf(courses: readonly Course[]): (Stretch & { courses: Course[] })[] {
  const stretches = new Map<string, Stretch & { courses: Course[] }>();
  for (const course of courses) {
    const { flow, leaves, arrives } = course;
    const key = flow.label === undefined ? `from ${flow.from}` : flow.id;
    const before = stretches.get(key);
    stretches.set(key, {
      from: Math.min(leaves, arrives, before?.from ?? Infinity),
      to: Math.max(leaves, arrives, before?.to ?? -Infinity),
      courses: [...(before?.courses ?? []), course],
    });
  }
  return [...stretches.values()].sort((a, b) => a.to - a.from - (b.to - b.from) || a.from - b.from);
}

function keyOf({ column, side }: Corridor): string {
  return `${column}/${side}`;
}
