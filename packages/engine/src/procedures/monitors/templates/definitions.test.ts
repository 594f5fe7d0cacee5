import type { CaseVerdict, Template } from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import {
  everyTemplate,
  IS_SURE,
  judge,
  kindOf,
  type Line,
  nameOf,
  verdictOf,
} from '../../../testing/declare.js';
import {
  judgeTrace,
  type ReferenceVerdict,
  type Trace,
} from '../../../testing/declare-reference.js';

const LABELS: readonly Line[] = ['a', 'b', 'c'].map((step) => ({ step }));
const WITH_UNSURE: readonly Line[] = [
  ...LABELS,
  { step: 'a', sure: false },
  { step: 'b', sure: false },
];

describe.each(everyTemplate().map((template) => [nameOf(template), template] as const))(
  '%s',
  (_name, template) => {
    const kind = kindOf(template);

    it('is judged by its definition of each closed trace up to length 5', () => {
      agree(
        tracesUpTo(5, LABELS),
        (lines) => verdictOf(kind, lines, true),
        (lines) => closedVerdict(reference(template, lines)),
      );
    });

    it('names the activations that are fulfilled and those that are violated', () => {
      agree(
        tracesUpTo(5, LABELS),
        (lines) =>
          (judge(kind, lines, { closed: true }).activations ?? [])
            .map(({ event, outcome }) => `${event.id} ${outcome}`)
            .join(),
        (lines) =>
          reference(template, lines)
            .activations.map(([i, kept]) => `${String(i)} ${kept ? 'fulfilled' : 'violated'}`)
            .join(),
      );
    });

    it('is permanent exactly where no extension changes it', () => {
      agree(
        tracesUpTo(4, LABELS),
        (lines) => verdictOf(kind, lines),
        (lines) => openVerdict(template, lines),
      );
    });
  },
);

describe.each(everyTemplate(IS_SURE).map((template) => [nameOf(template), template] as const))(
  '%s with events of which it is not known whether they count',
  (_name, template) => {
    const kind = kindOf(template);

    it.each([
      ['closed', 4],
      ['open', 3],
    ] as const)('is undetermined exactly where it would matter: %s', (state, limit) => {
      const isClosed = state === 'closed';
      agree(
        tracesUpTo(limit, WITH_UNSURE),
        (lines) => verdictOf(kind, lines, isClosed),
        (lines) => {
          const [first, ...others] = new Set(
            completions(lines).map((known) =>
              isClosed ? closedVerdict(reference(template, known)) : openVerdict(template, known),
            ),
          );
          return others.length === 0 ? first : 'undetermined';
        },
      );
    });
  },
);

/** Compared at once: so many expectations one by one would take longer than what they test. */
function agree<T>(
  traces: readonly (readonly Line[])[],
  monitored: (lines: readonly Line[]) => T,
  defined: (lines: readonly Line[]) => T,
): void {
  const saying = (judge: (lines: readonly Line[]) => T): readonly string[] =>
    traces.map((lines) => `${textOf(lines)}: ${String(judge(lines))}`);
  expect(saying(monitored)).toEqual(saying(defined));
}

function tracesUpTo(limit: number, alphabet: readonly Line[]): readonly (readonly Line[])[] {
  const shorter = limit === 0 ? [] : tracesUpTo(limit - 1, alphabet);
  if (limit === 0) return [[]];
  const longest = shorter.filter((trace) => trace.length === limit - 1);
  return [...shorter, ...longest.flatMap((trace) => alphabet.map((line) => [...trace, line]))];
}

/** With every unsure event once as what it may be, and once as an event of another step. */
function completions(lines: readonly Line[]): readonly (readonly Line[])[] {
  return lines.reduce<readonly (readonly Line[])[]>(
    (all, line) =>
      line.sure === false
        ? all.flatMap((trace) => [
            [...trace, { step: line.step }],
            [...trace, { step: 'c' }],
          ])
        : all.map((trace) => [...trace, line]),
    [[]],
  );
}

function reference(template: Template, lines: readonly Line[]): ReferenceVerdict {
  const trace: Trace = {
    length: lines.length,
    a: (i) => lines[i]?.step === 'a',
    b: (i) => lines[i]?.step === 'b',
    together: () => true,
  };
  return judgeTrace(template.kind, trace, 'count' in template ? template.count : undefined);
}

function closedVerdict({ verdict }: ReferenceVerdict): CaseVerdict {
  if (verdict === 'notApplicable') return 'notApplicable';
  return verdict === 'satisfied' ? 'permanentlySatisfied' : 'permanentlyViolated';
}

/** Long enough to mend or break any template over three labels, and to reach any count. */
const EXTENSIONS = tracesUpTo(3, LABELS);
const open = new Map<string, CaseVerdict>();

/** By brute force: judged as it is, and with everything that may still come. */
function openVerdict(template: Template, lines: readonly Line[]): CaseVerdict {
  const key = `${nameOf(template)} ${textOf(lines)}`;
  const known = open.get(key);
  if (known !== undefined) return known;
  const { verdict } = reference(template, lines);
  const isKept = verdict !== 'violated';
  const isPermanent = EXTENSIONS.every(
    (more) => (reference(template, [...lines, ...more]).verdict !== 'violated') === isKept,
  );
  const found: CaseVerdict =
    verdict === 'notApplicable'
      ? verdict
      : `${isPermanent ? 'permanently' : 'temporarily'}${isKept ? 'Satisfied' : 'Violated'}`;
  open.set(key, found);
  return found;
}

function textOf(lines: readonly Line[]): string {
  return lines.map(({ step, sure }) => (sure === false ? `${step}?` : step)).join('');
}
