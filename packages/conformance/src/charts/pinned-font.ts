import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as fontkit from 'fontkit';
import { decompress } from 'wawoff2';

/** One character, drawn: how far it takes the text on, and its outline, for type of size 1. */
interface Glyph {
  readonly advance: number;
  readonly outline: fontkit.Path;
}

/** Noto Sans SC as its package holds it, in parts by ranges of characters. The same on every machine. */
export interface PinnedFont {
  /** Undefined where the font has no such character. */
  glyphOf(character: string, weight: number): Glyph | undefined;
}

interface Part {
  readonly ranges: readonly (readonly [number, number])[];
  readonly file: string;
}

/** Loads the parts that some texts need. */
export async function loadPinnedFont(texts: Iterable<string>): Promise<PinnedFont> {
  const folder = dirname(
    createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-sc/package.json'),
  );
  const parts = readParts(folder);
  const partOf = (character: string): Part | undefined => {
    const code = character.codePointAt(0) ?? 0;
    return parts.find(({ ranges }) => ranges.some(([from, to]) => from <= code && code <= to));
  };
  const fonts = new Map<Part, fontkit.Font>();
  for (const character of new Set([...texts].join(''))) {
    const part = partOf(character);
    if (part === undefined || fonts.has(part)) continue;
    const font = fontkit.create(Buffer.from(await decompress(readFileSync(part.file))));
    if (!('getVariation' in font)) throw new Error(`${part.file} holds several fonts`);
    fonts.set(part, font);
  }
  const variations = new Map<string, fontkit.Font>();
  const glyphs = new Map<string, Glyph | undefined>();
  return {
    glyphOf: (character, weight) => {
      const key = `${weight}${character}`;
      if (glyphs.has(key)) return glyphs.get(key);
      const part = partOf(character);
      const font = part === undefined ? undefined : fonts.get(part);
      const code = character.codePointAt(0) ?? 0;
      if (part === undefined || font?.hasGlyphForCodePoint(code) !== true) {
        glyphs.set(key, undefined);
        return undefined;
      }
      const name = `${weight}${part.file}`;
      const varied = variations.get(name) ?? font.getVariation({ wght: weight });
      variations.set(name, varied);
      const { advanceWidth, path } = varied.glyphForCodePoint(code);
      const scale = 1 / varied.unitsPerEm;
      const glyph = { advance: advanceWidth * scale, outline: path.scale(scale, -scale) };
      glyphs.set(key, glyph);
      return glyph;
    },
  };
}

function readParts(folder: string): readonly Part[] {
  const ranges = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Record<
    string,
    string
  >;
  return Object.entries(ranges).map(([name, list]) => ({
    file: join(folder, `files/noto-sans-sc-${name.replace(/[[\]]/g, '')}-wght-normal.woff2`),
    ranges: list.split(',').map((range) => {
      const [from = '0', to = from] = range.replace('U+', '').split('-');
      return [parseInt(from, 16), parseInt(to, 16)] as const;
    }),
  }));
}
