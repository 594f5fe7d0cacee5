import {
  type Diagnostic,
  type Language,
  renderDiagnostic,
  type RenderedDiagnostic,
  type Severity,
  severityOf,
  sortDiagnostics,
  type Text,
} from '@qingdan/core';
import { plain } from '../text/plain.js';

/** More than this are counted and not shown: nobody reads them, and JSON has them all. */
const MOST_SHOWN = 200;

const SEVERITY: Readonly<Record<Severity, Text>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
};

/** Each with its place, code, what is wrong and what to do; in the order of files and places. */
export function renderDiagnostics(items: readonly Diagnostic[], language: Language): string {
  const sorted = sortDiagnostics(items);
  const shown = sorted.slice(0, MOST_SHOWN).map((item) => {
    const rendered = renderDiagnostic(item, language);
    const { code, severity, message, help } = rendered;
    const head = `${placeOf(rendered)}${SEVERITY[severity][language]} ${code}`;
    return `${head} ${plain(message)}\n    ${plain(help)}\n`;
  });
  const rest = sorted.length - shown.length;
  if (rest > 0) shown.push(language === 'zh' ? `……另有 ${rest} 条\n` : `… and ${rest} more\n`);
  return shown.join('');
}

/** `2 个错误，1 个警告` */
export function renderCounts(items: readonly Diagnostic[], language: Language): string {
  const { error, warning, info } = countBySeverity(items);
  if (language === 'zh') {
    return `${error} 个错误，${warning} 个警告${info > 0 ? `，${info} 个提示` : ''}`;
  }
  const counts = [`${error} error${error === 1 ? '' : 's'}`];
  counts.push(`${warning} warning${warning === 1 ? '' : 's'}`);
  if (info > 0) counts.push(`${info} info`);
  return counts.join(', ');
}

export function countBySeverity(items: readonly Diagnostic[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const item of items) counts[severityOf(item)] += 1;
  return counts;
}

function placeOf({ file, range }: RenderedDiagnostic): string {
  if (file === null) return '';
  const at = range === null ? '' : `:${range.start.line}:${range.start.column}`;
  return `${plain(file)}${at}: `;
}
