import { said, type Span } from '@qingdan/core';
import { wordText } from '../documents/words.js';
import valid from 'semver/functions/valid.js';
import validRange from 'semver/ranges/valid.js';
import { checkShape } from '../documents/check-shape.js';
import { manifest as shape } from '../documents/manifest.js';
import type { Extension, Manifest, ManifestWaiver } from '../library.js';
import type { Report } from '../report.js';
import { entriesOf, get, itemsOf, type Node, shorten, textOf, textsOf } from './node.js';
import { dayOf, intervalOf, localizedOf, subjectsOf } from './read-values.js';

/** A pack's manifest; what is wrong in it is reported and left out. */
export function readManifest(node: Node, folder: string, report: Report): Manifest {
  checkShape(node, shape, report);
  return {
    name: textOf(get(node, 'name')) ?? folder,
    version: versionOf(get(node, 'version'), report),
    title: localizedOf(get(node, 'title')) ?? { zh: folder, en: folder },
    jurisdiction: textOf(get(node, 'jurisdiction')) ?? 'CN',
    subjects: subjectsOf(get(node, 'subjects')) ?? [],
    coversFrom: dayOf(get(get(node, 'covers'), 'from')),
    extends: itemsOf(get(node, 'extends')).flatMap((item) => extensionOf(item, report)),
    terms: new Map(
      entriesOf(get(node, 'terms')).flatMap(({ key, value }) => {
        const word = textOf(value);
        return word === undefined ? [] : [[key, word] as const];
      }),
    ),
    waivers: itemsOf(get(node, 'waivers')).flatMap(waiverOf),
    span: node.span,
  };
}

/** What stands in where a pack has no readable manifest. */
export function emptyManifest(folder: string, span: Span): Manifest {
  return {
    name: folder,
    version: '0.0.0',
    title: { zh: folder, en: folder },
    jurisdiction: 'CN',
    subjects: [],
    coversFrom: undefined,
    extends: [],
    terms: new Map(),
    waivers: [],
    span,
  };
}

function versionOf(node: Node | undefined, report: Report): string {
  const text = textOf(node);
  if (node === undefined || text === undefined) return '0.0.0';
  if (valid(text) !== null) return text;
  report.add(
    'bad-value',
    { value: shorten(text), ...said('expected', wordText('version, such as 1.0.0')) },
    node.span,
  );
  return '0.0.0';
}

function extensionOf(node: Node, report: Report): Extension[] {
  const pack = textOf(get(node, 'pack'));
  const range = get(node, 'version');
  const version = textOf(range);
  if (pack === undefined || range === undefined || version === undefined) return [];
  if (validRange(version) === null) {
    report.add(
      'bad-value',
      { value: shorten(version), ...said('expected', wordText('range of versions, such as ^1.0')) },
      range.span,
    );
    return [];
  }
  const use = get(node, 'use');
  return [
    {
      pack,
      version,
      span: get(node, 'pack')?.span ?? node.span,
      ...(use === undefined ? {} : { use: textsOf(use).map(({ text }) => text) }),
    },
  ];
}

function waiverOf(node: Node): ManifestWaiver[] {
  const item = textOf(get(node, 'item'));
  const parameter = textOf(get(node, 'parameter'));
  const document = textOf(get(node, 'document'));
  const jurisdiction = textOf(get(get(node, 'approver'), 'jurisdiction'));
  const name = textOf(get(get(node, 'approver'), 'name'));
  const reason = localizedOf(get(node, 'reason'));
  if (document === undefined || jurisdiction === undefined || name === undefined) return [];
  if (reason === undefined || (item === undefined) === (parameter === undefined)) return [];
  return [
    {
      ...(item === undefined ? {} : { item }),
      ...(parameter === undefined ? {} : { parameter }),
      document,
      approver: { jurisdiction, name },
      reason,
      interval: intervalOf(node),
      span: node.span,
    },
  ];
}
