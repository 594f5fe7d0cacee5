import type { Activation, CaseEvent, DeviationCode, Due } from '@qingdan/core';
import type { AsOf, Moment } from '../../monitor.js';
import type { Range } from './level.js';

/** What is wrong with a template, or may be. */
export interface Fault {
  readonly code: DeviationCode;
  readonly step: string;
  readonly certain: boolean;
  readonly events: readonly CaseEvent[];
  readonly lacking: readonly string[];
  readonly due: Due | undefined;
}

/** How a part of a template stands. */
export interface PartStand {
  readonly range: Range;
  /** What is kept can't be broken any more. */
  readonly final: boolean;
  readonly faults: readonly Fault[];
  /** The first time limit that runs. */
  readonly due: Due | undefined;
  readonly activations: readonly Activation[];
}

/** One of the conditions that a template is the conjunction of. It is shown every event that the template sees. */
export interface Part {
  observe(moment: Moment): void;
  stand(asOf: AsOf): PartStand;
}

/** Of a part that nothing activates. */
export function plainStand(range: Range, final: boolean, faults: readonly Fault[]): PartStand {
  return { range, final, faults, due: undefined, activations: [] };
}
