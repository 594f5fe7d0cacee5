import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type Diagnostic, diagnostic, hasErrors, said, type Text } from '@qingdan/core';
import type { Library } from '@qingdan/language';
import { PackError } from '../load/pack-error.js';
import { Packs } from '../packs.js';
import { decode, encode } from './codec.js';

const BUNDLE_SCHEMA = 'qingdan.bundle/1';

/** Larger texts are refused. */
const SIZE_LIMIT = 64 * 1024 * 1024;

interface BundleJson {
  readonly schema: typeof BUNDLE_SCHEMA;
  /** Of `library`, as JSON without spaces. */
  readonly digest: string;
  readonly packs: readonly { name: string; version: string; digest: string }[];
  readonly library: unknown;
}

/** What stands under `library`: the packs are judged once, when their bundle is written. */
interface Content {
  readonly library: Library;
  readonly findings: readonly Diagnostic[];
}

/**
 * Packs as one text, names bound: what `readBundle` starts from, in Node or a browser, without YAML. The same packs give
 * the same bytes.
 */
export function writeBundle(packs: Packs): string {
  const content: Content = { library: packs.library, findings: packs.check() };
  const library = encode(content);
  const head: Omit<BundleJson, 'library'> = {
    schema: BUNDLE_SCHEMA,
    digest: `sha256:${sha256Of(library)}`,
    packs: packs.info.map(({ name, version, digest }) => ({ name, version, digest })),
  };
  return `${JSON.stringify(head).slice(0, -1)}${LIBRARY}${library}}\n`;
}

/**
 * Reads a bundle. What isn't one, or isn't whole, is reported, and no packs come of it. `hash` gives the SHA-256 of a
 * text in hexadecimal, where there is a faster one than that of the SDK.
 */
export function readBundle(
  text: string,
  file?: string,
  hash: (text: string) => string = sha256Of,
): { readonly packs?: Packs; readonly diagnostics: readonly Diagnostic[] } {
  const refuse = (reason: Text): { diagnostics: readonly Diagnostic[] } => ({
    diagnostics: [
      diagnostic('bad-bundle', said('reason', reason), undefined, {
        ...(file === undefined ? {} : { file }),
      }),
    ],
  });
  if (text.length > SIZE_LIMIT) return refuse(REASONS.tooLarge);
  const bundle = takeApart(text);
  if (bundle === undefined) return refuse(REASONS.notBundle);
  if (`sha256:${hash(bundle.library)}` !== bundle.digest) return refuse(REASONS.changed);
  try {
    const { library, findings } = decode(bundle.library) as Content;
    return { packs: new Packs(library, findings), diagnostics: [] };
  } catch {
    return refuse(REASONS.notBundle);
  }
}

/**
 * The packs of a bundle.
 *
 * @throws PackError where it is none, or was changed
 * @example
 * const packs = packsFromBundle(await (await fetch('/village.bundle.json')).text());
 */
export function packsFromBundle(text: string): Packs {
  const { packs, diagnostics } = readBundle(text);
  if (packs === undefined || hasErrors(diagnostics)) throw new PackError(diagnostics);
  return packs;
}

/** Whether a text begins as a bundle does. */
export function looksLikeBundle(text: string): boolean {
  return text.startsWith(`{"schema":"${BUNDLE_SCHEMA}"`);
}

/** The digest that a bundle claims, and the text it is of, as it stands there: parsing it twice would cost a start. */
function takeApart(text: string): { digest: string; library: string } | undefined {
  const at = text.indexOf(LIBRARY);
  if (!looksLikeBundle(text) || at === -1) return undefined;
  try {
    const { digest } = JSON.parse(`${text.slice(0, at)}}`) as Partial<BundleJson>;
    const library = text
      .slice(at + LIBRARY.length)
      .trimEnd()
      .slice(0, -1);
    return typeof digest === 'string' ? { digest, library } : undefined;
  } catch {
    return undefined;
  }
}

const LIBRARY = ',"library":';

function sha256Of(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

const REASONS = {
  tooLarge: { zh: '超过 64 MiB', en: 'it is larger than 64 MiB' },
  notBundle: { zh: '内容不是规则集文件', en: 'it does not hold a bundle' },
  changed: {
    zh: '内容与其摘要不符，生成后被改动或者截断',
    en: 'its content does not match its digest: it was changed or cut off after it was built',
  },
} as const satisfies Record<string, Text>;
