import { type Condition, type Link, NONE, type Truth, type Value } from '@qingdan/core';
import { valueAt } from '../reference/interpret.js';
import type { ReferenceFrame } from '../reference/frame.js';
import type { Context } from './context.js';
import { judgeElements } from './elements.js';
import { Facts } from './facts.js';
import { all } from './formula.js';
import { kinshipBy } from './kinship.js';
import { Rulebook } from './rulebook.js';

/** The links of a path, as edges between places. */
export interface Network {
  readonly edges: ReadonlyMap<string, readonly LinkEdge[]>;
  /** Some link may lead from anywhere to anywhere: its books are open, or an end is unknown. */
  readonly anywhere: boolean;
}

interface LinkEdge {
  readonly to: string;
  /** True or unknown. */
  readonly link: Truth;
}

/** Which edge leads where, and whether some may lead anywhere. */
export function networkOf(
  through: Extract<Condition, { kind: 'path' }>['through'],
  context: Context,
): (frame: ReferenceFrame) => Promise<Network> {
  const readers = through.map((link) => readLink(link, context));
  return async (frame) => {
    const edges = new Map<string, LinkEdge[]>();
    let anywhere = false;
    const add: AddEdge = (from, to, link) => {
      if (link === false || from === NONE || to === NONE) return;
      if (typeof from === 'string' && typeof to === 'string') {
        const list = edges.get(from);
        if (list === undefined) edges.set(from, [{ to, link }]);
        else list.push({ to, link });
      } else anywhere = true;
    };
    for (const read of readers) if (await read(frame, add)) anywhere = true;
    return { edges, anywhere };
  };
}

type AddEdge = (from: Value, to: Value, link: Truth) => void;

/** Tells every edge of one link; true where there may be more. */
type ReadLink = (frame: ReferenceFrame, add: AddEdge) => Promise<boolean>;

function readLink(link: Link, context: Context): ReadLink {
  if (link.kind === 'record') {
    const judge = judgeElements(link.source, context, (member, where) => all(member, where));
    return async (outer, add) => {
      const { elements, open } = await judge(outer);
      for (const { frame, truth } of elements)
        add(valueAt(link.from, frame), valueAt(link.to, frame), truth);
      return open;
    };
  }
  const facts = new Facts();
  const kinship = kinshipBy(link.relations, context.policy, facts);
  // Nobody knows who is related by a set that isn't there.
  if (kinship === undefined) return () => Promise.resolve(true);
  const { forward, backward } = kinship;
  const rulebook = new Rulebook(new Map(Object.entries({ forward, backward })), facts);
  return async (frame, add) => {
    for (const given of kinship.edges(frame)) {
      const answers = await rulebook.run({ frame, given });
      add(given.a, given.b, answers('forward'));
      add(given.b, given.a, answers('backward'));
    }
    return kinship.isOpen(frame);
  };
}
