import { type Diagnostic, diagnostic, matchesGlob, type Power, said } from '@qingdan/core';
import { wordText } from '../documents/words.js';
import type { Library } from '../library.js';

/** A power comes with a duty, a prohibition and a procedure, or says why it has none. */
export function checkPowerCompanions(library: Library): Diagnostic[] {
  const items = library.items.flat();
  const duties = new Set(
    items.flatMap((item) => (item.kind === 'Responsibility' ? item.power : [])),
  );
  const prohibitions = items.flatMap(({ kind, id }) => (kind === 'Prohibition' ? id : []));
  return items.flatMap((power) => {
    if (power.kind !== 'Power') return [];
    const prohibited = power.prohibits.some((glob) =>
      prohibitions.some((id) => matchesGlob(glob, id)),
    );
    return [
      ...lacking(power, 'Responsibility', 'noDuty', duties.has(power.id)),
      ...lacking(power, 'Prohibition', 'noProhibition', prohibited),
      ...lacking(power, 'procedure', 'noProcedure', power.procedure !== undefined),
    ];
  });
}

function lacking(
  power: Power,
  what: string,
  key: 'noDuty' | 'noProhibition' | 'noProcedure',
  has: boolean,
): Diagnostic[] {
  if (has || power[key] !== undefined) return [];
  return [
    diagnostic('power-without', { id: power.id, ...said('what', wordText(what)), key }, power.span),
  ];
}
