import type { RecordType, Text, Type } from '@qingdan/core';
import { parseFieldPath, printFieldPath } from '../mapping/field-path.js';
import type { SuggestedValue } from './suggest-values.js';
import { fileName, oneLine, oneOrMore, quoted, scalar } from './yaml-text.js';

/** A column with the field that it seems to be. */
export interface SuggestedColumn {
  readonly header: string;
  /** Several where it has persons and firms. */
  readonly paths: readonly string[];
  readonly label: Text;
  readonly type: Type;
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
    `# ${oneLine(fileName(suggestion.file))}：按列名和内容推测，请逐行核对后使用 · a proposal: look over each line`,
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
  lines.push(...renderGoverningDate(suggestion), ...renderAssent(suggestion));
  lines.push(...renderValues(columns));
  if (none.length > 0) lines.push(`none: [${none.map(quoted).join(', ')}]`);
  const named = columns.flatMap(({ header, resolve }) =>
    resolve.length === 0 ? [] : [`  ${scalar(header)}: ${oneOrMore(resolve)}`],
  );
  if (named.length > 0) lines.push('resolve:', ...named);
  if (unknown.length > 0) {
    lines.push(
      '# 未能对应的列：写入 columns 则参与判断，写入 ignore 则不再提示；两处都没有的也不读入',
    );
    lines.push('# not made out: map them in columns, or list them in ignore');
    lines.push(`# 有哪些字段 · the fields: qingdan explain record:${kind.id}`);
    for (const header of unknown) lines.push(`#   ${scalar(header)}:`);
  }
  return `${lines.join('\n')}\n`;
}

const ORGANISATION_LINE =
  '# organisation: V1  # 数据集没有写明时，请填写本组织的编号 · its id, unless the dataset names it';

/** Without the date that chooses the law, nothing is judged. */
function renderGoverningDate({ kind, columns }: Suggestion): readonly string[] {
  const field =
    kind.governingDate === undefined ? undefined : kind.fields.fields[kind.governingDate];
  const isThere = columns.some(({ paths }) =>
    paths.some((path) => parseFieldPath(path)[0] === field?.name),
  );
  if (field === undefined || isThere) return [];
  const { name, label } = field;
  const other = columns.find(({ type, paths }) => type.kind === 'date' && !paths[0]?.includes('['));
  const both =
    other === undefined ? undefined : `${scalar(other.header)}: [${other.paths.join()}, ${name}]`;
  return [
    `# ${name} ${oneLine(label.zh)}：没有找到这一列。适用哪一天的法律看它，缺了它，各条记录都不能判断。`,
    ...(both === undefined ? [] : [`# 如果两个日期总是同一天，可写 ${both}`]),
    `# ${name} (${oneLine(label.en)}): not found. It chooses the law, and without it no record is judged.`,
    ...(both === undefined ? [] : [`# where both are always one day: ${both}`]),
  ];
}

/** A signature in the column of approvers says who approved, and only the clerk knows that it says yes. */
function renderAssent({ kind, columns }: Suggestion): readonly string[] {
  const field = kind.approvals === undefined ? undefined : kind.fields.fields[kind.approvals];
  const items = field?.type.kind === 'list' ? field.type.items : undefined;
  const decision = items?.kind === 'struct' ? items.struct.field('decision')?.type : undefined;
  if (field === undefined || decision?.kind !== 'enum' || !decision.values.has('yes')) return [];
  const paths = new Set(columns.flatMap((column) => column.paths));
  const decisions = [...paths].flatMap((path) => {
    const [list, index, member] = parseFieldPath(path);
    if (list !== field.name || typeof index !== 'number' || member !== 'person') return [];
    const written = printFieldPath([list, index, 'decision']);
    return paths.has(written) ? [] : [written];
  });
  if (decisions.length === 0) return [];
  return [
    '# 台账上没有审批意见一列。凡签名即为同意的，删去下面各行行首的“# ”；有不同意见也签名的，不要删',
    '# no column says whether approvers agreed: where each signature means yes, uncomment the next lines',
    '# constants:',
    ...decisions.map((path) => `#   ${scalar(path)}: "yes"`),
  ];
}

function renderValues(columns: readonly SuggestedColumn[]): readonly string[] {
  const lines: string[] = columns.flatMap(({ header, values, type }) => {
    if (values.length === 0) return [];
    const known = values.filter(({ value }) => value !== undefined);
    const open = values.filter(({ value }) => value === undefined);
    const head = `  ${scalar(header)}:`;
    return [
      known.length === 0 ? `# ${head}` : head,
      ...known.map(({ cell, value = '' }) => `    ${scalar(cell)}: ${scalar(value)}`),
      ...(open.length === 0 ? [] : renderOptions(type)),
      ...open.map(({ cell }) => `#     ${scalar(cell)}:  # 请填写对应的选项 · which option?`),
    ];
  });
  const isEmpty = lines.every((line) => line.trimStart().startsWith('#'));
  return lines.length === 0 ? [] : [isEmpty ? '# values:' : 'values:', ...lines];
}

function renderOptions(type: Type): readonly string[] {
  if (type.kind !== 'enum') return [];
  const options = [...type.values].map(([id, { zh }]) => `${id}（${zh}）`);
  return [`    # 可填 · options: ${oneLine(options.join('、'))}`];
}
