import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { importCircles, readImportGraph, valueImportsOf } from './import-circles.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

it.each(readdirSync(root))('no file of %s imports itself in a circle', (directory) => {
  const graph = readImportGraph(`${root}${directory}/src`);
  expect([...graph.values()].flat().length).toBeGreaterThan(0);
  expect(importCircles(graph)).toEqual([]);
});

it.each([
  ['itself', { a: ['a'] }, ['a → a']],
  ['another', { a: ['b'], b: ['a'] }, ['a → b → a']],
  ['one on the way', { a: ['b'], b: ['c'], c: ['d'], d: ['b'] }, ['b → c → d → b']],
  ['what two share', { a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }, []],
])('a circle by %s', (_, imports, circles) => {
  expect(importCircles(new Map<string, readonly string[]>(Object.entries(imports)))).toEqual(
    circles,
  );
});

it('types and what is loaded later make no circle', () => {
  const text = `
    import { a } from './value.js';
    import b, { type B } from './default.js';
    import { type C, c } from './mixed.js';
    import './bare.js';
    import * as d from './all.js';
    export { e } from './exported.js';
    import type { F } from './type.js';
    import { type G } from './type-member.js';
    export type { H } from './exported-type.js';
    const i = () => import('./later.js');
  `;
  expect(valueImportsOf(text)).toEqual(
    ['value', 'default', 'mixed', 'bare', 'all', 'exported'].map((name) => `./${name}.js`),
  );
});
