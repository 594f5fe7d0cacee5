import {
  type Diagnostic,
  diagnostic,
  type Item,
  type ProcedureRule,
  type Tightening,
} from '@qingdan/core';
import type { Library } from '../library.js';
import { flip, type Use } from './signs/sign.js';
import { createSigns, type Signs } from './signs/create-signs.js';

/**
 * Wherever a condition uses a parameter, moving it the way `tighten` says makes the item stricter. Where the way depends
 * on the facts (`equal`, the key of a table) nothing is claimed.
 */
export function checkTightenSign(library: Library): Diagnostic[] {
  const signs = createSigns(library);
  const uses = [
    ...library.items.flat().flatMap((item) => withId(item.id, strictness(item, signs))),
    ...[...library.procedures.values()]
      .flat()
      .flatMap(({ id, constraints }) =>
        constraints.flatMap(({ rule }) => withId(id, strictnessOfRule(rule, signs))),
      ),
    ...library.overlays.flatMap(({ id, alsoViolatedWhen }) =>
      withId(id, signs.condition(alsoViolatedWhen)),
    ),
  ];
  return uses.flatMap(({ item, use: { parameter, span, sign } }) => {
    const declaration = library.parameters.get(parameter)?.find(({ declares }) => declares);
    if (declaration === undefined || declaration.tighten === 'none' || sign === 'either') return [];
    const { tighten } = declaration;
    if (sign === WAY[tighten]) return [];
    const params = { item, id: parameter, tighten, direction: OPPOSITE[tighten] };
    return [diagnostic('tighten-sign', params, span, { related: [declaration.span] })];
  });
}

const WAY = {
  higher: 'up',
  superset: 'up',
  lower: 'down',
  subset: 'down',
} as const satisfies Record<Exclude<Tightening, 'none'>, 'up' | 'down'>;

const OPPOSITE = {
  higher: 'lower',
  lower: 'higher',
  subset: 'superset',
  superset: 'subset',
} as const satisfies Record<Exclude<Tightening, 'none'>, Tightening>;

/** Which way the parameters of an item move its strictness: what it applies to, what it forbids, what it asks for. */
function strictness(item: Item, signs: Signs): Use[] {
  switch (item.kind) {
    case 'Prohibition':
      return [...signs.condition(item.appliesWhen), ...signs.condition(item.violatedWhen)];
    case 'Responsibility':
      return [
        ...signs.condition(item.appliesWhen),
        ...flip(signs.condition(item.fulfilledWhen)),
        // More time is less strict.
        ...flip(signs.expression(item.due?.within)),
      ];
    case 'Power':
      return flip(signs.expression(item.disclosure?.within?.within));
  }
}

/** A procedure is stricter where it gives less time, asks for longer waits, larger shares and more people. */
function strictnessOfRule(rule: ProcedureRule, signs: Signs): Use[] {
  switch (rule.kind) {
    case 'deadline':
      return flip(
        signs.expression(rule.within.kind === 'length' ? rule.within.length : rule.within.plus),
      );
    case 'gap':
    case 'publicity':
      return [...signs.expression(rule.least)];
    case 'recurrence':
      return flip(signs.expression(rule.every));
    case 'evidence':
      return flip(signs.expression(rule.dueWithin));
    case 'backfill':
      return flip(signs.expression(rule.within));
    case 'quorum':
      return [
        ...rule.present.map(({ share }) => share),
        ...(rule.yes ? [rule.yes.share] : []),
      ].flatMap(({ share }) => signs.expression(share));
    case 'limit':
      return flip(signs.condition(rule.condition));
    case 'role':
      return typeof rule.count === 'number' ? [] : [...signs.expression(rule.count)];
    // A guard that is more often false forbids more and asks for less; of a template that depends on which it is.
    case 'guard':
    case 'template':
    case 'existence':
    case 'precedence':
    case 'apart':
    case 'via':
      return [];
  }
}

function withId(item: string, uses: readonly Use[]): { item: string; use: Use }[] {
  return uses.map((use) => ({ item, use }));
}
