import type { Definition, NamedCondition, Revisions, Span } from '@qingdan/core';
import type { Library } from '../library.js';
import type { Report } from '../report.js';
import { type Use, usesOfCondition, usesOfExpression } from './uses.js';

interface Vertex {
  readonly uses: readonly Use[];
  readonly span: Span;
}

/** Derived facts and named conditions that rest on themselves are reported and left out. */
export function checkCycles(library: Library, report: Report): Library {
  const vertices = verticesOf(library);
  const done = new Set<Use>();
  const cyclic = new Set<Use>();
  const open: Use[] = [];
  const visit = (use: Use): void => {
    const vertex = vertices.get(use);
    if (vertex === undefined) return;
    const at = open.indexOf(use);
    if (at !== -1) {
      const cycle = open.slice(at);
      const names = [...cycle, use].map((name) => name.slice(name.indexOf(':') + 1));
      report.add('cyclic-definition', { cycle: names.join(' → ') }, vertex.span);
      for (const member of cycle) cyclic.add(member);
      return;
    }
    if (done.has(use)) return;
    open.push(use);
    for (const other of new Set(vertex.uses)) visit(other);
    open.pop();
    done.add(use);
  };
  for (const use of [...vertices.keys()].sort()) visit(use);
  if (cyclic.size === 0) return library;
  const sound = (kind: 'definition' | 'condition') => {
    return ([id]: readonly [string, unknown]): boolean => !cyclic.has(`${kind}:${id}`);
  };
  return {
    ...library,
    definitions: new Map([...library.definitions].filter(sound('definition'))),
    conditions: new Map([...library.conditions].filter(sound('condition'))),
  };
}

function verticesOf({ definitions, conditions }: Library): Map<Use, Vertex> {
  const vertices = new Map<Use, Vertex>();
  const spanOf = ([first]: Revisions<Definition> | Revisions<NamedCondition>): Span =>
    (first as Definition | NamedCondition).span;
  for (const [id, revisions] of definitions)
    vertices.set(`definition:${id}`, {
      uses: revisions.flatMap(({ is }) =>
        is.kind === 'condition' ? usesOfCondition(is.condition) : usesOfExpression(is.value),
      ),
      span: spanOf(revisions),
    });
  for (const [id, revisions] of conditions)
    vertices.set(`condition:${id}`, {
      uses: revisions.flatMap(({ is }) => usesOfCondition(is)),
      span: spanOf(revisions),
    });
  return vertices;
}
