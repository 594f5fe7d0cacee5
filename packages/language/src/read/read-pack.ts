import {
  diagnostic,
  fullWidth,
  fullWidthColon,
  nearestHint,
  nearestName,
  said,
  SourceText,
  type Span,
} from '@qingdan/core';
import { ownerParams } from '../documents/words.js';
import { checkObject, meantKeys } from '../documents/check-shape.js';
import { DOCUMENT_KINDS, type DocumentKind, DOCUMENTS } from '../documents/documents.js';
import { ID } from '../documents/common.js';
import type { ObjectShape } from '../documents/shape.js';
import type { Checked, Manifest } from '../library.js';
import { Report } from '../report.js';
import { describeNode, get, type MapNode, type Node, shorten, textOf } from './node.js';
import { parseYaml } from './parse-yaml.js';
import { emptyManifest, readManifest } from './read-manifest.js';

/** A file of a pack, as its loader found it. */
export interface PackFile {
  readonly file: string;
  readonly text: string;
}

/** A pack as it was written: its documents with their places, names not yet bound. */
export interface PackText {
  readonly manifest: Manifest;
  readonly digest: string;
  readonly documents: readonly DocumentText[];
  /** False where some of it could not be read, so that what it lacks may only be unread. */
  readonly whole: boolean;
}

export interface DocumentText {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly node: MapNode;
  /** Of its id. */
  readonly span: Span;
}

/**
 * Reads the files of one pack: every `*.yaml`, except the lock file and what lies in the `tests` folder beside the
 * manifest. What can't be read is reported and left out. The digest is the caller's.
 */
export function readPack(files: readonly PackFile[], digest = ''): Checked<PackText> {
  const report = new Report();
  const root = rootOf(files);
  let whole = true;
  let manifest: Manifest | undefined;
  const documents: DocumentText[] = [];
  for (const { file, text } of [...files].sort((a, b) => (a.file < b.file ? -1 : 1))) {
    const path = file.slice(root.length);
    const isManifest = path === 'qingdan.yaml';
    if (!isManifest && !isPolicyFile(path)) continue;
    const source = new SourceText(file, text);
    const parsed = parseYaml(source);
    report.addAll(parsed.diagnostics);
    whole &&= parsed.whole;
    if (isManifest) {
      manifest = manifestOf(parsed.value, source, folderOf(root), parsed.whole, report);
      continue;
    }
    // What only has comments is still to be written, as an overlay with its figures left out is.
    if (text.trim() === '' && parsed.diagnostics.length === 0)
      report.add('empty-file', {}, { source, start: 0, end: 0 });
    const read = parsed.value.flatMap((node) => documentOf(node, report) ?? []);
    whole &&= read.length === parsed.value.length;
    documents.push(...read);
  }
  if (manifest === undefined) {
    const folder = folderOf(root);
    report.addAll([
      diagnostic('no-manifest', { folder: folder === '' ? '.' : folder }, undefined, {
        file: root,
      }),
    ]);
    const source = new SourceText(`${root}qingdan.yaml`, '');
    manifest = emptyManifest(folder, { source, start: 0, end: 0 });
  }
  return { value: { manifest, digest, documents, whole }, diagnostics: report.diagnostics };
}

/** The folder of the topmost manifest, or what all files share. */
function rootOf(files: readonly PackFile[]): string {
  const roots = files
    .filter(({ file }) => /(^|[/\\])qingdan\.yaml$/.test(file))
    .map(({ file }) => file.slice(0, -'qingdan.yaml'.length))
    .sort((a, b) => a.length - b.length);
  if (roots[0] !== undefined) return roots[0];
  const folders = files.map(({ file }) => file.replace(/[^/\\]*$/, ''));
  return folders.reduce((shared, folder) => {
    while (!folder.startsWith(shared)) shared = shared.replace(/[^/\\]*[/\\]?$/, '');
    return shared;
  }, folders[0] ?? '');
}

function folderOf(root: string): string {
  return /([^/\\]*)[/\\]*$/.exec(root)?.[1] ?? '';
}

function isPolicyFile(path: string): boolean {
  return path.endsWith('.yaml') && path !== 'qingdan.lock.yaml' && !/^tests[/\\]/.test(path);
}

function manifestOf(
  nodes: readonly Node[],
  source: SourceText,
  folder: string,
  isWhole: boolean,
  report: Report,
): Manifest {
  const [first, second] = nodes;
  if (second !== undefined)
    report.add(
      'wrong-shape',
      {
        ...said('expected', { zh: '一个文档', en: 'one document' }),
        ...said('actual', { zh: '多个', en: 'several' }),
      },
      second.span,
    );
  if (first !== undefined) return readManifest(first, folder, report);
  const span = { source, start: 0, end: 0 };
  // What is wrong with one that can't be read was told.
  if (isWhole) report.add('missing-key', { owner: 'qingdan.yaml', key: 'name' }, span);
  return emptyManifest(folder, span);
}

function documentOf(node: Node, report: Report): DocumentText | undefined {
  if (node.kind !== 'map') {
    const mark = node.kind === 'scalar' ? fullWidthColon(node.text) : undefined;
    if (mark !== undefined) report.addAll([fullWidth(mark, node.span)]);
    else
      report.add(
        'wrong-shape',
        {
          ...said('expected', { zh: '带有 `kind` 的文档', en: 'a document with `kind`' }),
          ...said('actual', describeNode(node)),
        },
        node.span,
      );
    return undefined;
  }
  const kindNode = get(node, 'kind');
  const kind = textOf(kindNode);
  if (kindNode === undefined || kind === undefined) {
    const first = [...node.entries.values()][0];
    const misspelt = [...node.entries.values()].find(({ key }) => nearestName(key, ['kind']));
    if (kindNode === undefined && misspelt !== undefined) {
      const { key, keySpan } = misspelt;
      const nearest = nearestHint(key, ['kind']);
      const params = { key: shorten(key), nearest, known: 'kind' };
      report.add('unknown-key', { ...ownerParams('document'), ...params }, keySpan);
      return undefined;
    }
    report.add(
      'missing-key',
      { ...ownerParams('document'), key: 'kind' },
      first?.keySpan ?? node.span,
    );
    return undefined;
  }
  const known = DOCUMENT_KINDS.find((name) => name === kind);
  if (known === undefined) {
    const nearest = nearestHint(kind, DOCUMENT_KINDS);
    report.add(
      'unknown-kind',
      { kind: shorten(kind), nearest, known: DOCUMENT_KINDS.join(', ') },
      kindNode.span,
    );
    return undefined;
  }
  checkDocument(node, known, report);
  const idNode = get(node, 'id');
  const id = textOf(idNode);
  return idNode === undefined || id === undefined || !ID.test(id)
    ? undefined
    : { kind: known, id, node, span: idNode.span };
}

/** Whether a document declares or overlays is known only beside the other packs; what lacks is reported then. */
function checkDocument(node: MapNode, kind: DocumentKind, report: Report): void {
  const { declaration, overlay } = DOCUMENTS[kind];
  if (overlay === undefined) {
    checkObject(node, declaration, report);
    return;
  }
  const either: ObjectShape = { ...declaration, keys: { ...overlay.keys, ...declaration.keys } };
  checkObject(node, either, report, true);
  if (!node.entries.has('id') && !meantKeys(node, Object.keys(either.keys)).has('id'))
    report.add(
      'missing-key',
      { ...ownerParams(kind), key: 'id' },
      node.entries.get('kind')?.keySpan ?? node.span,
    );
}
