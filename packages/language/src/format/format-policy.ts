import { SourceText } from '@qingdan/core';
import type { Checked } from '../library.js';
import { parseYaml } from '../read/parse-yaml.js';
import { modelineFor, withoutModeline } from './modeline.js';
import { orderKeys } from './order-keys.js';
import { parseDocuments, renderDocuments } from './render-documents.js';

/** Rewriting settles after one or two rounds; comments in odd places may take one more. */
const MOST_ROUNDS = 6;

/**
 * A policy file, manifest or test file in the one layout: keys in the order of the guide, lines of up to 120 characters
 * where the text allows, comments kept, `{ … }` and blocks as their author chose. Its meaning stays the same. Text that
 * is no sound YAML is returned as it is, with what is wrong.
 *
 * @param file its path below the folder that holds `schemas/`; with it, the file begins with its modeline.
 */
export function formatPolicy(text: string, file?: string): Checked<string> {
  const { value: nodes, diagnostics } = parseYaml(new SourceText(file ?? 'policy.yaml', text));
  if (diagnostics.length > 0 || nodes.length === 0) return { value: text, diagnostics };
  const modeline = file === undefined ? undefined : modelineFor(file);
  const body = modeline === undefined ? text : withoutModeline(text);
  const value = settle(body);
  if (!sameMeaning(body, value)) return { value: text, diagnostics };
  return { value: modeline === undefined ? value : `${modeline}\n${value}`, diagnostics };
}

function settle(text: string): string {
  let before = text.replace(/\r\n?/g, '\n');
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const documents = parseDocuments(before);
    documents.forEach(orderKeys);
    const after = renderDocuments(documents);
    if (after === before) return after;
    before = after;
  }
  return before;
}

/** A guard against faults of ours: better an unformatted file than another one. */
function sameMeaning(before: string, after: string): boolean {
  return canonical(before) === canonical(after);
}

function canonical(text: string): string {
  return JSON.stringify(
    parseDocuments(text).map((document) => document.toJS() as unknown),
    (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
        : value,
  );
}
