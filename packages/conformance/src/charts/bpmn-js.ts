import { createRequire } from 'node:module';

/** What bpmn-js makes of a diagram: its warnings, and the ids of all that it drew. */
export interface Opened {
  readonly warnings: readonly unknown[];
  readonly ids: readonly string[];
}

interface Registry {
  getAll(): readonly { readonly id: string }[];
  getGraphics(id: string): unknown;
}

/** As much of its viewer as is used here. */
interface Viewer {
  importXML(xml: string): Promise<{ readonly warnings: readonly unknown[] }>;
  get(service: 'elementRegistry'): Registry;
  destroy(): void;
}

/** Opens a diagram in bpmn-js, in a document that lays nothing out: what bpmn-js measures there is nought. */
export async function drawInBpmnJs(xml: string): Promise<Opened> {
  fillIn();
  const container = document.body.appendChild(document.createElement('div'));
  // Its modules are written for bundlers; this is all of them, for a browser.
  const NavigatedViewer = createRequire(import.meta.url)(
    'bpmn-js/dist/bpmn-navigated-viewer.development.js',
  ) as new (options: { container: Element }) => Viewer;
  const viewer = new NavigatedViewer({ container });
  try {
    const { warnings } = await viewer.importXML(xml);
    const registry = viewer.get('elementRegistry');
    const ids = registry.getAll().map(({ id }) => id);
    return { warnings, ids: ids.filter((id) => registry.getGraphics(id) !== undefined) };
  } finally {
    viewer.destroy();
    container.remove();
    Reflect.deleteProperty(globalThis, 'SVGMatrix');
  }
}

/** What jsdom doesn't know of SVG: matrices that change nothing, and boxes without size. */
function fillIn(): void {
  class SVGMatrix {
    [name: string]: unknown;
  }
  const matrix = (): object =>
    Object.assign(new SVGMatrix(), {
      ...{ a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 },
      ...{ translate: matrix, scale: matrix, multiply: matrix, inverse: matrix, rotate: matrix },
    });
  Object.assign(globalThis, { SVGMatrix });
  // It asks for the widths of letters; without a canvas it has none.
  Object.assign(HTMLCanvasElement.prototype, { getContext: () => null });
  const transform = (): object => ({
    matrix: matrix(),
    setTranslate: () => undefined,
    setMatrix: () => undefined,
    setRotate: () => undefined,
  });
  const list = {
    numberOfItems: 0,
    clear: () => undefined,
    appendItem: () => undefined,
    consolidate: () => null,
    initialize: () => undefined,
    createSVGTransformFromMatrix: transform,
    getItem: transform,
  };
  const point = { x: 0, y: 0, matrixTransform: () => ({ x: 0, y: 0 }) };
  Object.assign(SVGElement.prototype, {
    getBBox: () => ({ x: 0, y: 0, width: 0, height: 0 }),
    getScreenCTM: matrix,
    getCTM: matrix,
    createSVGMatrix: matrix,
    createSVGTransform: transform,
    createSVGTransformFromMatrix: transform,
    createSVGPoint: () => point,
  });
  Object.defineProperty(SVGElement.prototype, 'transform', {
    value: { baseVal: list },
    configurable: true,
  });
}
