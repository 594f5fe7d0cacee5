import {
  type Day,
  type Parameter,
  parseDate,
  printDate,
  type Text,
  type Type,
} from '@qingdan/core';
import { exampleOf } from './example-of.js';
import { instrumentOf, type NewPack } from './new-pack.js';
import { quoted } from './quoted.js';

/** A figure that is unset, and what waits for it. */
export interface OwedParameter {
  readonly parameter: Parameter;
  /** The first day on which it is unset; absent where it has never been set. */
  readonly since: Day | undefined;
  /** The ids of the items that read it. */
  readonly items: readonly string[];
}

const WIDTH = 118;

const DIRECTIONS: Readonly<Record<Parameter['tighten'], Text>> = {
  higher: { zh: '下级只能提高', en: 'lower levels may only raise it' },
  lower: { zh: '下级只能降低', en: 'lower levels may only lower it' },
  subset: { zh: '下级只能缩小范围', en: 'lower levels may only narrow it' },
  superset: { zh: '下级只能扩大范围', en: 'lower levels may only widen it' },
  none: { zh: '下级不得另行设定', en: 'no lower level may set it' },
};

/** The same of a figure that is true or false, where false counts as the lower. */
const TRUTHS: typeof DIRECTIONS = {
  ...DIRECTIONS,
  higher: {
    zh: '设为 true 的，下级不得改回',
    en: 'where it is true, lower levels may not undo it',
  },
  lower: {
    zh: '设为 false 的，下级不得改回',
    en: 'where it is false, lower levels may not undo it',
  },
};

/**
 * The entry of one figure, all in comments: prose behind `##`, so that it stays a comment when the `#` before each line is
 * taken away.
 */
export function parameterEntry({ parameter, since, items }: OwedParameter, pack: NewPack): string {
  const { id, label, type, tighten } = parameter;
  const direction = (type.kind === 'boolean' ? TRUTHS : DIRECTIONS)[tighten];
  const what = nameOf(type);
  const start = since === undefined ? pack.from : later(pack.from, since);
  const basis = `[{ instrument: ${quoted(instrumentOf(pack.name))}, confidence: local }]`;
  return [
    '',
    '# ---',
    ...prose('', [label.zh], ''),
    ...prose('', [label.en], ''),
    ...prose('类型 type: ', [`${what.zh} ${what.en}`, `${direction.zh} ${direction.en}`], '; '),
    ...prose('可选 choices: ', choicesOf(type), ', '),
    ...(items.length === 0
      ? prose('', ['目前没有条目依此判断', 'no item rests on it yet'], ' · ')
      : prose('依此判断的条目 items that rest on it: ', items, ', ')),
    '# kind: Parameter',
    `# id: ${id}`,
    '# values:',
    `#   - from: ${start}`,
    `#     value: ${exampleOf(parameter, start)}`,
    `#     basis: ${basis}`,
    '',
  ].join('\n');
}

function later(from: string, since: Day): string {
  return (parseDate(from) as Day) < since ? printDate(since) : from;
}

function choicesOf(type: Type): readonly string[] {
  const of = type.kind === 'set' || type.kind === 'list' ? type.items : type;
  return of.kind === 'enum' ? [...of.values].map(([value, { zh }]) => `${value} ${zh}`) : [];
}

/** Lines of at most about 120 columns, of which a Chinese character takes two. */
function prose(head: string, parts: readonly string[], joint: string): string[] {
  const lines: string[] = [];
  let line = `## ${head}`;
  parts.forEach((part, index) => {
    const piece = index < parts.length - 1 ? part + joint : part;
    if (columnsOf(line + piece.trimEnd()) > WIDTH && line !== '## ') {
      lines.push(line.trimEnd());
      line = '##   ';
    }
    line += piece;
  });
  return parts.length === 0 ? [] : [...lines, line.trimEnd()];
}

function columnsOf(text: string): number {
  return text.length + (text.match(/[\u2e80-\uffff]/g)?.length ?? 0);
}

function nameOf(type: Type): Text {
  switch (type.kind) {
    case 'money':
      return { zh: '金额（元）', en: 'money (yuan)' };
    case 'number':
      return { zh: '数', en: 'number' };
    case 'integer':
      return { zh: '整数', en: 'integer' };
    case 'ratio':
      return { zh: '比例（如 2/3）', en: 'ratio (such as 2/3)' };
    case 'boolean':
      return { zh: '是否（true 或 false）', en: 'boolean (true or false)' };
    case 'duration':
      return { zh: '期限（天 days、工作日 workdays、月 months、年 years）', en: 'duration' };
    case 'date':
      return { zh: '日期', en: 'date' };
    case 'list':
    case 'set':
      return { zh: '若干取值', en: `${type.kind} of ${type.items.kind}` };
    case 'enum':
      return { zh: '选项', en: 'enum' };
    case 'text':
      return { zh: '文字', en: 'text' };
    default:
      return { zh: '编号', en: type.kind };
  }
}
