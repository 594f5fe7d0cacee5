import type { Expression } from '@qingdan/core';
import { match } from 'ts-pattern';
import { say, sayList } from '../locale/messages.js';
import { sayValue, type ValueHints } from '../values/say-value.js';
import { sayCitations } from './say-citation.js';
import { sayLabels, sayPath, walkOf } from './say-path.js';
import { aliasesOf, saySource } from './say-source.js';
import { type Speech, withAlias } from './speech.js';

/** A value form as a noun; `hints` say in which unit a literal is read. */
export function sayExpression(expression: Expression, speech: Speech, hints?: ValueHints): string {
  const { lang } = speech;
  const of = (part: Expression): string => sayExpression(part, speech);
  return match(expression)
    .with({ kind: 'literal' }, ({ value, type }) => sayValue(value, type, speech, hints))
    .with({ kind: 'fact' }, ({ path }) => sayPath(path, speech))
    .with({ kind: 'parameter' }, ({ id }) => sayParameter(id, speech, hints))
    .with({ kind: 'table' }, ({ id, inputs, output: name }) => {
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
    })
    .with({ kind: 'aggregate' }, (aggregate) => sayAggregate(aggregate, speech))
    .with({ kind: 'lookup' }, ({ source, of: path, pick }) => {
      const inside = withAlias(speech, ...aliasesOf(source, speech, true));
      const one = saySource(source, speech, 'one');
      const fact = sayLabels(walkOf(path, inside).labels, speech);
      return pick === undefined
        ? say(lang, 'expression.lookup', { one, of: fact })
        : say(lang, `expression.lookup.${pick.which}`, {
            one,
            of: fact,
            by: sayLabels(walkOf(pick.by, inside).labels, speech),
          });
    })
    .with({ kind: 'arithmetic' }, ({ name, left, right }) =>
      say(lang, `expression.${name}`, { left: of(left), right: of(right) }),
    )
    .with({ kind: 'elapsed' }, ({ name, from, to }) =>
      say(lang, `expression.elapsed.${name}`, { from: of(from), to: of(to) }),
    )
    .with({ kind: 'shift' }, ({ date, by, backwards }) =>
      say(lang, backwards ? 'expression.shift.backwards' : 'expression.shift.forwards', {
        date: of(date),
        by: of(by),
      }),
    )
    .with({ kind: 'part' }, ({ of: date, unit }) =>
      say(lang, `expression.part.${unit}`, { of: of(date) }),
    )
    .with({ kind: 'without' }, ({ list, removed }) =>
      say(lang, 'expression.without', { list: of(list), removed: of(removed) }),
    )
    .exhaustive();
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
  const walked = walkOf(of, withAlias(speech, ...aliasesOf(source, speech, true)));
  if (name === 'collect' && walked.labels.length === 0)
    return say(lang, 'expression.collect.items', { many });
  const params = { many, of: sayLabels(walked.labels, speech) };
  const isDate = walked.type.kind === 'date' || walked.type.kind === 'instant';
  return (name === 'min' || name === 'max') && isDate
    ? say(lang, `expression.${name}.date`, params)
    : say(lang, `expression.${name}`, params);
}
