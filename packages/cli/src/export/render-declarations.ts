import type { Field, RecordType, Type } from '@qingdan/core';

/** What every record may hold, and the forms of values that JSON has no type for. */
const PRELUDE = `/** 日期，可只到月或年 · a day, or the days of a month or year: 2026-02-03, 2026-02, 2026 */
export type QingdanDate = string;
/** 时刻 · an instant: 2026-02-03T09:30:00+08:00 */
export type QingdanInstant = string;
/** 期限 · a duration: 5 days, 10 workdays, 2 months, 20 years */
export type QingdanDuration = string;
/** 比例 · a ratio: 2/3 or 0.5 */
export type QingdanRatio = number | string;
/** 期间，不含 until 当日 · half-open: \`until\` is the first day after it, \`none\` is without end */
export interface QingdanPeriod {
  from?: QingdanDate | null;
  until?: QingdanDate | 'none' | null;
}
/** 编号；按姓名、名称对应得出的写 by: name · an id, or an id that was found by a name */
export type QingdanReference = string | { id: string; by: 'name' };
/** 各种记录共有的项目；缺项或者 null 为不明 · what every record has; a key that is absent or null is unknown */
export interface QingdanBase {
  /** 记录编号 · the id of the record */
  id: string;
  /** 确知没有的项目（写路径）· fields known to have no value, with their path */
  none?: string[] | null;
  /** 其他内容，不读取 · anything else; not read */
  extra?: unknown;
}
`;

/** TypeScript declarations of kinds of records, one interface each, as \`readRecord\` reads them. */
export function renderDeclarations(records: readonly RecordType[]): string {
  const named = nameAll(records);
  const interfaces = records.map((record) => interfaceOf(record, named.get(record.id) ?? ''));
  const rows = records.map(({ id }) => `  ${JSON.stringify(id)}: ${named.get(id) ?? ''};\n`);
  return [
    '// 由 qingdan export types 生成 · Written by `qingdan export types`.\n',
    PRELUDE,
    ...interfaces,
    `/** 各种记录，按其种类 · the records by their kinds */\nexport interface QingdanRecords {\n${rows.join('')}}\n`,
    '/** 任一种记录 · a record of any kind */\nexport type QingdanRecord = QingdanRecords[keyof QingdanRecords];\n',
  ].join('\n');
}

/** `seal-use` is SealUse; of kinds that would be called the same, and of what the prelude declares, the later gets a number. */
function nameAll(records: readonly RecordType[]): ReadonlyMap<string, string> {
  const taken = new Set([...PRELUDE.matchAll(/(?:type|interface) (\w+)/g)].map(([, name]) => name));
  taken.add('QingdanRecords').add('QingdanRecord');
  const names = new Map<string, string>();
  for (const { id } of records) {
    const words = id.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
    const joined = words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('');
    const base = /^\p{L}/u.test(joined) ? joined : `Record${joined}`;
    let name = base;
    for (let number = 2; taken.has(name); number += 1) name = `${base}${number}`;
    taken.add(name);
    names.set(id, name);
  }
  return names;
}

function interfaceOf(record: RecordType, name: string): string {
  // A register of people in organisations has a field of that name, which says more.
  const belongs = !record.shared && record.fields.field('organisation') === undefined;
  const organisation = belongs
    ? '  /** 所属组织的编号 · the id of its organisation */\n  organisation?: string | null;\n'
    : '';
  return [
    comment('', record.label.zh, record.label.en),
    `export interface ${name} extends QingdanBase {\n`,
    `  kind: ${JSON.stringify(record.id)};\n`,
    organisation,
    ...record.fields.fields.map((field) => property(field, '  ')),
    '}\n',
  ].join('');
}

function property({ name, type, label, unit }: Field, indent: string): string {
  const zh = unit === undefined ? label.zh : `${label.zh}（${unit.zh}）`;
  const en = unit === undefined ? label.en : `${label.en} (${unit.en})`;
  const choices = choicesOf(type);
  return `${comment(indent, zh, en, choices)}${indent}${keyOf(name)}?: ${typeText(type, indent)} | null;\n`;
}

/** A doc comment; a label can't end it. */
function comment(indent: string, zh: string, en: string, choices: readonly string[] = []): string {
  const lines = [`${zh} · ${en}`, ...choices].map((line) =>
    line.replaceAll('*/', '*\u200b/').replaceAll(/\s+/g, ' '),
  );
  if (lines.length === 1) return `${indent}/** ${lines.join('')} */\n`;
  const body = lines.map((line) => `${indent} * ${line}\n`).join('');
  return `${indent}/**\n${body}${indent} */\n`;
}

function choicesOf(type: Type): readonly string[] {
  const of = type.kind === 'list' || type.kind === 'set' ? type.items : type;
  return of.kind === 'enum' ? [...of.values].map(([value, { zh }]) => `- ${value}: ${zh}`) : [];
}

function keyOf(name: string): string {
  return /^[\p{L}_$][\p{L}\p{M}\p{N}_$]*$/u.test(name) ? name : JSON.stringify(name);
}

function typeText(type: Type, indent: string): string {
  switch (type.kind) {
    case 'money':
    case 'number':
    case 'integer':
      return 'number | string';
    case 'ratio':
      return 'QingdanRatio';
    case 'boolean':
      return 'boolean';
    case 'text':
    case 'role':
    case 'body':
      return 'string';
    case 'date':
      return 'QingdanDate';
    case 'instant':
      return 'QingdanInstant';
    case 'duration':
      return 'QingdanDuration';
    case 'period':
      return 'QingdanPeriod';
    case 'enum':
      return [...type.values.keys()].map((value) => JSON.stringify(value)).join(' | ');
    case 'person':
    case 'organisation':
    case 'ref':
      return 'QingdanReference';
    case 'list':
    case 'set':
      return `(${typeText(type.items, indent)} | null)[]`;
    case 'struct': {
      const inner = `${indent}  `;
      return `{\n${type.struct.fields.map((field) => property(field, inner)).join('')}${indent}}`;
    }
    case 'record':
      return 'unknown';
  }
}
