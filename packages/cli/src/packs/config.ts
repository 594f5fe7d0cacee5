import { dirname, join, relative, resolve } from 'node:path';
import {
  type Diagnostic,
  diagnostic,
  type Language,
  nearestHint,
  parseDate,
  said,
  shapeText,
} from '@qingdan/core';
import { decodeUtf8, parseYaml, type YamlDocument } from '@qingdan/input';
import { MIB, readWithin } from '../input/system.js';
import { isReadable } from './pack-paths.js';

const FILE = 'qingdan.config.yaml';
const KEYS = ['packs', 'lang', 'clock'];

/** What the nearest `qingdan.config.yaml` says. */
export interface Config {
  /** Where it lies, and the lock file beside it; the working directory if there is none. */
  readonly folder: string;
  /** Pack folders, from the working directory. */
  readonly packs?: readonly string[];
  readonly lang?: Language;
  readonly clock?: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the nearest `qingdan.config.yaml` upwards from a folder. */
export async function findConfig(from = '.'): Promise<Config> {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const path = join(folder, FILE);
    if (await isReadable(path)) return readConfigFile(relative('.', path), relative('.', folder));
    if (dirname(folder) === folder) return { folder: '.', diagnostics: [] };
  }
}

async function readConfigFile(file: string, folder: string): Promise<Config> {
  const bytes = await readWithin(file, MIB);
  return bytes instanceof Uint8Array
    ? readConfig(bytes, file, folder)
    : { folder, diagnostics: [bytes] };
}

function readConfig(bytes: Uint8Array, file: string, folder: string): Config {
  const text = decodeUtf8(bytes);
  if (text === undefined) {
    return { folder, diagnostics: [diagnostic('not-utf8', {}, undefined, { file })] };
  }
  const { documents, diagnostics } = parseYaml(text, file);
  const [document] = documents;
  if (document === undefined) return { folder, diagnostics };
  const faults: Diagnostic[] = [...diagnostics];
  const found = readKeys(document, folder, faults);
  return { ...found, folder, diagnostics: faults };
}

function readKeys(
  document: YamlDocument,
  folder: string,
  faults: Diagnostic[],
): Omit<Config, 'diagnostics' | 'folder'> {
  const { value } = document;
  const report = (
    name: Diagnostic['name'],
    params: Readonly<Record<string, string>>,
    path: string[],
  ) => {
    faults.push(diagnostic(name, params, document.spanOf(path, name === 'unknown-key')));
  };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    report(
      'wrong-shape',
      { expected: '{ packs, lang, clock }', ...said('actual', shapeText(value)) },
      [],
    );
    return {};
  }
  for (const key of Object.keys(value)) {
    if (KEYS.includes(key)) continue;
    const params = { owner: FILE, key, nearest: nearestHint(key, KEYS), known: KEYS.join(', ') };
    report('unknown-key', params, [key]);
  }
  const { packs, lang, clock } = value as Readonly<Record<string, unknown>>;
  const found: { packs?: readonly string[]; lang?: Language; clock?: string } = {};
  if (packs !== undefined) {
    if (Array.isArray(packs) && packs.every((each): each is string => typeof each === 'string')) {
      found.packs = packs.map((path) => (resolve(path) === path ? path : join(folder, path)));
    } else
      report('wrong-shape', { expected: '[ … ]', ...said('actual', shapeText(packs)) }, ['packs']);
  }
  if (lang === 'zh' || lang === 'en') found.lang = lang;
  else if (lang !== undefined) {
    report('bad-value', { value: JSON.stringify(lang), expected: 'zh, en' }, ['lang']);
  }
  if (typeof clock === 'string' && typeof parseDate(clock) === 'number') found.clock = clock;
  else if (clock !== undefined) {
    report('bad-value', { value: JSON.stringify(clock), expected: '2026-01-31' }, ['clock']);
  }
  return found;
}
