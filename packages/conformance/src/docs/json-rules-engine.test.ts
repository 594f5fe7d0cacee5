import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../../..');
const guide = await readFile(join(root, 'docs/guide/json-rules-engine.md'), 'utf8');
const blocks = (language: string): readonly string[] =>
  [...guide.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map(
    ([, block = '']) => block,
  );

/** The kind of record that the guide's rules are about. */
const PACK = {
  'packs/base/qingdan.yaml': `name: base
version: 1.0.0
title: { zh: 基础, en: base }
jurisdiction: CN
`,
  'packs/base/records.yaml': `kind: Record
id: purchase
label: { zh: 采购, en: purchase }
register: true
fields:
  amount: { type: money, label: { zh: 金额, en: amount } }
  purpose: { type: text, label: { zh: 用途, en: purpose } }
  payment:
    type: struct
    label: { zh: 付款, en: payment }
    fields: { method: { type: text, label: { zh: 方式, en: method } } }
`,
};

let folder = '';
const write = async (files: Readonly<Record<string, string>>): Promise<void> => {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
};
const node = async (...args: readonly string[]): Promise<string> =>
  (await promisify(execFile)(process.execPath, args, { cwd: folder })).stdout;
const qingdan = (command: string, ...more: readonly string[]): Promise<string> =>
  node(
    process.env.QINGDAN_COMMAND ?? join(root, 'packages/cli/bin/qingdan.js'),
    ...command.trim().replace('npx qingdan ', '').split(' '),
    ...more,
  );

// Where the module finds json-rules-engine, as in a project that has it installed.
beforeAll(async () => {
  folder = await mkdtemp(join(root, 'packages/conformance/node_modules/guide-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('the guide on json-rules-engine', { timeout: 240_000 }, () => {
  const [exporting = '', importing = ''] = blocks('sh');

  it('exports an item, and the files that are written run by themselves', async () => {
    const [program = ''] = blocks('js');
    await qingdan(exporting);
    await write({ 'check.mjs': program });
    expect(await node('check.mjs')).toBe(blocks('text')[0]);
  });

  it('imports a rule, as a pack that passes lint and is laid out by the formatter', async () => {
    await write({ ...PACK, 'rules.json': blocks('json')[0] ?? '' });
    await qingdan(importing, '--packs', 'packs');
    const items = await readFile(join(folder, 'mine/prohibitions/imported.yaml'), 'utf8');
    // In this repository a file begins with the way to its schema.
    expect(items.replace(/^# yaml-language-server.*\n/, '')).toBe(blocks('yaml')[0]);
    await qingdan('lint mine --deny-warnings --packs packs');
    await qingdan('fmt mine --check');
  });

  it('imports over a new kind of record, too', async () => {
    const anew = importing.replace('--record purchase --out mine', '--record new --out anew');
    await qingdan(anew, '--packs', 'packs');
    await qingdan('lint anew --deny-warnings');
    await qingdan('fmt anew --check');
  });
});
