import {
  fullWidth,
  fullWidthColon,
  nearestHint,
  nearestName,
  said,
  type Span,
} from '@qingdan/core';
import { describeNode, type MapNode, type Node, shorten, startOf } from '../read/node.js';
import type { Report } from '../report.js';
import { alternativeOf, leadsOf } from './alternative.js';
import { checkScalar } from './check-scalar.js';
import { SHAPES } from './documents.js';
import { reportShape } from './report-shape.js';
import type { ObjectShape, Shape } from './shape.js';
import { ownerParams, wordText } from './words.js';

/** Reports what stands at a place and may not, and what lacks there. */
export function checkShape(node: Node, shape: Shape, report: Report): void {
  switch (shape.kind) {
    case 'named':
      checkShape(node, SHAPES[shape.name], report);
      return;
    case 'list':
      if (node.kind !== 'list') reportShape(node, shape, report);
      else for (const item of node.items) checkShape(item, shape.of, report);
      return;
    case 'map':
      if (node.kind !== 'map') reportShape(node, shape, report);
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

export function checkObject(
  node: Node,
  shape: ObjectShape,
  report: Report,
  skipMissing = false,
): void {
  if (node.kind !== 'map') {
    reportShape(node, shape, report);
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
  const meant = meantKeys(node, Object.keys(shape.keys));
  for (const [key, { required }] of Object.entries(shape.keys)) {
    if (required && !node.entries.has(key) && !meant.has(key))
      report.add('missing-key', { ...ownerParams(shape.what), key }, at);
  }
  for (const group of shape.oneOfKeys ?? []) {
    const there = group.filter((key) => node.entries.has(key));
    if (there.length === 0 && !group.some((key) => meant.has(key)))
      report.add('missing-key', { ...ownerParams(shape.what), key: group.join(' | ') }, at);
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

/** The keys that misspelt ones probably mean: of them it is enough to say how they are spelt. */
export function meantKeys(node: MapNode, known: readonly string[]): ReadonlySet<string> {
  const meant = new Set<string>();
  for (const key of node.entries.keys()) {
    if (known.includes(key)) continue;
    const nearest = nearestName(beforeFullWidth(key), known);
    if (nearest !== undefined) meant.add(nearest);
  }
  return meant;
}

function beforeFullWidth(key: string): string {
  return fullWidthColon(key) === undefined ? key : (key.split('：')[0] as string).trim();
}

function reportUnknownKey(
  { what }: Pick<ObjectShape, 'what'>,
  key: string,
  span: Span,
  known: readonly string[],
  report: Report,
): void {
  const mark = fullWidthColon(key);
  if (mark !== undefined) {
    report.addAll([fullWidth(mark, span)]);
    return;
  }
  report.add(
    'unknown-key',
    {
      ...ownerParams(what),
      key: shorten(key),
      nearest: nearestHint(key, known),
      known: known.join(', '),
    },
    span,
  );
}

function checkOneOf(node: Node, shape: Extract<Shape, { kind: 'oneOf' }>, report: Report): void {
  const chosen = alternativeOf(node, shape.of);
  if (chosen !== undefined) {
    checkShape(node, chosen, report);
    return;
  }
  const leads = leadsOf(shape);
  const first = node.kind === 'map' ? [...node.entries.values()] : [];
  const misspelt = first.find(({ key }) => nearestHint(key, leads) !== '') ?? first[0];
  if (misspelt === undefined || leads.length === 0) reportShape(node, shape, report);
  else
    report.add(
      'unknown-key',
      {
        ...ownerParams(shape.what),
        key: shorten(misspelt.key),
        nearest: nearestHint(misspelt.key, leads),
        known: leads.join(', '),
      },
      misspelt.keySpan,
    );
}

function checkLocalized(node: Node, report: Report): void {
  if (node.kind !== 'map') {
    reportShape(node, { kind: 'localized' }, report);
    return;
  }
  for (const { key, keySpan, value } of node.entries.values()) {
    if (key !== 'zh' && key !== 'en')
      reportUnknownKey({ what: '{ zh, en }' }, key, keySpan, ['zh', 'en'], report);
    else if (value.kind !== 'scalar' || typeof value.value !== 'string' || value.value === '')
      report.add(
        'wrong-shape',
        { ...said('expected', wordText('text')), ...said('actual', describeNode(value)) },
        value.span,
      );
  }
  const meant = meantKeys(node, ['zh', 'en']);
  for (const key of ['zh', 'en']) {
    if (!node.entries.has(key) && !meant.has(key))
      report.add('missing-key', { owner: '{ zh, en }', key }, startOf(node));
  }
}
