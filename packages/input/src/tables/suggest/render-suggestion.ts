import type { RecordType, Text } from '@qingdan/core';
import type { SuggestedValue } from './suggest-values.js';

/** A column with the field that it seems to be. */
export interface SuggestedColumn {
  readonly header: string;
  /** Several where it has persons and firms. */
  readonly paths: readonly string[];
  readonly label: Text;
  readonly resolve: readonly string[];
  readonly values: readonly SuggestedValue[];
}

export interface Suggestion {
  readonly file: string;
  /** Where there are several. */
  readonly sheet?: string;
  readonly headerRow: number;
  readonly kind: RecordType;
  readonly organisation?: string;
  readonly id: readonly string[];
  readonly columns: readonly SuggestedColumn[];
  readonly none: readonly string[];
  readonly unknown: readonly string[];
}

/** A proposed mapping as a YAML file, with the label of each field beside it. */
export function renderSuggestion(suggestion: Suggestion): string {
  const { kind, sheet, organisation, id, columns, none, unknown, headerRow } = suggestion;
  const lines = [
    '# yaml-language-server: $schema=https://qingdan.dev/schemas/mapping/1.json',
    `# ${oneLine(nameOf(suggestion.file))}：按列名和内容推测，请逐行核对后使用 · a proposal: look over each line`,
    `kind: ${scalar(kind.id)}  # ${oneLine(kind.label.zh)} · ${oneLine(kind.label.en)}`,
  ];
  if (organisation === undefined) {
    if (!kind.shared) lines.push(ORGANISATION_LINE);
  } else lines.push(`organisation: ${scalar(organisation)}  # 该列 · this column`);
  if (sheet !== undefined) lines.push(`sheet: ${scalar(sheet)}`);
  lines.push(`header: ${headerRow}`);
  if (id.length > 0) lines.push(`id: ${oneOrMore(id.map(scalar))}`);
  lines.push('columns:');
  for (const { header, paths, label } of columns) {
    lines.push(
      `  ${scalar(header)}: ${oneOrMore(paths.map(scalar))}  # ${oneLine(label.zh)} · ${oneLine(label.en)}`,
    );
  }
  lines.push(...renderValues(columns));
  if (none.length > 0) lines.push(`none: [${none.map((word) => JSON.stringify(word)).join(', ')}]`);
  const named = columns.flatMap(({ header, resolve }) =>
    resolve.length === 0 ? [] : [`  ${scalar(header)}: ${oneOrMore(resolve)}`],
  );
  if (named.length > 0) lines.push('resolve:', ...named);
  if (unknown.length > 0) {
    lines.push('# 未能对应的列：写入 columns 则参与判断，写入 ignore 则不读，否则作附注保留');
    lines.push('# not made out: map them in columns, or list them in ignore');
    for (const header of unknown) lines.push(`#   ${scalar(header)}:`);
  }
  return `${lines.join('\n')}\n`;
}

/** It will stand beside its table. */
function nameOf(file: string): string {
  return file.split(/[/\\]/).at(-1) ?? file;
}

const ORGANISATION_LINE =
  '# organisation: V1  # 数据集没有写明时，请填写本组织的编号 · its id, unless the dataset names it';

function renderValues(columns: readonly SuggestedColumn[]): readonly string[] {
  const lines = columns.flatMap(({ header, values }) => {
    if (values.length === 0) return [];
    const known = values.filter(({ value }) => value !== undefined);
    const open = values.filter(({ value }) => value === undefined);
    const head = `  ${scalar(header)}:`;
    return [
      known.length === 0 ? `#${head.slice(1)}` : head,
      ...known.map(({ cell, value = '' }) => `    ${scalar(cell)}: ${scalar(value)}`),
      ...open.map(({ cell }) => `#   ${scalar(cell)}:  # 请填写对应的选项 · which option?`),
    ];
  });
  const isEmpty = lines.every((line) => line.startsWith('#'));
  return lines.length === 0 ? [] : [isEmpty ? '# values:' : 'values:', ...lines];
}

const WORDS_OF_YAML = new Set(['true', 'false', 'null', 'yes', 'no', 'on', 'off', 'y', 'n']);

/** A text as YAML reads it back, in quotes where it must be. */
function scalar(text: string): string {
  const isPlain =
    /^[\p{L}][\p{L}\p{N}_.（）()/-]*$/u.test(text) && !WORDS_OF_YAML.has(text.toLowerCase());
  return isPlain ? text : JSON.stringify(text);
}

function oneOrMore(written: readonly string[]): string {
  return written.length === 1 ? String(written[0]) : `[${written.join(', ')}]`;
}

function oneLine(text: string): string {
  return text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ');
}
