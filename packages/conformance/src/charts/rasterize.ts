import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { JSDOM } from 'jsdom';
import { loadPinnedFont, type PinnedFont } from './pinned-font.js';

const REGULAR = 400;
const BOLD = 700;

/** What is painted: four bytes a pixel, red, green, blue and how much covers. */
export interface Painted {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/**
 * A chart as pixels: the same on every machine, since texts become outlines of a pinned font and what paints them is
 * WebAssembly.
 */
export async function rasterize(svg: string, scale: number): Promise<Painted> {
  await start();
  const outlined = await outlineTexts(svg);
  const { pixels, width, height } = new Resvg(outlined, {
    fitTo: { mode: 'zoom', value: scale },
  }).render();
  return { pixels, width, height };
}

let started: Promise<void> | undefined;

/** WebAssembly can be started once in a process. */
function start(): Promise<void> {
  started ??= readFile(
    createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm'),
  ).then((module) => initWasm(module));
  return started;
}

/** The drawing with each text as the outlines of its characters. */
async function outlineTexts(svg: string): Promise<string> {
  const { window } = new JSDOM(svg, { contentType: 'image/svg+xml' });
  const { document } = window;
  const texts = [...document.querySelectorAll('text')];
  const font = await loadPinnedFont(texts.map(({ textContent }) => textContent));
  for (const text of texts) {
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', outlineOf(text, font));
    path.setAttribute('fill', text.getAttribute('fill') ?? '#000000');
    text.replaceWith(path);
  }
  return new window.XMLSerializer().serializeToString(document);
}

function outlineOf(text: Element, font: PinnedFont): string {
  const { size, weight, left } = measureText(text, font);
  const y = Number(text.getAttribute('y'));
  let x = left;
  let outline = '';
  for (const character of text.textContent) {
    const glyph = font.glyphOf(character, weight);
    if (glyph === undefined) throw new Error(`the pinned font has no \`${character}\``);
    outline += glyph.outline.scale(size).translate(x, y).toSVG();
    x += glyph.advance * size;
  }
  return outline;
}

/** Where a text element begins and how wide it is in the pinned font. */
export function measureText(
  text: Element,
  font: PinnedFont,
): { size: number; weight: number; left: number; width: number } {
  const size = Number(text.getAttribute('font-size'));
  const weight = text.getAttribute('font-weight') === 'bold' ? BOLD : REGULAR;
  const width = Array.from(text.textContent)
    .map((character) => (font.glyphOf(character, weight)?.advance ?? 1) * size)
    .reduce((sum, each) => sum + each, 0);
  const x = Number(text.getAttribute('x'));
  const isMiddle = text.getAttribute('text-anchor') === 'middle';
  return { size, weight, width, left: isMiddle ? x - width / 2 : x };
}
