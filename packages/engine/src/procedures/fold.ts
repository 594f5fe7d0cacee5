import type { ConstraintState, Deviation } from '@qingdan/core';

/**
 * Puts what only follows from a step that was never done under that step: of all that lacks it, its absence stands by
 * itself, or else the first that went on without it.
 */
export function foldFollowing(
  states: readonly ConstraintState[],
  wasDone: (step: string) => boolean,
): readonly ConstraintState[] {
  const follows = states.some(({ deviations }) =>
    deviations.some(({ code, follows }) => code === 'ORDER' && follows === undefined),
  );
  if (!follows) return states;
  const told = new Set(
    states.flatMap(({ deviations }) =>
      deviations.flatMap(({ code, step }) => (code === 'MISSING' ? [step] : [])),
    ),
  );
  const fold = (deviation: Deviation): Deviation => {
    if (deviation.code !== 'ORDER' || deviation.follows !== undefined) return deviation;
    const never = deviation.lacking.filter((step) => !wasDone(step));
    if (never.length < deviation.lacking.length) return deviation;
    const known = never.find((step) => told.has(step));
    for (const step of never) told.add(step);
    return known === undefined ? deviation : { ...deviation, follows: known };
  };
  return states.map((state) => ({ ...state, deviations: state.deviations.map(fold) }));
}
