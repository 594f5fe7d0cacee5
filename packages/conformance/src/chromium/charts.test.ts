import { createRequire } from 'node:module';
import { renderBpmn, renderSvg } from '@qingdan/report/charts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { shippedProcedures } from '../charts/shipped.js';
import { CHROMIUM, complaintsOf, openChromium } from './chromium.js';

// A machine under load takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const require = createRequire(import.meta.url);
const shipped = await shippedProcedures();
const charts = shipped.map(({ id, chart }) => ({ id, chart: chart('zh') }));

/** What is read of bpmn-js in the page. */
interface Viewer {
  importXML(xml: string): Promise<{ readonly warnings: readonly unknown[] }>;
  get(service: 'elementRegistry'): {
    getAll(): readonly { readonly id: string }[];
    getGraphics(id: string): SVGGraphicsElement;
  };
  destroy(): void;
}

describe.skipIf(CHROMIUM === undefined)('a chart in Chromium', () => {
  let browser: Browser;
  let page: Page;
  let complaints: readonly string[];

  beforeAll(async () => {
    browser = await openChromium(CHROMIUM!);
    page = await browser.newPage();
    complaints = complaintsOf(page);
    await page.setContent('<!doctype html><div id="chart" style="height: 900px"></div>');
    await page.addScriptTag({
      path: require.resolve('bpmn-js/dist/bpmn-navigated-viewer.development.js'),
    });
  });
  afterAll(async () => {
    await browser.close();
  });

  it.each(charts)('is drawn whole by bpmn-js: $id', async ({ chart }) => {
    const xml = await renderBpmn(chart);
    const { warnings, drawn } = await page.evaluate(async (text) => {
      const make = Reflect.get(window, 'BpmnJS') as new (options: object) => Viewer;
      const viewer = new make({ container: '#chart' });
      const result = await viewer.importXML(text);
      const registry = viewer.get('elementRegistry');
      const boxes = registry.getAll().flatMap(({ id }) => {
        const { width, height } = registry.getGraphics(id).getBBox();
        return width + height > 0 ? [id] : [];
      });
      viewer.destroy();
      return { warnings: result.warnings.map(String), drawn: boxes };
    }, xml);
    expect(warnings).toEqual([]);
    const all = [...chart.lanes, ...chart.nodes, ...chart.flows].map(({ id }) => id);
    expect(drawn).toEqual(expect.arrayContaining(all));
  });

  it.each(charts)('shows as SVG all that is drawn within its frame: $id', async ({ chart }) => {
    const outside = await page.evaluate((svg) => {
      document.body.innerHTML = svg;
      const root = document.querySelector('svg')!;
      const frame = root.getBoundingClientRect();
      return [...root.querySelectorAll('text, rect, path')].flatMap((element) => {
        // The head of an arrow is drawn where an arrow ends.
        if (element.closest('defs') !== null) return [];
        const box = element.getBoundingClientRect();
        const isInside =
          box.left >= frame.left - 1 &&
          box.right <= frame.right + 1 &&
          box.top >= frame.top - 1 &&
          box.bottom <= frame.bottom + 1;
        return isInside ? [] : [element.textContent || element.outerHTML.slice(0, 80)];
      });
    }, renderSvg(chart));
    expect(outside).toEqual([]);
  });

  it('complains of nothing', () => {
    expect(complaints).toEqual([]);
  });
});
