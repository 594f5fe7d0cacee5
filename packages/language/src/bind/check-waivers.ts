import { nearestHint, said } from '@qingdan/core';
import { wordText } from '../documents/words.js';
import type { Manifest } from '../library.js';
import type { Report } from '../report.js';
import type { Names } from './names.js';

const LISTS = ['Power', 'Responsibility', 'Prohibition', 'Procedure'] as const;

/** A waiver is of an item or a parameter that there is. */
export function checkWaivers({ name, waivers }: Manifest, names: Names, report: Report): void {
  for (const { item, parameter, span } of waivers) {
    // Of a procedure one requirement may be waived: `village.small-works#contract.within`.
    const [named] = item?.split('#') ?? [];
    const id = named ?? parameter;
    const known =
      item === undefined
        ? names.visibleIds('Parameter', name)
        : LISTS.flatMap((kind) => names.visibleIds(kind, name));
    if (id !== undefined && !known.includes(id)) {
      const kind = item === undefined ? 'Parameter' : 'item';
      report.add(
        'unknown-reference',
        { ...said('kind', wordText(kind)), id, nearest: nearestHint(id, known) },
        span,
      );
    }
  }
}
