import { type Day, type RecordNode, type RecordType, valueInForce } from '@qingdan/core';
import type { Voice } from '../values/voice.js';
import { sayCondition } from './say-condition.js';
import { sayExpression } from './say-expression.js';
import type { Speech } from './speech.js';

export interface SpeechOptions {
  /** Whether the article behind a parameter is named. */
  readonly cites?: boolean;
  /** The record at hand, where one was judged. */
  readonly record?: RecordNode;
}

/** How to speak of records of a kind under the law of a day; without a day parameters go by their labels. */
export function createSpeech(
  voice: Voice,
  kind: RecordType | undefined,
  law: Day | undefined,
  { cites = false, record }: SpeechOptions = {},
): Speech {
  const { policy, lang, unmask } = voice;
  return {
    policy,
    lang,
    unmask,
    kind,
    record,
    aliases: [],
    inForce: (id) => (law === undefined ? undefined : valueInForce(policy.parameters.get(id), law)),
    cites,
    speaker: { condition: sayCondition, expression: sayExpression },
  };
}
