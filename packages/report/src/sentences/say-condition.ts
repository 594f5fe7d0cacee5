import type { Condition, Link, Quantifier } from '@qingdan/core';
import { say } from '../locale/messages.js';
import { Once } from '../once.js';
import { tidyText } from '../values/escape.js';
import { sayComparison } from './say-comparison.js';
import { sayExpression } from './say-expression.js';
import { sayLabels, walkOf } from './say-path.js';
import { saySource, speechInside } from './say-source.js';
import type { Manner, Speech } from './speech.js';

/** The rule as such, in one sentence without an end; `says` overrides. */
export function sayCondition(condition: Condition, speech: Speech, manner: Manner = {}): string {
  const variant =
    (manner.negated === true ? 1 : 0) +
    (manner.tight === true ? 2 : 0) +
    (manner.part === true ? 4 : 0);
  return SAID.of(speech.setting, condition, variant, () => compose(condition, speech, manner));
}

const SAID = new Once<Condition, string>();

function compose(condition: Condition, speech: Speech, manner: Manner): string {
  const { lang } = speech;
  const { negated = false } = manner;
  const not = negated ? '.not' : '';
  if (condition.says !== undefined) {
    const text = tidyText(condition.says[lang]);
    return negated ? say(lang, 'says.not', { text }) : text;
  }
  switch (condition.kind) {
    case 'all':
    case 'any': {
      const { kind, of } = condition;
      // Not all of them is some not of them.
      const conjunction = (kind === 'all') !== negated;
      if (of.length === 0) return say(lang, conjunction ? 'group.empty.all' : 'group.empty.any');
      const join = conjunction ? 'clause.and' : 'clause.or';
      const many = of.length > 1;
      const text = of
        .map((part) => sayCondition(part, speech, { ...manner, part: many }))
        .join(say(lang, manner.tight === true ? `${join}.tight` : join));
      return many && manner.part === true ? say(lang, 'clause.group', { text }) : text;
    }
    case 'not': {
      const { of } = condition;
      return sayCondition(of, speech, { ...manner, negated: !negated });
    }
    case 'named': {
      const { name } = condition;
      return sayNamed(name, speech, manner);
    }
    case 'compare': {
      const comparison = condition;
      return sayComparison(comparison, speech, negated);
    }
    case 'quantified': {
      const quantified = condition;
      return sayQuantified(quantified, speech, manner);
    }
    case 'kin': {
      const { of, with: other, relations } = condition;
      return say(lang, `kin${not}`, {
        of: sayExpression(of, speech),
        with: sayExpression(other, speech),
        relations: relationsLabel(relations, speech),
      });
    }
    case 'path': {
      const { from, to, through, max } = condition;
      return say(lang, `path${not}`, {
        from: sayExpression(from, speech),
        to: sayExpression(to, speech),
        through: through.map((link) => sayLink(link, speech)).join(say(lang, 'list.comma')),
        max: String(max),
      });
    }
    case 'outlier': {
      const { value, of, source, above } = condition;
      const inside = speechInside(source, speech, true);
      return say(lang, `outlier${not}`, {
        value: sayExpression(value, speech),
        of: sayLabels(walkOf(of, inside).labels, speech),
        many: saySource(source, speech, 'many'),
        above: sayExpression(above, speech),
      });
    }
  }
}

function sayNamed(name: string, speech: Speech, manner: Manner): string {
  const { lang, policy } = speech;
  const revisions = policy.conditions.get(name);
  const label = revisions?.find((revision) => revision.label !== undefined)?.label;
  const last = revisions?.at(-1);
  if (label === undefined && last !== undefined) return sayCondition(last.is, speech, manner);
  return say(lang, manner.negated === true ? 'named.not' : 'named', {
    label: label === undefined ? name : tidyText(label[lang]),
  });
}

/** What each quantifier says, and what its negation says. */
const EXISTENCE: Readonly<Record<Exclude<Quantifier, 'every'>, boolean>> = {
  some: true,
  exists: true,
  none: false,
};

function sayQuantified(
  { quantifier, source }: Extract<Condition, { kind: 'quantified' }>,
  speech: Speech,
  { negated = false, part = false }: Manner,
): string {
  const { lang } = speech;
  if (quantifier !== 'every') {
    return EXISTENCE[quantifier] === negated
      ? say(lang, 'quantified.some.not', { many: saySource(source, speech, 'many') })
      : say(lang, 'quantified.some', { one: saySource(source, speech, 'one') });
  }
  const { where, ...selection } = source;
  const inside = speechInside(source, speech, false);
  return say(lang, negated ? 'quantified.every.not' : 'quantified.every', {
    many: saySource(selection, speech, 'many'),
    where:
      where === undefined ? say(lang, 'group.empty.all') : sayCondition(where, inside, { part }),
  });
}

function relationsLabel(set: string, { policy, lang }: Speech): string {
  const { relations } = policy;
  const label = relations?.sets.get(set)?.label ?? relations?.relations.get(set)?.label;
  return label?.[lang] ?? set;
}

function sayLink(link: Link, speech: Speech): string {
  const { lang } = speech;
  switch (link.kind) {
    case 'kin': {
      const { relations } = link;
      return say(lang, 'path.link.kin', { relations: relationsLabel(relations, speech) });
    }
    case 'record': {
      const { source, from, to } = link;
      const inside = speechInside(source, speech, true);
      return say(lang, 'path.link', {
        record: saySource(source, speech, 'many'),
        from: sayLabels(walkOf(from, inside).labels, speech),
        to: sayLabels(walkOf(to, inside).labels, speech),
      });
    }
  }
}
