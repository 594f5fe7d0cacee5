import type {
  Condition,
  Expression,
  ParameterValue,
  RecordNode,
  RecordType,
  Text,
  Type,
} from '@qingdan/core';
import type { ValueHints } from '../values/say-value.js';
import type { Voice } from '../values/voice.js';

/** What a sentence is said about: the kind of record at hand, the names in scope, the law of the day. */
export interface Speech extends Voice {
  readonly kind: RecordType | undefined;
  /** The record at hand, where one was judged. */
  readonly record: RecordNode | undefined;
  /** Outermost first. */
  readonly aliases: readonly SpokenAlias[];
  /** The value of a parameter on the day, where a day is given. */
  readonly inForce: (parameter: string) => ParameterValue | undefined;
  /** Whether the article behind a parameter is named. */
  readonly cites: boolean;
  /** By which sentences about rules are kept; without one they aren't. */
  readonly setting?: Setting | undefined;
  /** Conditions hold values, values hold sources, sources hold conditions: each is said through here. */
  readonly speaker: Speaker;
}

/** Stands for all that a sentence about a rule depends on but the rule: language, kind of record, law, names in scope. */
export interface Setting {
  /** The same without names in scope, where there are any. */
  readonly outermost?: Setting | undefined;
}

export interface Speaker {
  condition(condition: Condition, speech: Speech, manner?: Manner): string;
  expression(expression: Expression, speech: Speech, hints?: ValueHints): string;
}

export interface Manner {
  /** Says the opposite. */
  readonly negated?: boolean;
  /** Inside a noun: parts are joined without a pause. */
  readonly tight?: boolean;
  /** Stands among other parts: a group is set in brackets. */
  readonly part?: boolean;
}

/** An element of a source, as sentences about it call it. */
export interface SpokenAlias {
  readonly name: string;
  readonly slot: number;
  readonly type: Type;
  readonly noun: Text;
  /** The sentence is an attribute of the element: its facts stand without `its`. */
  readonly bare: boolean;
}

/** The speech with other names in scope. */
export function withAliases(
  speech: Speech,
  aliases: Speech['aliases'],
  setting: Setting | undefined,
): Speech {
  return new SettledSpeech(speech, aliases, speech.inForce, setting);
}

/** The speech without names in scope. */
export function withoutAliases(speech: Speech): Speech {
  const { setting } = speech;
  return withAliases(speech, [], setting?.outermost ?? setting);
}

/** The speech with other figures in force: what is said of them isn't kept. */
export function withFigures(speech: Speech, inForce: Speech['inForce']): Speech {
  return new SettledSpeech(speech, speech.aliases, inForce, undefined);
}

/**
 * A speech whose sentences are kept. Its setting is no property of its own, so that a copy made by spreading, with another
 * policy perhaps, has none and keeps nothing.
 */
export class SettledSpeech implements Speech {
  readonly policy: Speech['policy'];
  readonly lang: Speech['lang'];
  readonly unmask: boolean;
  readonly kind: Speech['kind'];
  readonly record: Speech['record'];
  readonly aliases: Speech['aliases'];
  readonly inForce: Speech['inForce'];
  readonly cites: boolean;
  readonly speaker: Speaker;
  readonly #setting: Setting | undefined;

  constructor(
    { policy, lang, unmask, kind, record, cites, speaker }: Omit<Speech, 'aliases' | 'inForce'>,
    aliases: Speech['aliases'],
    inForce: Speech['inForce'],
    setting: Setting | undefined,
  ) {
    this.policy = policy;
    this.lang = lang;
    this.unmask = unmask;
    this.kind = kind;
    this.record = record;
    this.aliases = aliases;
    this.inForce = inForce;
    this.cites = cites;
    this.speaker = speaker;
    this.#setting = setting;
  }

  get setting(): Setting | undefined {
    return this.#setting;
  }
}

export function aliasOf(speech: Speech, slot: number): SpokenAlias | undefined {
  return speech.aliases.filter((alias) => alias.slot === slot).at(-1);
}
