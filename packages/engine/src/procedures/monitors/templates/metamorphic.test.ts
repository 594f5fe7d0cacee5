import { Duration } from '@qingdan/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  binary,
  everyTemplate,
  IS_SURE,
  judge,
  kindOf,
  length,
  type Line,
  momentsOf,
  nameOf,
  pattern,
  SAME_X,
  show,
  standOf,
} from '../../../testing/declare.js';

const TIME = { least: undefined, most: length(new Duration(2, 'days')) };

/** Every template bare, with conditions that may be unknown, and those over two steps with correlation and time. */
const TEMPLATES = [
  ...everyTemplate().map((template) => [nameOf(template), template] as const),
  ...everyTemplate(IS_SURE).flatMap((template) => {
    const paired =
      'count' in template || template.kind.toLowerCase().endsWith('choice')
        ? []
        : [
            binary(template.kind, {
              activation: pattern('a', IS_SURE),
              correlation: SAME_X,
              time: TIME,
            }),
          ];
    return [template, ...paired].map(
      (each, i) => [`${nameOf(each)} with ${i === 0 ? 'conditions' : 'all'}`, each] as const,
    );
  }),
];

const line = fc.record({
  step: fc.constantFrom('a', 'b', 'c'),
  x: fc.constantFrom(1, 2, undefined),
  sure: fc.boolean(),
  later: fc.integer({ min: 0, max: 2 }),
});
const cases = fc.array(line, { maxLength: 8 }).map((drawn): readonly Line[] => {
  let day = 0;
  return drawn.map(({ later, ...each }) => ({ ...each, day: (day += later) }));
});
const seed = Number(process.env.QINGDAN_SEED ?? 20260301);
const RUNS = { seed, numRuns: 60 };

describe.each(TEMPLATES)(`%s (seed ${seed})`, (_name, template) => {
  const kind = kindOf(template);

  it('stands the same whether it was asked after each event or only at the end', () => {
    fc.assert(
      fc.property(cases, (lines) => {
        const monitor = kind.start();
        momentsOf(lines).forEach((moment, i) => {
          show(kind, monitor, [moment]);
          const whole = lines.slice(0, i + 1);
          const on = lines[i]?.day ?? 0;
          for (const closed of [true, false])
            expect(standOf(monitor, closed, on)).toEqual(judge(kind, whole, { closed }));
        });
      }),
      RUNS,
    );
  });

  it('says the same when asked twice, and when a closed case is closed again', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 0, max: 20 }), (lines, day) => {
        const monitor = kind.start();
        show(kind, monitor, momentsOf(lines));
        const open = standOf(monitor, false, day);
        const closed = standOf(monitor, true, day);
        expect(standOf(monitor, true, day)).toEqual(closed);
        expect(standOf(monitor, false, day)).toEqual(open);
      }),
      RUNS,
    );
  });

  it('is not changed by events that it has no part in', () => {
    fc.assert(
      fc.property(cases, fc.infiniteStream(fc.boolean()), (lines, draws) => {
        if (kind.steps === undefined) return;
        // Between any two events, of the day of the one before.
        const more = lines.flatMap((each): readonly Line[] =>
          draws.next().value === true ? [each, { ...each, step: 'd' }] : [each],
        );
        for (const closed of [true, false]) {
          const { verdict, activations } = judge(kind, lines, { closed });
          const other = judge(kind, more, { closed });
          expect(other.verdict).toBe(verdict);
          expect(other.activations?.map(({ outcome }) => outcome)).toEqual(
            activations?.map(({ outcome }) => outcome),
          );
        }
      }),
      RUNS,
    );
  });

  it('sees no beginning and no rest of a step that lasts', () => {
    fc.assert(
      fc.property(cases, (lines) => {
        const monitor = kind.start();
        for (const moment of momentsOf(lines)) {
          for (const part of ['start', 'suspend', 'resume'] as const)
            show(kind, monitor, [{ ...moment, event: { ...moment.event, kind: part } }]);
          show(kind, monitor, [{ ...moment, event: { ...moment.event, kind: 'complete' } }]);
        }
        const day = lines.at(-1)?.day ?? 0;
        expect(standOf(monitor, true, day).verdict).toBe(
          judge(kind, lines, { closed: true }).verdict,
        );
      }),
      RUNS,
    );
  });
});
