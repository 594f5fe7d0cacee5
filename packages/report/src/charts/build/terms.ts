import type { Condition } from '@qingdan/core';
import { sayCondition } from '../../sentences/say-condition.js';
import { sayExpression } from '../../sentences/say-expression.js';
import { sayValue } from '../../values/say-value.js';
import type { Speech } from '../../sentences/speech.js';
import { say } from '../../locale/messages.js';

/** One of the things that must all be so for a step to be done. */
export interface Term {
  /** What is asked: terms of the same subject are answers to one question. */
  readonly subject: string;
  /** The question in words, without its mark. */
  readonly question: string;
  readonly answer: string;
  /** How many answers there are; undefined: nobody knows. */
  readonly answers: number | undefined;
  /** How it is said where the answer is another one. */
  readonly otherwise: string;
}

/** The terms of a condition: the parts of an `all`, each by itself. */
export function termsOf(when: Condition | undefined, speech: Speech): readonly Term[] {
  if (when === undefined) return [];
  if (when.kind === 'all' && when.says === undefined)
    return when.of.flatMap((part) => termsOf(part, speech));
  return [equalityOf(when, speech) ?? claimOf(sayCondition(when, speech), speech)];
}

/** A yes or no: it is so, or it isn't. */
function claimOf(text: string, { lang }: Speech): Term {
  return {
    subject: text,
    question: text,
    answer: say(lang, 'chart.yes'),
    answers: undefined,
    otherwise: say(lang, 'chart.no'),
  };
}

/** That a fact has one value of several. */
function equalityOf(when: Condition, speech: Speech): Term | undefined {
  if (when.kind !== 'compare' || when.says !== undefined) return undefined;
  const { left, right, operator } = when;
  if (left.kind !== 'fact' || right?.kind !== 'literal') return undefined;
  const { lang } = speech;
  const { value, type } = right;
  const fact = sayExpression(left, speech);
  if (typeof value === 'boolean') {
    if (operator !== 'equal' && operator !== 'notEqual') return undefined;
    const isYes = value === (operator === 'equal');
    const [answer, otherwise] = isYes ? (['yes', 'no'] as const) : (['no', 'yes'] as const);
    return {
      subject: fact,
      question: fact,
      answer: say(lang, `chart.${answer}`),
      answers: 2,
      otherwise: say(lang, `chart.${otherwise}`),
    };
  }
  if (operator !== 'equal') return undefined;
  return {
    subject: fact,
    question: fact,
    answer: sayValue(value, type, speech),
    answers: type.kind === 'enum' ? type.values.size : undefined,
    otherwise: say(lang, 'chart.otherwise'),
  };
}
