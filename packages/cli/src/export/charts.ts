import type { Language } from '@qingdan/core';
import type * as Charts from '@qingdan/report/charts';
import type { ChosenProcedure, Exported, ExportFormat } from './format.js';

/** The flow charts of procedures, drawn by what is only loaded for it. */
function chartFormat(
  name: string,
  ending: string,
  draw: (chart: Charts.Chart, charts: typeof Charts, isPrint: boolean) => string | Promise<string>,
): ExportFormat {
  return {
    name,
    of: 'procedures',
    export: async (procedures, { lang, isPrint }) => {
      const charts = await import('@qingdan/report/charts');
      const files = new Map<string, string>();
      for (const chosen of procedures) {
        const chart = chartOf(chosen, lang, charts);
        files.set(`${chosen.procedure.id}.${ending}`, await draw(chart, charts, isPrint));
      }
      return exportedOf(files);
    },
  };
}

function chartOf(
  { policy, procedure, asOf }: ChosenProcedure,
  lang: Language,
  charts: typeof Charts,
): Charts.Chart {
  return charts.chartOf(procedure, { policy, lang, unmask: false }, asOf);
}

function exportedOf(files: ReadonlyMap<string, string>): Exported {
  return {
    files,
    text: [...files.values()].join(''),
    diagnostics: [],
    written: files.size,
    left: 0,
    summary: {
      zh: `${files.size}张流程图`,
      en: `${files.size} chart${files.size === 1 ? '' : 's'} written`,
    },
  };
}

/** Flow charts as drawings. */
export const SVG = chartFormat('svg', 'svg', (chart, { renderPrintSvg, renderSvg }, isPrint) =>
  isPrint ? renderPrintSvg(chart) : renderSvg(chart),
);

/** Flow charts for editors and engines of BPMN 2.0. */
export const BPMN = chartFormat('bpmn', 'bpmn', (chart, { renderBpmn }) => renderBpmn(chart));

/** Flow charts as text for Mermaid. */
export const MERMAID = chartFormat('mermaid', 'mmd', (chart, { renderMermaid }) =>
  renderMermaid(chart),
);
