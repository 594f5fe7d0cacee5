export { chartOf } from './chart-of.js';
export type { Chart, ChartFlow, ChartLane, ChartNode, ChartTask } from './chart.js';
export { renderMermaid } from './render-mermaid.js';
export { renderSvg } from './svg/render-svg.js';
export { renderBpmn } from './bpmn/render-bpmn.js';
export { renderPrintSvg } from './svg/render-print-svg.js';
export { widthOfText } from './text/text-width.js';
