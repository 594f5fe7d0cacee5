import { type Diagnostic, diagnostic, type RecordNode, type Span } from '@qingdan/core';
import { shorten } from '../../text/shorten.js';
import { plainName } from '../cells/plain.js';
import { similarity } from '../cells/similar.js';
import type { Resolver } from '../mapping/mapping.js';
import type { RegisterIndex } from './register-index.js';

/** What a name stands for. */
export interface Resolved {
  readonly id: string | undefined;
  /** It was written as an id, and is as sure as one. */
  readonly isId?: boolean;
  readonly fault?: Diagnostic;
}

/** A name in a column, and in which register it is looked up. */
export interface AskedName {
  readonly resolver: Resolver;
  /** The header of the column. */
  readonly column: string;
  readonly span: Span;
  /** For messages. */
  readonly place: string;
}

/** Looks up a name for an organisation: a unique one gives the id; one that nobody or several have is a fault. */
export function lookUpName(
  asked: AskedName,
  written: string,
  organisation: string | undefined,
  index: RegisterIndex,
): Resolved {
  const { resolver, span, place } = asked;
  const column = shorten(asked.column);
  const { kind, label } = resolver;
  const fail = (name: Diagnostic['name'], params: Record<string, string>): Resolved => ({
    id: undefined,
    fault: diagnostic(
      name,
      { column, kind, 'kind.zh': `${label.zh}（${kind}）`, ...params },
      span,
      { path: [place] },
    ),
  });
  if (!index.has(kind)) return fail('no-register', {});
  if (resolver.withinOrganisation && organisation === undefined) {
    return fail('name-without-organisation', {});
  }
  const isHere = (entry: RecordNode): boolean =>
    !resolver.withinOrganisation || index.isWithin(entry, organisation as string);
  const found = index.named(resolver, written).filter(isHere);
  // Of registers that each organisation keeps for itself, its own is meant.
  const own = found.filter((entry) => entry.organisation === organisation);
  const [only, second] = own.length === 1 ? own : found;
  if (second !== undefined) return fail('name-ambiguous', { candidates: listed(found) });
  if (only !== undefined) return { id: only.id };
  // A clerk may write the id where names are looked up.
  if (index.hasId(kind, written)) return { id: written, isId: true };
  const names = written.split(SEPARATORS);
  if (names.length > 1 && names.every((name) => index.named(resolver, name).some(isHere)))
    return fail('names-in-one-cell', { count: String(names.length) });
  const nearest = index.cached(nearestKey(resolver, organisation, written), () =>
    nearestEntry(resolver, written, isHere, index),
  );
  return fail('name-unknown', { nearest });
}

/** Between the names that a clerk writes into one cell. */
const SEPARATORS = /[、;；,，\n]/u;

function nearestKey(
  { kind, field, withinOrganisation }: Resolver,
  organisation = '',
  written: string,
): string {
  return JSON.stringify([kind, field, withinOrganisation && organisation, plainName(written)]);
}

/** Names may be personal: those that are like one are told by their ids. */
function nearestEntry(
  resolver: Resolver,
  written: string,
  isHere: (entry: RecordNode) => boolean,
  index: RegisterIndex,
): string {
  const wanted = plainName(written);
  let best: readonly RecordNode[] = [];
  let most = 0;
  for (const [name, entries] of index.names(resolver)) {
    const alike = similarity(wanted, name);
    if (alike <= most) continue;
    const here = entries.filter(isHere);
    if (here.length === 0) continue;
    most = alike;
    best = here;
  }
  return most < ALIKE ? '' : ` → ${listed(best)}?`;
}

/** 张三 and 张三丰 are alike, 张三 and 张四 are not. */
const ALIKE = 0.6;

const MOST_LISTED = 5;

function listed(entries: readonly RecordNode[]): string {
  const ids = entries.slice(0, MOST_LISTED).map(({ id }) => `\`${shorten(id)}\``);
  return ids.join(', ') + (entries.length > MOST_LISTED ? ', …' : '');
}
