import {
  type Diagnostic,
  diagnostic,
  type Interval,
  intersect,
  type Parameter,
  type ParameterValue,
  printEnd,
  uncovered,
} from '@qingdan/core';
import type { Library, ParameterDocument } from '../library.js';
import { standsAtOrAbove } from '../resolve/jurisdiction.js';
import { resolveParameter } from '../resolve/parameters.js';
import { isAsStrict } from '../resolve/stricter.js';
import { printValue } from './print-value.js';
import { isAbove, makersOf, shareOrganisation } from './rank.js';

/**
 * What a pack sets is at least as strict as what the packs above it set. Looser from its first day is an error, unless
 * a waiver by those who made the stricter value covers the days; overtaken by a later value from above is a warning.
 */
export function checkOverlayValues(library: Library): Diagnostic[] {
  return [...library.parameters.values()].flatMap((documents) =>
    documents.flatMap((document) => {
      if (document.declares) return [];
      const above = resolveParameter(
        documents.filter(
          ({ pack }) =>
            isAbove(library, pack, document.pack) &&
            shareOrganisation(library, pack, document.pack),
        ),
      );
      if (above === undefined || above.tighten === 'none') return [];
      return document.values
        .filter(({ unset }) => !unset)
        .flatMap((value) => checkValue(library, document, value, above));
    }),
  );
}

/** Only the first thing wrong with a value is told: what follows from it would repeat it. */
function checkValue(
  library: Library,
  { id, pack }: ParameterDocument,
  value: ParameterValue,
  above: Parameter,
): Diagnostic[] {
  const print = ({ value: of }: ParameterValue) => printValue(of, above.type);
  for (const higher of above.values) {
    const both = intersect(value.interval, higher.interval);
    if (both === undefined || higher.unset) continue;
    const strict = isAsStrict(above.tighten, value.value, higher.value);
    if (strict === true) continue;
    const [gap] = uncovered(both, waivedDays(library, id, pack, higher));
    if (gap === undefined) continue;
    const params = { id, value: print(value), higher: print(higher), date: printEnd(gap.from) };
    const related = [higher.span];
    if (strict === undefined)
      return [diagnostic('incomparable-value', params, value.span, { related })];
    const overtaken = (higher.interval.from ?? -Infinity) > (value.interval.from ?? -Infinity);
    return [
      diagnostic(overtaken ? 'overtaken-value' : 'looser-value', params, value.span, { related }),
    ];
  }
  return [];
}

/** The days for which those who made the higher value let the pack be looser. */
function waivedDays(
  library: Library,
  parameter: string,
  pack: string,
  higher: ParameterValue,
): Interval[] {
  const makers = makersOf(library, higher.basis, higher.pack);
  return (library.packs.get(pack)?.manifest.waivers ?? [])
    .filter((waiver) => waiver.parameter === parameter)
    .filter(({ approver }) =>
      makers.every((maker) => standsAtOrAbove(approver.jurisdiction, maker)),
    )
    .map(({ interval }) => interval);
}
