import type { ItemOverlay } from '../library.js';
import { get } from '../read/node.js';
import { bindBasis } from './bind-basis.js';
import { bindCondition } from './bind-condition.js';
import { bindAppliesTo } from './bind-prohibition.js';
import type { Overlay } from './collect.js';
import type { Context } from './names.js';
import { idsAt } from './references.js';
import { scopeOf } from './scope.js';

/** What a pack adds to an inherited prohibition or power. */
export function bindOverlay(
  { pack, document: { kind, id, node, span } }: Overlay,
  context: Context,
): ItemOverlay | undefined {
  if (kind !== 'Prohibition' && kind !== 'Power') return undefined;
  const basis = bindBasis(get(node, 'basis'), context);
  const alsoApprovedBy = idsAt(get(node, 'alsoApprovedBy'), 'Role', context);
  const overlay: ItemOverlay = { kind, id, pack, alsoApprovedBy, basis, span };
  const also = get(node, 'alsoViolatedWhen');
  if (also === undefined) return overlay;
  const base = context.names.declaration('Prohibition', id);
  const appliesTo = bindAppliesTo(get(base?.documents[0]?.node, 'appliesTo'), context);
  if (appliesTo === undefined) return undefined;
  const alsoViolatedWhen = bindCondition(also, scopeOf(appliesTo.record), context, 'branch');
  return alsoViolatedWhen === undefined ? undefined : { ...overlay, alsoViolatedWhen };
}
