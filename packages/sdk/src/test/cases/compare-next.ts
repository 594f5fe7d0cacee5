import { type Deviation, type NextStep, printDate, type Text } from '@qingdan/core';
import type { ExpectedNext } from './case-expectation.js';

/** Whether a step may be done next as a test expects; those that it doesn't name may stand as they do. */
export function compareNext(
  { step: id, state, earliest, persons, blockers }: ExpectedNext,
  steps: readonly NextStep[],
): readonly Text[] {
  const next = steps.find(({ step }) => step.id === id);
  if (next === undefined) return [];
  if (next.state !== state) {
    const why = whyOf(next);
    return [
      {
        zh: `${id}：预期 ${state}，实为 ${next.state}${why}`,
        en: `${id}: expected ${state}, got ${next.state}${why}`,
      },
    ];
  }
  const failures: Text[] = [];
  const differs = (key: Text, wanted: string, actual: string): void => {
    if (wanted !== actual)
      failures.push({
        zh: `${id}：${key.zh}预期为 ${wanted}，实为 ${actual}`,
        en: `${id}: expected ${key.en} ${wanted}, got ${actual}`,
      });
  };
  if (earliest !== undefined) {
    const day = next.earliest === undefined ? '' : printDate(next.earliest);
    differs({ zh: '最早日期', en: 'the earliest day' }, printDate(earliest), day);
  }
  if (persons !== undefined) {
    const may = next.eligible.map(({ person }) => person);
    differs({ zh: '可办理人', en: 'to be done by' }, listText(persons), listText(may));
  }
  if (blockers !== undefined && !isSame(blockers, next.blockers)) {
    const found = next.blockers.flatMap(blockerTexts);
    differs({ zh: '障碍', en: 'in the way' }, listText(blockers), listText(found));
  }
  return failures;
}

/** Each name is a code, or a step that is wanting; each blocker must be named one way or the other. */
function isSame(names: readonly string[], blockers: readonly Deviation[]): boolean {
  const isNamed = (blocker: Deviation): boolean => {
    const steps = wantingIn(blocker);
    const areNamed = steps.length > 0 && steps.every((step) => names.includes(step));
    return areNamed || names.includes(blocker.code);
  };
  const isThere = (name: string): boolean =>
    blockers.some((blocker) => blocker.code === name || wantingIn(blocker).includes(name));
  return blockers.every(isNamed) && names.every(isThere);
}

/** Steps that haven't been done: before this one, or at all where this one closes the case. */
function wantingIn({ code, step, lacking }: Deviation): readonly string[] {
  return code === 'MISSING' ? [step] : lacking;
}

function whyOf({ blockers, earliest }: NextStep): string {
  if (blockers.length === 0) return '';
  const day = earliest === undefined ? '' : ` → ${printDate(earliest)}`;
  return ` ${listText(blockers.flatMap(blockerTexts))}${day}`;
}

function blockerTexts(blocker: Deviation): readonly string[] {
  const steps = wantingIn(blocker);
  return steps.length > 0 ? steps : [blocker.code];
}

function listText(names: readonly string[]): string {
  return `[${[...new Set(names)].sort().join(', ')}]`;
}
