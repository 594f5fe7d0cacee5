import type { Change, RecordType, Type, Value } from '@qingdan/core';
import { type MessageKey, say, sayList } from '../locale/messages.js';
import { startsAtZero } from '../sentences/say-comparison.js';
import { plainValue } from '../values/plain-value.js';
import { sayValue } from '../values/say-value.js';
import type { Voice } from '../values/voice.js';
import { factAt } from './fact-at.js';

/**
 * Each way in which the record would comply, as what would have to be so: `付款方式不是现金（例如转账、公务卡）`. Ways that
 * differ only in the value chosen are said as one.
 */
export function sayWays(
  ways: readonly (readonly Change[])[],
  record: RecordType,
  voice: Voice,
): string[] {
  const merged = new Map<string, (readonly [Change, Value[]])[]>();
  for (const changes of ways) {
    const key = JSON.stringify(
      changes.map(({ fact, operator, to }) => [
        fact,
        operator,
        isChoice(operator) ? '' : plainValue(to, { kind: 'text' }, 'public', true),
      ]),
    );
    const way = merged.get(key);
    if (way === undefined)
      merged.set(
        key,
        changes.map((change) => [change, [change.to]]),
      );
    else changes.forEach(({ to }, index) => way[index]?.[1].push(to));
  }
  const said = [...merged.values()].map(
    (way) => new Set(way.map(([change, choices]) => sayChange(change, choices, record, voice))),
  );
  return said
    .filter(
      (way, index) => !said.some((other, at) => at !== index && isEnough(other, at, way, index)),
    )
    .map((way) => [...way].join(say(voice.lang, 'clause.and')));
}

/** Whether one way is all within another, so that the other asks for more than is needed; of equal ones the first stays. */
function isEnough(
  one: ReadonlySet<string>,
  oneAt: number,
  other: ReadonlySet<string>,
  otherAt: number,
): boolean {
  if (![...one].every((change) => other.has(change))) return false;
  return one.size < other.size || oneAt < otherAt;
}

/** Whether any of several values would do. */
function isChoice(operator: Change['operator']): boolean {
  return operator === 'notEqual' || operator === 'notIn' || operator === 'in';
}

/** One change, as what would have to be so; of several values any would do. */
export function sayChange(
  change: Change,
  choices: readonly Value[],
  record: RecordType,
  voice: Voice,
): string {
  const { lang } = voice;
  const traits = factAt(change.fact, record, voice);
  const { type } = traits;
  const label = change.label[lang];
  const from = sayValue(change.from, type, voice, traits);
  const chosen = choices.map((value) => sayValue(value, type, voice, traits));
  const to = sayList(lang, [...new Set(chosen)], 'list.or');
  const isNamed = change.from !== undefined && type.kind !== 'boolean';
  const text = say(lang, changeKey(change, choices, type, isNamed), { label, from, to });
  const saysFrom = isNamed && /^(notEqual|notIn|doesNotContain)$/.test(change.operator);
  return saysFrom || change.from === undefined
    ? text
    : say(lang, 'change.recorded', { change: text, from });
}

/** Which sentence says a change; `isNamed`: what is recorded is named in it. */
function changeKey(
  { operator }: Change,
  choices: readonly Value[],
  type: Type,
  isNamed: boolean,
): MessageKey {
  const isDate = type.kind === 'date' || type.kind === 'instant';
  switch (operator) {
    case 'equal':
    case 'in':
      return 'change.equal';
    case 'notEqual':
    case 'notIn':
    case 'doesNotContain':
      return isNamed ? 'change.notEqual' : 'change.equal';
    case 'lessThan':
    case 'lessThanInclusive': {
      const isZero = startsAtZero(type) && choices.every((value) => value === 0);
      return isZero ? 'change.zero' : isDate ? 'change.earlier' : 'change.lower';
    }
    case 'greaterThan':
    case 'greaterThanInclusive':
      return isDate ? 'change.later' : 'change.higher';
    case 'contains':
    case 'present':
    case 'absent':
      return `change.${operator}`;
  }
}
