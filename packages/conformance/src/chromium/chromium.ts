import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';

/** Where Chromium is: by `QINGDAN_CHROMIUM`, or on the path. Without it, what needs a browser is skipped. */
export const CHROMIUM: string | undefined = [
  process.env.QINGDAN_CHROMIUM ?? '',
  ...(process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => ['chromium', 'chromium-browser'].map((name) => join(folder, name))),
].find((file) => file !== '' && existsSync(file));

/** A browser that reaches no network, and keeps what its pages complain of. */
export async function openChromium(executablePath: string): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

/** What a page says that it can't do or may not. */
export function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('request', (request) => {
    if (!/^(?:file|data|about|blob):/.test(request.url())) complaints.push(request.url());
  });
  return complaints;
}
