import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHIPPED } from '../examples/village-year.js';
import { CHROMIUM, complaintsOf, openChromium } from './chromium.js';

const ROOT = join(import.meta.dirname, '../../../..');

describe.skipIf(CHROMIUM === undefined)('the example page in Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qingdan-page-'));
  let browser: Browser;
  let page: Page;
  let complaints: readonly string[];

  beforeAll(async () => {
    const file = join(folder, 'page.html');
    const build = join(ROOT, 'examples/04-browser/build.mjs');
    const { stderr } = spawnSync(process.execPath, [build, file, ...SHIPPED], { encoding: 'utf8' });
    expect(stderr).toBe('');
    browser = await openChromium(CHROMIUM!);
    page = await browser.newPage();
    complaints = complaintsOf(page);
    await page.goto(pathToFileURL(file).href);
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const verdictOf = (item: string): Promise<string | null> =>
    page.locator(`[data-item="${item}"]`).getAttribute('data-verdict');

  it('finds a blank document stamped, as a clerk fills it in', async () => {
    await page.fill('[name=id]', '<img src=x>');
    await page.fill('[name=day]', '2026-02-03');
    await page.selectOption('[name=blank]', 'true');
    await page.click('button');
    expect(await verdictOf('village.seal-blank')).toBe('violated');
    expect(await page.locator('#result').innerText()).toContain('<img src=x>');
    expect(await page.locator('#result img').count()).toBe(0);
  });

  it('leaves undecided what is not filled in', async () => {
    await page.selectOption('[name=blank]', '');
    await page.click('button');
    expect(await verdictOf('village.seal-blank')).toBe('undetermined');
  });

  it('asks for a payment what it asks for none of a seal', async () => {
    expect(await page.locator('[name=amount]').isVisible()).toBe(false);
    await page.selectOption('[name=kind]', 'expenditure');
    expect(await page.locator('[name=amount]').isVisible()).toBe(true);
  });

  it('complains of nothing, and asks nothing of any network', () => {
    expect(complaints).toEqual([]);
  });
});
