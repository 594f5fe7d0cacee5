import {
  changesOfLaw,
  type Day,
  type Policy,
  type RecordNode,
  type RecordType,
  valueInForce,
} from '@qingdan/core';
import { Once } from '../once.js';
import type { Voice } from '../values/voice.js';
import { sayCondition } from './say-condition.js';
import { sayExpression } from './say-expression.js';
import { type Setting, SettledSpeech, type Speaker, type Speech } from './speech.js';

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
  return new SettledSpeech(
    { policy, lang, unmask, kind, record, cites, speaker: SPEAKER },
    [],
    (id) => (law === undefined ? undefined : valueInForce(policy.parameters.get(id), law)),
    settingOf(voice, kind, law, cites),
  );
}

const SPEAKER: Speaker = { condition: sayCondition, expression: sayExpression };

const SETTINGS = new Once<object, Setting>();

/** Stands for the kind where sentences are about records of none. */
const NO_KIND = {};

/** One for all days between which the law doesn't change. */
function settingOf(
  { policy, lang, unmask }: Voice,
  kind: RecordType | undefined,
  law: Day | undefined,
  cites: boolean,
): Setting {
  const manner = (lang === 'zh' ? 0 : 1) + (unmask ? 2 : 0) + (cites ? 4 : 0);
  const variant = stretchOf(law, policy) * 8 + manner;
  return SETTINGS.of(policy, kind ?? NO_KIND, variant, () => ({}));
}

const CHANGES = new Once<Policy, readonly Day[]>();

/** Which of the stretches of constant law a day lies in; 0 without a day. */
function stretchOf(law: Day | undefined, policy: Policy): number {
  if (law === undefined) return 0;
  const changes = CHANGES.of(policy, policy, 0, () => changesOfLaw(policy));
  const next = changes.findIndex((day) => day > law);
  return (next === -1 ? changes.length : next) + 1;
}
