import type { Text, Type } from '@qingdan/core';
import type { SuggestedValue } from '../../tables/suggest/suggest-values.js';
import { fileName, oneLine, quoted, scalar } from '../../tables/suggest/yaml-text.js';
import type { WordMeant } from './events-of-table.js';
import type { Titled } from './match-steps.js';
import type { LikelyProcedure } from './read-steps.js';

/** A column with the field of an event that it seems to be; of data, with the label and type of that. */
export interface FieldColumn {
  readonly header: string;
  readonly field: string;
  readonly label?: Text;
  readonly type?: Type;
  readonly values?: readonly SuggestedValue[];
}

export interface CaseSuggestion {
  readonly file: string;
  /** Where there are several. */
  readonly sheet?: string;
  readonly headerRow: number;
  /** The procedure of cases that name none. */
  readonly procedure?: Titled;
  /** Whether a column names the procedures. */
  readonly isNamed: boolean;
  /** All procedures there are. */
  /** Those that it may be of, the likely first, where none was recognised. */
  readonly known: readonly LikelyProcedure[];
  /** How many different names of steps there are. */
  readonly names: number;
  readonly columns: readonly FieldColumn[];
  /** The column of organisations, with those of its cells that are names and no ids. */
  readonly organisation?: { readonly header: string; readonly cells: readonly string[] };
  readonly steps: readonly WordMeant[];
  /** What cells of procedures, posts and papers mean. */
  readonly values: readonly { readonly header: string; readonly words: readonly WordMeant[] }[];
  readonly none: readonly string[];
  readonly ignore: readonly string[];
  /** Columns that have the names of persons. */
  readonly resolve: readonly string[];
  /** Columns that count votes, nobody knows in which unit. */
  readonly tallies: readonly string[];
  readonly unknown: readonly string[];
}

/** A proposed mapping of a table of events as a YAML file, with what is open in comments. */
export function renderCaseSuggestion(suggestion: CaseSuggestion): string {
  const { columns, none, ignore, resolve, headerRow, sheet } = suggestion;
  return [
    '# yaml-language-server: $schema=https://qingdan.dev/schemas/event-mapping/1.json',
    `# ${oneLine(fileName(suggestion.file))}：按列名和内容推测，请逐行核对后使用 · a proposal: look over each line`,
    'kind: event  # 每行记一步 · each row is a step of a case',
    ...renderProcedure(suggestion),
    ...renderOrganisation(suggestion),
    ...(sheet === undefined ? [] : [`sheet: ${scalar(sheet)}`]),
    `header: ${headerRow}`,
    'columns:',
    ...columns.map(
      ({ header, field, label }) => `  ${scalar(header)}: ${field}${said(field, label)}`,
    ),
    ...renderSteps(suggestion.steps),
    ...renderValues(suggestion),
    ...(none.length === 0
      ? []
      : [`none: [${none.map(quoted).join(', ')}]  # 视为空白 · read as blank`]),
    ...(ignore.length === 0 ? [] : [`ignore: [${ignore.map(scalar).join(', ')}]`]),
    ...(resolve.length === 0
      ? []
      : ['resolve:  # 按人员名册查编号 · ids by name, from the register of persons']),
    ...resolve.map((header) => `  ${scalar(header)}: person by name`),
    ...renderTallies(suggestion.tallies),
    ...renderUnknown(suggestion),
    '',
  ].join('\n');
}

const FIELDS: ReadonlyMap<string, string> = new Map([
  ['case', '案件编号 · the case'],
  ['step', '环节 · the step'],
  ['at', '办理时间 · when it was done'],
  ['recordedAt', '登记时间 · when it was written down'],
  ['by', '经办人 · who did it'],
  ['role', '岗位 · in which post'],
  ['participants', '参加人 · who took part'],
  ['evidence', '所附材料 · papers attached'],
  ['kind', '开始、完成等 · start, complete, …'],
  ['iteration', '第几次 · which run of the step'],
  ['seq', '同日先后 · order within a day'],
  ['id', '事项编号 · the id of the event'],
  ['voids', '撤销的事项 · the event that is taken back'],
  ['via', '另案编号 · the case that did the step'],
  ['organisation', '组织编号 · the id of the organisation'],
  ['procedure', '流程 · the procedure'],
  ['closed', '是否办结 · whether the case is closed'],
]);

const COUNTS: ReadonlyMap<string, string> = new Map([
  ['eligible', '应到 · eligible'],
  ['present', '实到 · present'],
  ['yes', '赞成 · in favour'],
  ['no', '反对 · against'],
]);

function said(field: string, label: Text | undefined): string {
  const told =
    label === undefined
      ? (FIELDS.get(field) ?? COUNTS.get(field.split('.').at(-1) ?? ''))
      : `${label.zh} · ${label.en}`;
  return told === undefined ? '' : `  # ${oneLine(told)}`;
}

function renderProcedure({ procedure, isNamed, known, names }: CaseSuggestion): readonly string[] {
  if (procedure !== undefined)
    return [`procedure: ${scalar(procedure.id)}${told(procedure.title)}`];
  if (isNamed) return [];
  return [
    '# procedure:  # 各环节与哪个流程都不能完全对上：选定后用 --procedure <流程编号> 重新草拟，各环节、材料、数据即按该流程列出',
    '#             # no procedure has most of these steps: choose one, and draft anew with --procedure <id>',
    ...known.map(({ id, title, matched }) => {
      const some =
        matched === 0 ? '' : `（${names}个环节中${matched}个） · ${matched} of ${names} steps`;
      return `#   ${oneLine(id)}${told(title)}${some}`;
    }),
  ];
}

function renderOrganisation({ organisation }: CaseSuggestion): readonly string[] {
  return organisation === undefined
    ? ['# organisation: V1  # 请填写本组织的编号 · the id of the organisation']
    : [];
}

function renderSteps(steps: readonly WordMeant[]): readonly string[] {
  if (steps.length === 0) return [];
  const isOpen = steps.every(({ id }) => id === undefined);
  return [
    isOpen
      ? '# steps:  # 表中的叫法 → 步骤编号 · what the table calls a step'
      : 'steps:  # 表中的叫法 → 步骤编号 · what the table calls a step',
    ...steps.flatMap((word) => renderWord(word, '  ')),
  ];
}

function renderValues({ columns, values, organisation }: CaseSuggestion): readonly string[] {
  const byHeader = new Map<string, readonly WordMeant[]>();
  for (const { header, words } of values) byHeader.set(header, words);
  for (const { header, values: cells = [], type } of columns) {
    const options = type?.kind === 'enum' ? type.values : new Map<string, Text>();
    const nearest = [...options].map(([id, title]) => ({ id, title }));
    const words = cells.map(({ cell, value }): WordMeant => {
      const title = value === undefined ? undefined : options.get(value)?.zh;
      if (value === undefined) return { word: cell, nearest };
      return { word: cell, id: value, nearest: [], ...(title === undefined ? {} : { title }) };
    });
    if (words.length > 0) byHeader.set(header, words);
  }
  const lines = [...byHeader].flatMap(([header, words]) => {
    const isOpen = words.every(({ id }) => id === undefined);
    return [
      isOpen ? `#   ${scalar(header)}:` : `  ${scalar(header)}:`,
      ...words.flatMap((word) => renderWord(word, '    ')),
    ];
  });
  if (organisation !== undefined && organisation.cells.length > 0) {
    lines.push(
      `#   ${scalar(organisation.header)}:  # 请填写组织编号 · the id of each organisation`,
    );
    for (const cell of organisation.cells) lines.push(`#     ${scalar(cell)}:`);
  }
  if (lines.length === 0) return [];
  const isEmpty = lines.every((line) => line.startsWith('#'));
  return [isEmpty ? '# values:' : 'values:', ...lines];
}

/** What is open stands in a comment, so that nothing is guessed. */
function renderWord({ word, id, title, nearest }: WordMeant, indent: string): readonly string[] {
  if (id !== undefined) {
    const known = title === undefined ? '' : `  # ${oneLine(title)}`;
    return [`${indent}${scalar(word)}: ${scalar(id)}${known}`];
  }
  const names = [...new Map(nearest.map((each) => [each.id, each.title.zh]))].map(([each, zh]) =>
    zh === '' || zh === each ? each : `${each}（${zh}）`,
  );
  const hint =
    names.length === 0
      ? '请填写 · which one?'
      : `请填写，相近的有 · which one? the nearest: ${oneLine(names.join('、'))}`;
  return [`#${indent.slice(1)}  ${scalar(word)}:  # ${hint}`];
}

function renderTallies(headers: readonly string[]): readonly string[] {
  if (headers.length === 0) return [];
  return [
    '# 表决人数的列：看不出按什么计票，请写入 columns，如 tally.deputies.yes',
    '# votes: map them in columns as tally.<unit>.<count>; units: adults, households, members, deputies, voters',
    ...headers.map((header) => `#   ${scalar(header)}:`),
  ];
}

function renderUnknown({ unknown, procedure }: CaseSuggestion): readonly string[] {
  if (unknown.length === 0) return [];
  const where =
    procedure === undefined ? 'qingdan explain <procedure>' : `qingdan explain ${procedure.id}`;
  return [
    '# 未能对应的列：写入 columns 则参与判断（data.名称），写入 ignore 则不读；都不写的，只作案件数据保存',
    '# not made out: map them in columns (data.<name>), or list them in ignore; else they are kept as data',
    `# 有哪些数据 · the data: ${oneLine(where)}`,
    ...unknown.map((header) => `#   ${scalar(header)}:`),
  ];
}

function told({ zh, en }: Text): string {
  return `  # ${oneLine(zh)} · ${oneLine(en)}`;
}
