import type { BinaryTemplate, UnaryTemplate } from '@qingdan/core';

/** A whole trace, as the definitions of the templates speak of it: by places. */
export interface Trace {
  readonly length: number;
  /** Whether the event at a place is an activation (of a template over one step: is of that step), or a target. */
  readonly a: (i: number) => boolean;
  readonly b: (i: number) => boolean;
  /** Whether an activation and a target belong together. */
  readonly together: (a: number, b: number) => boolean;
}

export interface ReferenceVerdict {
  readonly verdict: 'satisfied' | 'violated' | 'notApplicable';
  /** Each activation's place, and whether it is fulfilled. */
  readonly activations: readonly (readonly [number, boolean])[];
}

type Quantified = (i: number, t: Trace) => boolean;

/** Of each activation at i: what has to hold. Written down template by template, each by its definition. */
const AT_ACTIVATION: Partial<Record<BinaryTemplate, Quantified>> = {
  respondedExistence: (i, t) => targets(t, i).some((j) => j !== i),
  response: (i, t) => targets(t, i).some((j) => j > i),
  alternateResponse: (i, t) => targets(t, i).some((j) => j > i && !between(i, j).some(t.a)),
  chainResponse: (i, t) => targets(t, i).includes(i + 1),
  precedence: (i, t) => targets(t, i).some((j) => j < i),
  alternatePrecedence: (i, t) => targets(t, i).some((j) => j < i && !between(j, i).some(t.a)),
  chainPrecedence: (i, t) => targets(t, i).includes(i - 1),
  notCoExistence: (i, t) => targets(t, i).every((j) => j === i),
  notResponse: (i, t) => targets(t, i).every((j) => j <= i),
  notChainResponse: (i, t) => !targets(t, i).includes(i + 1),
  notPrecedence: (i, t) => targets(t, i).every((j) => j >= i),
  notChainPrecedence: (i, t) => !targets(t, i).includes(i - 1),
};

/** Templates that ask one thing of every a, and another of every b. */
const BOTH: Partial<Record<BinaryTemplate, readonly [BinaryTemplate, BinaryTemplate]>> = {
  coExistence: ['respondedExistence', 'respondedExistence'],
  succession: ['response', 'precedence'],
  alternateSuccession: ['alternateResponse', 'alternatePrecedence'],
  chainSuccession: ['chainResponse', 'chainPrecedence'],
  notCoExistence: ['notCoExistence', 'notCoExistence'],
  notSuccession: ['notResponse', 'notPrecedence'],
  notChainSuccession: ['notChainResponse', 'notChainPrecedence'],
};

/** What a template says of a whole trace: the naive definition, which the monitors must agree with. */
export function judgeTrace(
  kind: UnaryTemplate | BinaryTemplate,
  trace: Trace,
  count = 1,
): ReferenceVerdict {
  const as = places(trace).filter(trace.a);
  const bs = places(trace).filter(trace.b);
  const said = (holds: boolean): ReferenceVerdict => ({
    verdict: holds ? 'satisfied' : 'violated',
    activations: [],
  });
  switch (kind) {
    case 'existence':
      return said(as.length >= count);
    case 'absence':
      return said(as.length < count);
    case 'exactly':
      return said(as.length === count);
    case 'init':
      return said(trace.length > 0 && trace.a(0));
    case 'end':
      return said(trace.length > 0 && trace.a(trace.length - 1));
    case 'choice':
      return said(as.length > 0 || bs.length > 0);
    case 'exclusiveChoice':
      return said(as.length > 0 !== bs.length > 0);
    default: {
      const [ofA, ofB] = BOTH[kind] ?? [kind, undefined];
      const swapped: Trace = {
        length: trace.length,
        a: trace.b,
        b: trace.a,
        together: (b, a) => trace.together(a, b),
      };
      const activations = [
        ...as.map((i) => [i, AT_ACTIVATION[ofA]?.(i, trace) === true] as const),
        ...(ofB === undefined
          ? []
          : bs.map((i) => [i, AT_ACTIVATION[ofB]?.(i, swapped) === true] as const)),
      ];
      if (activations.length === 0) return { verdict: 'notApplicable', activations };
      return { ...said(activations.every(([, fulfilled]) => fulfilled)), activations };
    }
  }
}

function places({ length }: { readonly length: number }): readonly number[] {
  return Array.from({ length }, (_, i) => i);
}

function targets(t: Trace, i: number): readonly number[] {
  return places(t).filter((j) => t.b(j) && t.together(i, j));
}

function between(i: number, j: number): readonly number[] {
  return places({ length: j }).slice(i + 1);
}
