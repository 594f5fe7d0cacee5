import { nearestHint, parseDate, type Span } from '@qingdan/core';
import { describeNode, type MapNode, type Node, shorten } from '../read/node.js';
import type { Report } from '../report.js';
import { SHAPES } from './documents.js';
import type { ObjectShape, Shape } from './shape.js';

/** Reports what stands at a place and may not, and what lacks there. */
export function checkShape(node: Node, shape: Shape, report: Report): void {
  switch (shape.kind) {
    case 'named':
      checkShape(node, SHAPES[shape.name], report);
      return;
    case 'list':
      if (node.kind !== 'list') wrong(node, shape, report);
      else for (const item of node.items) checkShape(item, shape.of, report);
      return;
    case 'map':
      if (node.kind !== 'map') wrong(node, shape, report);
      else for (const { value } of node.entries.values()) checkShape(value, shape.of, report);
      return;
    case 'object':
      checkObject(node, shape, report);
      return;
    case 'oneOf':
      checkOneOf(node, shape, report);
      return;
    case 'localized':
      checkLocalized(node, report);
      return;
    default:
      checkScalar(node, shape, report);
  }
}

/** What a shape is called in messages. */
export function nameOfShape(shape: Shape): string {
  switch (shape.kind) {
    case 'text':
      return shape.what ?? 'text';
    case 'integer':
      return shape.min === undefined ? 'integer' : `integer from ${shape.min}`;
    case 'boolean':
      return 'true or false';
    case 'choice':
      return shape.of.join(' | ');
    case 'localized':
      return '{ zh, en }';
    case 'day':
      return 'day, such as 2026-02-03';
    case 'dateOrMonth':
      return 'day or month, such as 2026-02-03 or 2026-02';
    case 'scalar':
      return 'value';
    case 'list':
      return `list of ${nameOfShape(shape.of)}`;
    case 'map':
      return `mapping of ${shape.what}`;
    case 'object':
    case 'oneOf':
      return shape.what;
    case 'named':
      return nameOfShape(SHAPES[shape.name]);
  }
}

export function checkObject(
  node: Node,
  shape: ObjectShape,
  report: Report,
  skipMissing = false,
): void {
  if (node.kind !== 'map') {
    wrong(node, shape, report);
    return;
  }
  const known = Object.keys(shape.keys);
  for (const { key, keySpan, value } of node.entries.values()) {
    const expected = Object.hasOwn(shape.keys, key) ? shape.keys[key] : undefined;
    if (expected === undefined) reportUnknownKey(shape, key, keySpan, known, report);
    else checkShape(value, expected.shape, report);
  }
  if (!skipMissing) checkMissing(node, shape, report);
}

export function checkMissing(node: MapNode, shape: ObjectShape, report: Report): void {
  const at = startOf(node);
  for (const [key, { required }] of Object.entries(shape.keys)) {
    if (required && !node.entries.has(key))
      report.add('missing-key', { owner: shape.what, key }, at);
  }
  for (const group of shape.oneOfKeys ?? []) {
    const there = group.filter((key) => node.entries.has(key));
    if (there.length === 0)
      report.add('missing-key', { owner: shape.what, key: group.join(' | ') }, at);
    for (const key of there.slice(1)) {
      const span = node.entries.get(key)?.keySpan ?? at;
      const known = Object.keys(shape.keys).filter(
        (other) => !group.includes(other) || other === there[0],
      );
      report.add(
        'unknown-key',
        { owner: `${shape.what}.${there[0] as string}`, key, nearest: '', known: known.join(', ') },
        span,
      );
    }
  }
}

function reportUnknownKey(
  { what }: ObjectShape,
  key: string,
  span: Span,
  known: readonly string[],
  report: Report,
): void {
  report.add(
    'unknown-key',
    { owner: what, key: shorten(key), nearest: nearestHint(key, known), known: known.join(', ') },
    span,
  );
}

/** The alternative that a node means: by what kind of node it is, and by the leading key of a mapping. */
export function alternativeOf(node: Node, alternatives: readonly Shape[]): Shape | undefined {
  const fitting = alternatives.map(resolved).filter((shape) => accepts(shape, node));
  if (node.kind !== 'map') return fitting[0];
  return (
    fitting.find(
      (shape) =>
        shape.kind === 'object' && shape.lead !== undefined && node.entries.has(shape.lead),
    ) ??
    fitting.find(
      (shape) =>
        shape.kind !== 'object' ||
        (shape.lead === undefined &&
          // Among mappings with leading keys, one without is meant only by its own keys.
          (fitting.length === 1 ||
            [...node.entries.keys()].every((key) => Object.hasOwn(shape.keys, key)))),
    )
  );
}

function checkOneOf(node: Node, shape: Extract<Shape, { kind: 'oneOf' }>, report: Report): void {
  const chosen = alternativeOf(node, shape.of);
  if (chosen !== undefined) {
    checkShape(node, chosen, report);
    return;
  }
  const leads = shape.of
    .map(resolved)
    .flatMap((other) => (other.kind === 'oneOf' ? other.of.map(resolved) : [other]))
    .flatMap((other) => (other.kind === 'object' && other.lead !== undefined ? [other.lead] : []));
  const first = node.kind === 'map' ? [...node.entries.values()] : [];
  const misspelt = first.find(({ key }) => nearestHint(key, leads) !== '') ?? first[0];
  if (misspelt === undefined || leads.length === 0) wrong(node, shape, report);
  else
    report.add(
      'unknown-key',
      {
        owner: shape.what,
        key: shorten(misspelt.key),
        nearest: nearestHint(misspelt.key, leads),
        known: leads.join(', '),
      },
      misspelt.keySpan,
    );
}

function resolved(shape: Shape): Shape {
  return shape.kind === 'named' ? resolved(SHAPES[shape.name]) : shape;
}

function accepts(shape: Shape, node: Node): boolean {
  switch (shape.kind) {
    case 'oneOf':
      return alternativeOf(node, shape.of) !== undefined;
    case 'object':
    case 'map':
    case 'localized':
      return node.kind === 'map';
    case 'list':
      return node.kind === 'list';
    case 'named':
      return accepts(resolved(shape), node);
    default:
      return node.kind === 'scalar';
  }
}

function checkLocalized(node: Node, report: Report): void {
  if (node.kind !== 'map') {
    wrong(node, { kind: 'localized' }, report);
    return;
  }
  for (const { key, keySpan, value } of node.entries.values()) {
    if (key !== 'zh' && key !== 'en')
      report.add(
        'unknown-key',
        { owner: '{ zh, en }', key: shorten(key), nearest: '', known: 'zh, en' },
        keySpan,
      );
    else if (value.kind !== 'scalar' || typeof value.value !== 'string' || value.value === '')
      report.add('wrong-shape', { expected: 'text', actual: describeNode(value) }, value.span);
  }
  for (const key of ['zh', 'en']) {
    if (!node.entries.has(key))
      report.add('missing-key', { owner: '{ zh, en }', key }, startOf(node));
  }
}

type ScalarShape = Extract<
  Shape,
  { kind: 'text' | 'integer' | 'boolean' | 'choice' | 'day' | 'dateOrMonth' | 'scalar' }
>;

function checkScalar(node: Node, shape: ScalarShape, report: Report): void {
  if (node.kind !== 'scalar' || node.value === null) {
    wrong(node, shape, report);
    return;
  }
  const { value } = node;
  switch (shape.kind) {
    case 'scalar':
      return;
    case 'boolean':
      if (typeof value !== 'boolean') wrong(node, shape, report);
      return;
    case 'integer':
      if (!Number.isSafeInteger(value)) wrong(node, shape, report);
      else if (shape.min !== undefined && (value as number) < shape.min)
        bad(node.text, shape, node.span, report);
      return;
    case 'text':
      if (typeof value !== 'string' || value === '') wrong(node, shape, report);
      else if (shape.pattern?.test(value.normalize('NFC')) === false)
        bad(value, shape, node.span, report);
      return;
    case 'choice':
      if (typeof value !== 'string') wrong(node, shape, report);
      else if (!shape.of.includes(value))
        bad(value, shape, node.span, report, nearestHint(value, shape.of));
      return;
    case 'day':
    case 'dateOrMonth':
      if (typeof value !== 'string') wrong(node, shape, report);
      else if (!isDate(value, shape.kind)) bad(value, shape, node.span, report);
  }
}

function isDate(text: string, precision: 'day' | 'dateOrMonth'): boolean {
  const date = parseDate(text);
  return (
    date !== undefined &&
    (typeof date === 'number' || (precision === 'dateOrMonth' && text.length === 7))
  );
}

function wrong(node: Node, shape: Shape, report: Report): void {
  report.add(
    'wrong-shape',
    { expected: nameOfShape(shape), actual: describeNode(node) },
    startOf(node),
  );
}

function bad(value: string, shape: Shape, span: Span, report: Report, nearest = ''): void {
  report.add('bad-value', { value: shorten(value), expected: nameOfShape(shape) + nearest }, span);
}

/** A mapping or list is pointed to by its beginning: the whole of it would underline half a file. */
export function startOf(node: Node): Span {
  const { span } = node;
  if (node.kind === 'scalar') return span;
  const first = node.kind === 'map' ? [...node.entries.values()][0]?.keySpan : node.items[0]?.span;
  return first === undefined ? span : { source: span.source, start: span.start, end: first.end };
}
