import type { Condition } from '@qingdan/core';
import { say } from '../locale/messages.js';
import { ownWordsOf, sayHeading } from '../sentences/say-clause.js';
import { sayCondition } from '../sentences/say-condition.js';
import type { Speech } from '../sentences/speech.js';
import type { Page } from '../text/page.js';

/**
 * A condition below its own sentence: the parts of a group or of the group that a negation turns round one by one, and
 * where an author has put a part in words of their own, what it is made of.
 */
export function renderParts(
  condition: Condition,
  speech: Speech,
  page: Page,
  indent: number,
): void {
  for (const part of partsOf(condition)) {
    page.add(say(speech.lang, 'item.tree', { sentence: sayPart(part, speech) }), { indent });
    renderParts(part, speech, page, indent + 2);
  }
}

function partsOf(condition: Condition): readonly Condition[] {
  if (isGroup(condition)) return condition.of;
  // The sentence of a negation with words of its own has the whole of it.
  if (condition.kind !== 'not' || condition.says !== undefined) return [];
  return condition.of.says === undefined ? partsOf(condition.of) : [condition.of];
}

/** The heading of a group, the sentence of anything else; own words with what they stand for. */
export function sayPart(condition: Condition, speech: Speech): string {
  const own = ownWordsOf(condition);
  if (own === undefined || isGroup(condition)) return sayHeading(condition, speech);
  const bare = withoutWords(condition);
  return say(speech.lang, 'item.clause', {
    own: sayHeading(condition, speech),
    sentence: sayCondition(bare, speech),
  });
}

function withoutWords(condition: Condition): Condition {
  const bare: { says?: unknown } & Condition = { ...condition };
  delete bare.says;
  return bare;
}

type Group = Extract<Condition, { kind: 'all' | 'any' }>;

function isGroup(condition: Condition): condition is Group {
  return (condition.kind === 'all' || condition.kind === 'any') && condition.of.length > 0;
}
