import type { Ending, Language, Procedure, RiskLevel, Step } from '@qingdan/core';

/** A procedure as it is drawn: who stands where, what is done, and what leads to what. */
export interface Chart {
  readonly procedure: Procedure;
  readonly lang: Language;
  readonly title: string;
  /** Which revision it is, by the law of which day. */
  readonly caption: string;
  /** In the order in which steps name them, which is not that in which they are drawn. */
  readonly lanes: readonly ChartLane[];
  readonly nodes: readonly ChartNode[];
  readonly flows: readonly ChartFlow[];
}

/** Those who may do the steps in it: the same roles for all of them. */
export interface ChartLane {
  readonly id: string;
  readonly label: string;
  /** Empty: anybody. */
  readonly roles: readonly string[];
}

interface NodeBase {
  /** Unique in the chart, and a name that XML allows as an id. */
  readonly id: string;
  readonly lane: string;
}

export type ChartNode = NodeBase &
  (
    | { readonly kind: 'start'; readonly label: string }
    | ({ readonly kind: 'task' } & ChartTask)
    /** One way of several is taken. */
    | { readonly kind: 'decision'; readonly label: string }
    /** Goes on when any of the ways that meet has come there. */
    | { readonly kind: 'merge' }
    /** Every way is taken. */
    | { readonly kind: 'fork' }
    /** Goes on when all ways have come there. */
    | { readonly kind: 'join' }
    /** Without an ending this part of the work is over. */
    | { readonly kind: 'end'; readonly ending: Ending | undefined; readonly label: string }
  );

export interface ChartTask {
  readonly step: Step;
  /** From 1, in the order in which the procedure tells its steps. */
  readonly number: number;
  readonly label: string;
  /** How long it lasts and how soon it is due, in short. */
  readonly times: readonly string[];
  readonly details: TaskDetails;
}

/** What a step asks, in full. */
export interface TaskDetails {
  readonly by: string;
  /** All of which must be so, as it is asked and answered before the step. */
  readonly when: readonly { readonly question: string; readonly answer: string }[];
  readonly times: readonly string[];
  readonly evidence: readonly string[];
  readonly risk:
    | {
        readonly level: RiskLevel;
        readonly levelLabel: string;
        readonly point: string;
        readonly prevention: string;
      }
    | undefined;
}

export interface ChartFlow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** When this way is taken, after a decision. */
  readonly label: string | undefined;
}
