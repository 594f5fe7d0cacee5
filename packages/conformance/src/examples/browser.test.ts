import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DOMWindow, JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHIPPED } from './village-year.js';

const ROOT = join(import.meta.dirname, '../../../..');
const FOLDER = mkdtempSync(join(tmpdir(), 'qingdan-page-'));

describe('the example page', () => {
  let html: string;
  let page: DOMWindow;
  let document: Document;

  beforeAll(() => {
    const file = join(FOLDER, 'page.html');
    const build = join(ROOT, 'examples/04-browser/build.mjs');
    const { stderr } = spawnSync(process.execPath, [build, file, ...SHIPPED], { encoding: 'utf8' });
    expect(stderr).toBe('');
    html = readFileSync(file, 'utf8');
    page = new JSDOM(html, {
      runScripts: 'dangerously',
      // jsdom has no encoders of its own; browsers do.
      beforeParse: (window) => void Object.assign(window, { TextEncoder, TextDecoder }),
    }).window;
    ({ document } = page);
  }, 120_000);

  afterAll(() => rmSync(FOLDER, { recursive: true }));

  const fill = (name: string, value: string): void => {
    document.querySelector<HTMLInputElement | HTMLSelectElement>(`[name=${name}]`)!.value = value;
  };

  // A click would have jsdom judge the step of the date, which it can't here.
  const check = (): void => {
    const form = document.querySelector('form')!;
    form.dispatchEvent(new page.Event('submit', { cancelable: true }));
  };

  it('loads nothing: all is in one file', () => {
    const { head, body } = document;
    for (const part of [head, body])
      expect(part.querySelectorAll('script[src], img, iframe, link[href^=http]').length).toBe(0);
    expect(html).toContain("default-src 'none'");
  });

  it('checks what is filled in, and shows texts as texts', () => {
    fill('id', '<img src=x>');
    fill('day', '2026-02-03');
    fill('blank', 'true');
    check();
    const found = document.querySelector('[data-item="village.seal-blank"]');
    expect(found?.getAttribute('data-verdict')).toBe('violated');
    expect(found?.textContent).toContain('<img src=x>');
    expect(document.querySelector('#result img')).toBeNull();
  });

  it('leaves undecided what is not filled in', () => {
    fill('blank', '');
    check();
    const found = document.querySelector('[data-item="village.seal-blank"]');
    expect(found?.getAttribute('data-verdict')).toBe('undetermined');
  });
});
