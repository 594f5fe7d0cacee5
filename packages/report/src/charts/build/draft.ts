import type { Ending } from '@qingdan/core';
import type { ChartNode } from '../chart.js';

/** A node before it has a lane and an id. */
export interface DraftNode {
  readonly kind: ChartNode['kind'];
  readonly step?: string;
  label?: string;
  /** Asks for what is so of the case, and not whether a step is done. */
  readonly isFact?: boolean;
  /** Stands in the lane of what comes before it. */
  readonly isBelow?: boolean;
  readonly ending?: Ending | undefined;
}

export interface DraftFlow {
  from: DraftNode;
  to: DraftNode;
  label: string | undefined;
}

/** A way out of a node that goes on somewhere. */
export interface Way {
  readonly from: DraftNode;
  readonly label?: string | undefined;
}

/** A chart in the making. */
export class Draft {
  nodes: DraftNode[] = [];
  flows: DraftFlow[] = [];
  readonly #open = new Set<Way>();

  add(node: DraftNode): DraftNode {
    this.nodes.push(node);
    return node;
  }

  /** A way that has to lead somewhere in the end. */
  open(from: DraftNode): Way {
    const way = { from };
    this.#open.add(way);
    return way;
  }

  lead({ from, label }: Way, to: DraftNode): void {
    this.flows.push({ from, to, label });
  }

  /** Leads a way on; several may go on from it. */
  follow(way: Way, to: DraftNode): void {
    this.#open.delete(way);
    this.lead(way, to);
  }

  /** The ways that nothing has followed. */
  get loose(): readonly Way[] {
    return [...this.#open];
  }
}
