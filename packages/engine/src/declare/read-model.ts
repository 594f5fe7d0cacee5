import { type Diagnostic, diagnostic, SourceText, type Span } from '@qingdan/core';

/** What an attribute of a Declare model can be. */
export type Attribute =
  | { readonly kind: 'integer' | 'number'; readonly min: number; readonly max: number }
  | { readonly kind: 'values'; readonly values: readonly string[] };

/** A constraint as it is written: its template, activities, and the conditions between its bars. */
export interface RawConstraint {
  readonly text: string;
  readonly span: Span;
  readonly template: string;
  readonly activities: readonly string[];
  readonly conditions: readonly string[];
}

/** A Declare model, not yet understood. */
export interface RawModel {
  readonly activities: readonly string[];
  /** The attributes that events of an activity say. */
  readonly bound: ReadonlyMap<string, ReadonlySet<string>>;
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly constraints: readonly RawConstraint[];
}

/** Reads the text of a `.decl` file, line by line; one that says nothing known is reported, and the others stand. */
export function readModel(
  text: string,
  file: string,
): { value: RawModel; diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const activities = new Set<string>();
  const bound = new Map<string, Set<string>>();
  const attributes = new Map<string, Attribute>();
  const constraints: RawConstraint[] = [];
  const source = new SourceText(file, text);
  for (const { 0: whole, index } of text.matchAll(/[^\r\n]+/g)) {
    const line = whole.replace(/^\uFEFF/, '').trim();
    const start = index + whole.indexOf(line);
    const span: Span = { source, start, end: start + line.length };
    if (line === '' || line.startsWith('#') || line.startsWith('//')) continue;
    const activity = /^activity\s+(.+)$/.exec(line)?.[1];
    const binding = /^bind\s+([^:]+):\s*(.+)$/.exec(line);
    const constraint = /^([^[\]|:]+)\[([^\]]*)\]\s*((?:\|.*)?)$/.exec(line);
    if (activity !== undefined) activities.add(activity);
    else if (binding !== null) {
      const [, of = '', names = ''] = binding;
      const known = bound.get(of.trim()) ?? new Set<string>();
      for (const name of partsOf(names)) known.add(name);
      bound.set(of.trim(), known);
    } else if (constraint !== null) {
      const [, template = '', of = '', conditions = ''] = constraint;
      constraints.push({
        text: line,
        span,
        template: template.trim(),
        activities: partsOf(of),
        conditions: conditions
          .split('|')
          .slice(1)
          .map((part) => part.trim()),
      });
    } else if (!readAttributes(line, attributes))
      diagnostics.push(diagnostic('not-declare', { text: line.slice(0, 60) }, span));
  }
  return {
    value: { activities: [...activities], bound, attributes, constraints },
    diagnostics,
  };
}

/** `x, y: integer between 0 and 10`, `x: float between 0 and 1`, or `x: one, another`. */
function readAttributes(line: string, attributes: Map<string, Attribute>): boolean {
  // The name of an attribute may hold a colon (`org:resource`); what follows the last is what it can be.
  const parts = /^(.+):\s*([^:]+)$/.exec(line);
  if (parts === null) return false;
  const [, names = '', said = ''] = parts;
  const between = /^(integer|float)\s+between\s+(-?[\d.]+)\s+and\s+(-?[\d.]+)$/.exec(said);
  const attribute: Attribute =
    between === null
      ? { kind: 'values', values: partsOf(said) }
      : {
          kind: between[1] === 'integer' ? 'integer' : 'number',
          min: Number(between[2]),
          max: Number(between[3]),
        };
  if (attribute.kind !== 'values' && !(attribute.min <= attribute.max)) return false;
  for (const name of partsOf(names)) attributes.set(name, attribute);
  return true;
}

function partsOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
