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
  /** Conditions hold values, values hold sources, sources hold conditions: each is said through here. */
  readonly speaker: Speaker;
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

/** Within the `where` of a source. */
export function withAlias(speech: Speech, ...aliases: readonly SpokenAlias[]): Speech {
  return respeak(speech, [...speech.aliases, ...aliases]);
}

/** The speech with other names in scope, or other figures in force. Written out: objects made by spreading are slow to read. */
export function respeak(
  { policy, lang, unmask, kind, record, inForce, cites, speaker }: Speech,
  aliases: Speech['aliases'],
  figures = inForce,
): Speech {
  return { policy, lang, unmask, kind, record, aliases, inForce: figures, cites, speaker };
}

export function aliasOf(speech: Speech, slot: number): SpokenAlias | undefined {
  return speech.aliases.filter((alias) => alias.slot === slot).at(-1);
}
