import {
  nearestHint,
  type Path,
  type PathRoot,
  type PathStep,
  type Span,
  type Type,
  typeParams,
} from '@qingdan/core';
import type { Context } from './names.js';
import { aliasNamed, type Scope } from './scope.js';
import { takeStep } from './take-step.js';

interface Start {
  readonly root: PathRoot;
  readonly type: Type;
  /** How it is called in messages. */
  readonly name: string;
  readonly rest: readonly string[];
}

/** The way that a dotted path says: its first name is an alias, `record`, `run`, `duty`, `event`, or a fact of the record at hand. */
export function bindPath(
  text: string,
  span: Span,
  scope: Scope,
  context: Context,
): Path | undefined {
  const start = startOf(text.split('.'), span, scope, context);
  return start === undefined ? undefined : follow(start, text, span, context);
}

/** A path from the record at hand, whatever aliases there are. */
export function bindOwnPath(
  text: string,
  span: Span,
  scope: Scope,
  context: Context,
): Path | undefined {
  return follow(ownStart(text.split('.'), scope), text, span, context);
}

/** A path in the element of a source; the element's own name may stand first, or alone for the element itself. */
export function bindElementPath(
  text: string,
  span: Span,
  element: { readonly name: string; readonly slot: number; readonly type: Type },
  context: Context,
): Path | undefined {
  const { name, slot, type } = element;
  const parts = text.split('.');
  const named = parts[0] === name && takesNoStep(type, name, context);
  const rest = named ? parts.slice(1) : parts;
  return follow({ root: { kind: 'alias', name, slot }, type, name, rest }, text, span, context);
}

/** The steps of a path from a record of a kind. */
export function bindSteps(
  text: string,
  span: Span,
  record: string,
  context: Context,
): { readonly steps: readonly PathStep[]; readonly type: Type } | undefined {
  const type: Type = { kind: 'record', to: record };
  return follow(
    { root: { kind: 'record' }, type, name: record, rest: text.split('.') },
    text,
    span,
    context,
  );
}

function takesNoStep(type: Type, name: string, context: Context): boolean {
  return takeStep(type, name, context).kind !== 'step';
}

function startOf(
  parts: readonly string[],
  span: Span,
  scope: Scope,
  { report }: Context,
): Start | undefined {
  const [first = '', ...rest] = parts;
  const alias = aliasNamed(first, scope);
  if (alias !== undefined) {
    const { name, slot, type } = alias;
    return { root: { kind: 'alias', name, slot }, type, name, rest };
  }
  switch (first) {
    case 'record':
      return ownStart(rest, scope);
    case 'run':
      return special('run', 'date', rest, span, report);
    case 'duty':
      if (scope.due) return special('due', 'due', rest, span, report);
      report.add(
        'unknown-fact',
        {
          owner: scope.record,
          fact: parts.join('.'),
          nearest: '',
          known: '`fulfilledWhen`: duty.due',
        },
        span,
      );
      return undefined;
    case 'event':
      if (scope.event === 'known') return special('event', 'date', rest, span, report);
      if (scope.event === undefined) return ownStart(parts, scope);
      report.add(
        'unknown-fact',
        {
          owner: scope.record,
          fact: parts.join('.'),
          nearest: '',
          known: '`limit`, `constraints`: event.date',
        },
        span,
      );
      return undefined;
    default:
      return ownStart(parts, scope);
  }
}

function ownStart(rest: readonly string[], { record }: Scope): Start {
  return { root: { kind: 'record' }, type: { kind: 'record', to: record }, name: record, rest };
}

/** The name before the dot. */
const OWNERS = { run: 'run', due: 'duty', event: 'event' } as const;

function special(
  kind: keyof typeof OWNERS,
  only: string,
  [name, ...rest]: readonly string[],
  span: Span,
  report: Context['report'],
): Start | undefined {
  if (name === only) return { root: { kind }, type: { kind: 'date' }, name: only, rest };
  const nearest = nearestHint(name ?? '', [only]);
  const owner = OWNERS[kind];
  report.add('unknown-fact', { owner, fact: name ?? '', nearest, known: only }, span);
  return undefined;
}

function follow(
  { root, type: first, name, rest }: Start,
  text: string,
  span: Span,
  context: Context,
): Path | undefined {
  const steps: PathStep[] = [];
  let type = first;
  let owner = name;
  for (const part of rest) {
    const taken = takeStep(type, part, context);
    switch (taken.kind) {
      case 'step':
        steps.push(...taken.steps);
        type = taken.type;
        owner = type.kind === 'record' ? type.to : `${owner}.${part}`;
        break;
      case 'broken':
        return undefined;
      case 'list':
        context.report.add('path-through-list', { list: owner, ...typeParams(type) }, span);
        return undefined;
      case 'unknown': {
        const { known } = taken;
        const nearest = nearestHint(part, known);
        context.report.add(
          'unknown-fact',
          { owner: taken.owner ?? owner, fact: part, nearest, known: known.join(', ') },
          span,
        );
        return undefined;
      }
    }
  }
  return { root, steps, type, text, span };
}
