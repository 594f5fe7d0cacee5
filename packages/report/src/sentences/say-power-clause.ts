import type { AuthorityRow, Power, PowerClause } from '@qingdan/core';
import { say, sayList } from '../locale/messages.js';
import { tidyText } from '../values/escape.js';
import { sayCondition } from './say-condition.js';
import { sayExpression } from './say-expression.js';
import type { Speech } from './speech.js';

/** What a power asks, in one sentence without an end; with `negated` that it isn't met. */
export function sayPowerClause(clause: PowerClause, speech: Speech, negated = false): string {
  const { lang } = speech;
  const not = negated ? '.not' : '';
  switch (clause.kind) {
    case 'exercised': {
      const { powers } = clause;
      return powers.length === 0
        ? say(lang, `power.exercised.none${not}`)
        : say(lang, `power.exercised${not}`, {
            powers: sayList(
              lang,
              powers.map(({ title }) => tidyText(title[lang])),
              'list.or',
            ),
          });
    }
    case 'holder': {
      const { power } = clause;
      return say(lang, `power.holder${not}`, {
        holder: holderLabel(speech),
        bodies: bodies(power.holders, speech),
      });
    }
    case 'authority': {
      const { power } = clause;
      return say(lang, `power.authority${not}`, { power: tidyText(power.title[lang]) });
    }
    case 'row': {
      const { power, row } = clause;
      const when = sayRowWhen(power, row, speech);
      const ask = sayRowAsk(row, speech);
      return when === ''
        ? say(lang, `power.row.plain${not}`, { ask })
        : say(lang, `power.row${not}`, { when, ask });
    }
    case 'places': {
      const { roles: named } = clause;
      return say(lang, `power.places${not}`, { roles: roles(named, speech) });
    }
    case 'place': {
      const { role } = clause;
      return say(lang, `power.place${not}`, { role: theRoleOrHigher(role, speech) });
    }
    case 'decision': {
      const { bodies: named } = clause;
      return say(lang, `power.decision${not}`, { bodies: bodies(named, speech) });
    }
  }
}

/** For which amounts and cases a row of authority holds; empty for all. */
export function sayRowWhen(power: Power, row: AuthorityRow, speech: Speech): string {
  const { lang } = speech;
  const measure =
    power.measure === undefined ? say(lang, 'bound.measure') : sayExpression(power.measure, speech);
  const bounds = (['above', 'from', 'below', 'upTo'] as const).flatMap((name) => {
    const bound = row[name];
    return bound === undefined
      ? []
      : [say(lang, `bound.${name}`, { measure, value: sayExpression(bound, speech) })];
  });
  const conditions = [
    ...bounds,
    ...(row.when === undefined
      ? []
      : [sayCondition(row.when, speech, { part: bounds.length > 0 })]),
  ];
  return conditions.length === 0
    ? ''
    : say(lang, 'power.row.when', { conditions: conditions.join(say(lang, 'clause.and')) });
}

/** Who must approve and which body decide. */
export function sayRowAsk(row: AuthorityRow, speech: Speech): string {
  const { lang } = speech;
  const parts: string[] = [];
  if (row.approvedBy.length > 0)
    parts.push(say(lang, 'power.row.approved', { roles: roles(row.approvedBy, speech) }));
  if (row.dualPost !== undefined)
    parts.push(say(lang, 'power.row.dual', { role: theRole(row.dualPost, speech) }));
  if (row.bodies.length > 0)
    parts.push(say(lang, 'power.row.bodies', { bodies: bodies(row.bodies, speech) }));
  return parts.length === 0
    ? say(lang, 'power.row.nothing')
    : parts.join(say(lang, 'clause.semicolon'));
}

export function sayRole(role: string, { policy, lang }: Speech): string {
  return policy.roles.get(role)?.title[lang] ?? role;
}

function theRole(role: string, speech: Speech): string {
  return say(speech.lang, 'noun.the', { noun: sayRole(role, speech) });
}

/** A place may be filled by a higher rank of the same body, where there is one. */
function theRoleOrHigher(role: string, speech: Speech): string {
  const { policy, lang } = speech;
  const text = theRole(role, speech);
  const { body, rank } = policy.roles.get(role) ?? {};
  if (body === undefined || rank === undefined) return text;
  const hasHigher = [...policy.roles.values()].some(
    (other) => other.body === body && other.rank !== undefined && other.rank > rank,
  );
  return hasHigher ? say(lang, 'power.place.higher', { role: text }) : text;
}

function roles(named: readonly string[], speech: Speech): string {
  return sayList(
    speech.lang,
    named.map((role) => theRole(role, speech)),
  );
}

function bodies(named: readonly string[], { policy, lang }: Speech): string {
  return sayList(
    lang,
    named.map((body) =>
      say(lang, 'noun.the', { noun: policy.bodies.get(body)?.title[lang] ?? body }),
    ),
    'list.or',
  );
}

function holderLabel({ kind, lang }: Speech): string {
  const slot = kind?.holder;
  const field = slot === undefined ? undefined : kind?.fields.fields[slot];
  return field?.label[lang] ?? say(lang, 'power.holder.field');
}
