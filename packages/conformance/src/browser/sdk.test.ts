import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import * as sdk from '@qingdan/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHIPPED } from '../examples/village-year.js';
import { type BrowserModule, bundleForBrowser } from './bundle-module.js';

const OF_NODE = ['loadPackFolders', 'loadPacks', 'standardBundle', 'standardPackFolders'];
const RECORD = {
  kind: 'seal-use',
  id: 'S-1',
  organisation: 'V1',
  usedOn: '2026-02-03',
  matter: 'loan-or-guarantee',
  none: ['decision'],
};

describe('the SDK in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qingdan-browser-'));
  let module: BrowserModule;
  let loaded: typeof sdk;

  beforeAll(async () => {
    module = await bundleForBrowser(`export * from '@qingdan/sdk';`);
    const file = join(folder, 'sdk.mjs');
    writeFileSync(file, module.code);
    loaded = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as typeof sdk;
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  it('reaches no Node built-in', () => {
    expect(
      module.files.filter((file) => isBuiltin(file) || file.includes('browser-external')),
    ).toEqual([]);
    expect(module.code).not.toContain('require(');
  });

  it('offers all that it does in Node but what reads the disk', () => {
    const expected = Object.keys(sdk).filter((name) => !OF_NODE.includes(name));
    expect(Object.keys(loaded).sort()).toEqual(expected.sort());
  });

  it('says of a record, from a bundle, what it says in Node', async () => {
    const packs = await sdk.loadPacks(SHIPPED);
    const options = { lang: 'zh', clock: '2026-03-01' } as const;
    const here = sdk.createChecker(packs, options).check(RECORD);
    const there = loaded
      .createChecker(loaded.packsFromBundle(sdk.writeBundle(packs)), options)
      .check(RECORD);
    expect(there).toEqual(here);
    expect(here.summary.undetermined).toBeGreaterThan(0);
  }, 120_000);
});

describe('the engine in a browser', () => {
  it('alone, without explanations, is below 40 kB when compressed', async () => {
    const { code } = await bundleForBrowser(`
      export { Books, CompiledEvaluator, MemoryRecords } from '@qingdan/engine';
      export { readRecord } from '@qingdan/core';
    `);
    const size = gzipSync(code).length;
    expect(size).toBeGreaterThan(5_000);
    expect(size).toBeLessThan(40_000);
  }, 120_000);
});
