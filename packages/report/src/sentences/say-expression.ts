import type { Expression } from '@qingdan/core';
import { say, sayList } from '../locale/messages.js';
import { Once } from '../once.js';
import { sayValue, type ValueHints } from '../values/say-value.js';
import { sayCitations } from './say-citation.js';
import { sayLabels, sayPath, walkOf } from './say-path.js';
import { saySource, speechInside } from './say-source.js';
import type { Speech } from './speech.js';

/** A value form as a noun; `hints` say in which unit a literal is read. */
export function sayExpression(expression: Expression, speech: Speech, hints?: ValueHints): string {
  return hints === undefined
    ? SAID.of(speech.setting, expression, 0, () => compose(expression, speech))
    : compose(expression, speech, hints);
}

const SAID = new Once<Expression, string>();

function compose(expression: Expression, speech: Speech, hints?: ValueHints): string {
  const { lang } = speech;
  const of = (part: Expression): string => sayExpression(part, speech);
  switch (expression.kind) {
    case 'literal': {
      const { value, type } = expression;
      return sayValue(value, type, speech, hints);
    }
    case 'fact': {
      const { path } = expression;
      return sayPath(path, speech);
    }
    case 'parameter': {
      const { id } = expression;
      return sayParameter(id, speech, hints);
    }
    case 'table': {
      const { id, inputs, output: name } = expression;
      const last = speech.policy.tables.get(id)?.at(-1);
      const table = last?.label[lang] ?? id;
      const output = last?.labels?.get(name)?.[lang] ?? name;
      return inputs.size === 0
        ? say(lang, 'expression.table.plain', { table, output })
        : say(lang, 'expression.table', {
            table,
            output,
            inputs: sayList(lang, [...inputs.values()].map(of)),
          });
    }
    case 'aggregate': {
      const aggregate = expression;
      return sayAggregate(aggregate, speech);
    }
    case 'lookup': {
      const { source, of: path, pick } = expression;
      const inside = speechInside(source, speech, true);
      const one = saySource(source, speech, 'one');
      const fact = sayLabels(walkOf(path, inside).labels, speech);
      return pick === undefined
        ? say(lang, 'expression.lookup', { one, of: fact })
        : say(lang, `expression.lookup.${pick.which}`, {
            one,
            of: fact,
            by: sayLabels(walkOf(pick.by, inside).labels, speech),
          });
    }
    case 'arithmetic': {
      const { name, left, right } = expression;
      return say(lang, `expression.${name}`, { left: of(left), right: of(right) });
    }
    case 'elapsed': {
      const { name, from, to } = expression;
      return say(lang, `expression.elapsed.${name}`, { from: of(from), to: of(to) });
    }
    case 'shift': {
      const { date, by, backwards } = expression;
      return say(lang, backwards ? 'expression.shift.backwards' : 'expression.shift.forwards', {
        date: of(date),
        by: of(by),
      });
    }
    case 'part': {
      const { of: date, unit } = expression;
      return say(lang, `expression.part.${unit}`, { of: of(date) });
    }
    case 'without': {
      const { list, removed } = expression;
      return say(lang, 'expression.without', { list: of(list), removed: of(removed) });
    }
  }
}

/** Longer lists are counted where the law is named beside them: the explanation gives them in full. */
const LISTED = 3;

/** The label of a parameter, with its value and article on the day where they are known. */
function sayParameter(id: string, speech: Speech, hints: ValueHints | undefined): string {
  const { lang, policy, cites } = speech;
  const parameter = policy.parameters.get(id);
  const text = parameter?.label[lang] ?? id;
  const value = speech.inForce(id);
  if (value === undefined || parameter === undefined) return text;
  const shown = value.unset
    ? say(lang, 'parameter.unset')
    : Array.isArray(value.value) && value.value.length > LISTED && cites
      ? say(lang, 'parameter.items', { count: String(value.value.length) })
      : sayValue(value.value, parameter.type, speech, hints);
  const notes =
    cites && value.basis.length > 0 ? [shown, sayCitations(value.basis, speech)] : [shown];
  return say(lang, 'note', { text, note: notes.join(say(lang, 'note.join')) });
}

function sayAggregate(
  { name, source, of }: Extract<Expression, { kind: 'aggregate' }>,
  speech: Speech,
): string {
  const { lang } = speech;
  const many = saySource(source, speech, 'many');
  if (of === undefined) return say(lang, 'expression.count', { many });
  const walked = walkOf(of, speechInside(source, speech, true));
  if (name === 'collect' && walked.labels.length === 0)
    return say(lang, 'expression.collect.items', { many });
  const params = { many, of: sayLabels(walked.labels, speech) };
  const isDate = walked.type.kind === 'date' || walked.type.kind === 'instant';
  return (name === 'min' || name === 'max') && isDate
    ? say(lang, `expression.${name}.date`, params)
    : say(lang, `expression.${name}`, params);
}
