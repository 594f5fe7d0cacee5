import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Field, type RecordType, StructType } from '@qingdan/core';
import { loadPackFolders } from '@qingdan/sdk';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { renderDeclarations } from './render-declarations.js';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));
const compiler = join(repository, 'node_modules/typescript/bin/tsc');

const SOUND = 'sound';

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'qingdan-types-'));
});
afterAll(() => rm(root, { recursive: true }));

/** What tsc finds wrong with a program that uses the declarations, or that it is sound. */
async function compile(declarations: string, program: string): Promise<string> {
  await writeFile(join(root, 'records.d.ts'), declarations);
  await writeFile(join(root, 'program.ts'), program);
  const options = ['--noEmit', '--strict', '--ignoreConfig', '--module', 'esnext'];
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [compiler, ...options, '--moduleResolution', 'bundler', 'program.ts', 'records.d.ts'],
      { cwd: root },
      (error, stdout, stderr) => {
        resolve(error === null ? SOUND : `${stdout}${stderr}`);
      },
    );
  });
}

function recordOf(id: string, fields: readonly Partial<Field>[] = []): RecordType {
  const whole = fields.map((field): Field => ({
    name: 'a',
    type: { kind: 'text' },
    label: { zh: '甲', en: 'a' },
    privacy: 'public',
    ...field,
  }));
  const label = { zh: '记录', en: 'record' };
  return { id, label, fields: new StructType(whole), register: false, shared: false };
}

it('declares the records of the shipped packs so that tsc takes what is right and refuses what is not', async () => {
  const folders = ['policies/national', 'policies/village'].map((path) => join(repository, path));
  const { packs } = await loadPackFolders(folders);
  const text = renderDeclarations([...packs.records.values()]);
  expect(text.match(/^export interface \w+ extends QingdanBase/gm)).toHaveLength(
    packs.records.size,
  );
  expect(text).toContain(
    [
      '/** 现金盘点 · cash count */',
      'export interface CashCount extends QingdanBase {',
      '  kind: "cash-count";',
    ].join('\n'),
  );
  const program = `
    import type { Expenditure, QingdanRecord, QingdanRecords } from './records.js';
    export const paid: Expenditure = {
      kind: 'expenditure', id: 'E-1', organisation: 'V1', amount: '1000.01', paidOn: '2026-02',
      payment: { method: 'cash', account: { id: 'A', by: 'name' } }, payee: { type: null },
      approvals: [{ person: 'P1', decision: 'yes' }, null], none: ['handler'], extra: { any: 1 },
    };
    export const any: QingdanRecord = paid;
    export const byKind: QingdanRecords['seal-use'] = { kind: 'seal-use', id: 'S-1' };
    // @ts-expect-error no such choice
    export const choice: Expenditure = { kind: 'expenditure', id: 'E', payment: { method: 'barter' } };
    // @ts-expect-error no such field
    export const field: Expenditure = { kind: 'expenditure', id: 'E', amuont: 1 };
    // @ts-expect-error a record has an id
    export const nameless: Expenditure = { kind: 'expenditure' };
    // @ts-expect-error no such kind
    export const kind: QingdanRecord = { kind: 'expense', id: 'E' };
  `;
  expect(await compile(text, program)).toBe(SOUND);
}, 120_000);

it('declares names of any script, names that need quotes, and labels that would end a comment', async () => {
  const text = renderDeclarations([
    recordOf('支出', [
      { name: '金额', type: { kind: 'money' }, unit: { zh: '元', en: 'yuan' } },
      { name: 'a-b', type: { kind: 'list', items: { kind: 'integer' } } },
      { name: 'odd', label: { zh: '甲*/乙', en: 'a */ b' } },
    ]),
    recordOf('a-b'),
    recordOf('a_b'),
    recordOf('2026'),
    recordOf('qingdan-record'),
  ]);
  expect(text).toContain('  /** 甲（元） · a (yuan) */\n  金额?: number | string | null;\n');
  const program = `
    import type { AB, AB2, QingdanRecord2, Record2026, 支出 } from './records.js';
    export const spent: 支出 = { kind: '支出', id: '1', 金额: 5, 'a-b': [1, '2'], odd: 'x' };
    export const others: [AB['kind'], AB2['kind'], Record2026['kind'], QingdanRecord2['kind']] =
      ['a-b', 'a_b', '2026', 'qingdan-record'];
  `;
  expect(await compile(text, program)).toBe(SOUND);
}, 120_000);
