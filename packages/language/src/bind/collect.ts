import { said } from '@qingdan/core';
import { ownerParams, wordText } from '../documents/words.js';
import { checkMissing } from '../documents/check-shape.js';
import { type DocumentKind, DOCUMENTS } from '../documents/documents.js';
import { get, integerOf } from '../read/node.js';
import type { DocumentText } from '../read/read-pack.js';
import type { Report } from '../report.js';
import type { OrderedPacks } from './order-packs.js';

/** All that the declaring pack says under one id: several documents where there are revisions. */
export interface Declaration {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly pack: string;
  readonly documents: DocumentText[];
}

/** What another pack adds to a declaration that it inherits. */
export interface Overlay {
  readonly pack: string;
  readonly document: DocumentText;
}

export interface Collected {
  readonly declarations: ReadonlyMap<DocumentKind, ReadonlyMap<string, Declaration>>;
  readonly overlays: readonly Overlay[];
}

const REVISED: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'Table',
  'Definition',
  'Condition',
  'Power',
  'Responsibility',
  'Prohibition',
  'Procedure',
]);

/** Their ids stand in reports, and so say whose they are. */
const LISTED: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'Power',
  'Responsibility',
  'Prohibition',
  'Procedure',
]);

/** Tells declarations, their revisions and overlays apart; each has to come from a pack that may say it. */
export function collect({ packs, visible }: OrderedPacks, report: Report): Collected {
  const declarations = new Map<DocumentKind, Map<string, Declaration>>();
  const overlays: Overlay[] = [];
  for (const { manifest, documents } of packs) {
    const pack = manifest.name;
    const overlaid = new Map<string, DocumentText>();
    for (const document of documents) {
      const { kind, id } = document;
      const ofKind = declarations.get(kind) ?? new Map<string, Declaration>();
      declarations.set(kind, ofKind);
      const known = ofKind.get(id);
      if (known === undefined) {
        if (LISTED.has(kind)) checkPrefix(document, pack, report);
        checkDeclaration(document, report);
        ofKind.set(id, { kind, id, pack, documents: [document] });
      } else if (known.pack === pack) {
        checkDeclaration(document, report);
        addRevision(known, document, report);
      } else if (visible.get(pack)?.has(known.pack) === true && hasOverlay(kind)) {
        const key = JSON.stringify([kind, id]);
        const other = overlaid.get(key);
        if (other !== undefined) reportDuplicate(document, other, report);
        overlaid.set(key, document);
        checkOverlay(document, report);
        overlays.push({ pack, document });
      } else reportDuplicate(document, known.documents[0] as DocumentText, report);
    }
  }
  return { declarations, overlays };
}

export function revisionOf(document: DocumentText): number {
  return integerOf(get(document.node, 'revision')) ?? 1;
}

function addRevision(known: Declaration, document: DocumentText, report: Report): void {
  const same = REVISED.has(known.kind)
    ? known.documents.find((other) => revisionOf(other) === revisionOf(document))
    : known.documents[0];
  if (same === undefined) known.documents.push(document);
  else reportDuplicate(document, same, report);
}

function hasOverlay(kind: DocumentKind): boolean {
  return DOCUMENTS[kind].overlay !== undefined;
}

function checkPrefix({ id, span }: DocumentText, pack: string, report: Report): void {
  if (!id.startsWith(`${pack}.`)) report.add('foreign-id', { id, prefix: `${pack}.` }, span);
}

function checkDeclaration({ kind, node }: DocumentText, report: Report): void {
  const { declaration, overlay } = DOCUMENTS[kind];
  if (overlay === undefined) return;
  checkMissing(node, declaration, report);
  for (const key of Object.keys(overlay.keys)) {
    const entry = node.entries.get(key);
    if (entry !== undefined && !Object.hasOwn(declaration.keys, key)) {
      const known = Object.keys(declaration.keys).join(', ');
      report.add('unknown-key', { ...ownerParams(kind), key, nearest: '', known }, entry.keySpan);
    }
  }
}

function checkOverlay({ kind, id, node }: DocumentText, report: Report): void {
  const { overlay } = DOCUMENTS[kind];
  if (overlay === undefined) return;
  checkMissing(node, overlay, report);
  const known = Object.keys(overlay.keys).filter((key) => key !== 'kind' && key !== 'id');
  for (const { key, keySpan } of node.entries.values()) {
    // What neither has was reported when it was read.
    const declared = Object.hasOwn(DOCUMENTS[kind].declaration.keys, key);
    if (declared && !Object.hasOwn(overlay.keys, key))
      report.add('overlay-key', { id, key, known: known.join(', ') }, keySpan);
  }
}

function reportDuplicate(
  { kind, id, span }: DocumentText,
  other: DocumentText,
  report: Report,
): void {
  report.add('duplicate-id', { ...said('kind', wordText(kind)), id }, span, [other.span]);
}
