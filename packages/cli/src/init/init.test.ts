import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { valueInForce } from '@qingdan/core';
import { parseYaml } from '@qingdan/input';
import { loadPackFolders } from '@qingdan/sdk';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runProgram } from '../program.js';
import { exampleOf } from './example-of.js';
import { EXAMPLE_VALUES } from './example-values.js';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));
const shipped = ['policies/national', 'policies/village'].map((path) => join(repository, path));
const everybody = [
  ...shipped,
  ...['policies/community', 'policies/cooperative'].map((path) => join(repository, path)),
];

// Each runs whole commands over the shipped packs.
vi.setConfig({ testTimeout: 120_000 });

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'qingdan-init-'));
});
afterAll(() => rm(root, { recursive: true }));

async function run(...args: readonly string[]) {
  let text = '';
  const write = (piece: string | Uint8Array): void => {
    text += typeof piece === 'string' ? piece : new TextDecoder().decode(piece);
  };
  const status = await runProgram(args, {
    stdout: write,
    stderr: write,
    env: { LANG: 'en' },
    colour: false,
    width: undefined,
    terminal: undefined,
  });
  return { status, text };
}

describe.each([
  { name: 'a small pack', pack: 'mine', options: [], tests: 3 },
  { name: 'a pack with a Chinese name', pack: '清平', options: [], tests: 3 },
  { name: 'a pack whose name looks like a number', pack: '2026', options: [], tests: 3 },
  { name: 'a county overlay', pack: 'county', options: ['--county', '990202'], tests: 2 },
  { name: 'a pack for villages', pack: 'ours', options: [], tests: 3, above: everybody },
  {
    name: 'a pack for communities',
    pack: 'theirs',
    options: ['--subject', 'community'],
    tests: 3,
    above: everybody,
  },
  {
    name: 'a county overlay for collectives',
    pack: 'collectives',
    options: ['--subject', 'cooperative', '--county', '990202'],
    tests: 0,
    above: everybody,
  },
])('$name', ({ pack, options, tests, above = shipped }) => {
  const folder = () => join(root, pack);

  it('passes lint, test and fmt as it is written', async () => {
    const packs = ['--packs', ...above];
    const made = await run('init', pack, '--dir', folder(), ...options, ...packs);
    expect(made).toMatchObject({ status: 0 });
    expect(await run('lint', folder(), '--deny-warnings', ...packs)).toEqual({
      status: 0,
      text: '0 errors, 0 warnings\n',
    });
    expect(await run('test', folder(), ...packs)).toEqual({
      status: 0,
      text: `${tests} passed, 0 failed\n`,
    });
    expect(await run('fmt', '--check', folder())).toMatchObject({ status: 0 });
  });
});

describe('the entries of an overlay', () => {
  const clock = 20_514; // 2026-03-02

  it('set every figure that the shipped packs leave open, once uncommented', async () => {
    const folder = join(root, 'whole');
    const packs = ['--packs', ...shipped];
    await run(
      'init',
      'whole',
      '--dir',
      folder,
      '--county',
      '990202',
      '--clock',
      '2026-03-02',
      ...packs,
    );
    const place = { subject: 'village', jurisdiction: '990202' } as const;
    const { packs: loaded } = await loadPackFolders(shipped);
    const above = loaded.policyFor(place);
    const left = (id: string) =>
      loaded.library.parameters.get(id)?.some(({ values }) => values.some(({ unset }) => unset));
    const owed = [...above.parameters.values()].filter(
      (parameter) => valueInForce(parameter, clock)?.unset === true && left(parameter.id),
    );
    expect(owed.map(({ id }) => id).sort()).toEqual([...EXAMPLE_VALUES.keys()].sort());

    for (const name of await readdir(join(folder, 'parameters'))) {
      const file = join(folder, 'parameters', name);
      const text = await readFile(file, 'utf8');
      expect(text.split('\n').filter((line) => !/^(#|$)/.test(line))).toEqual([]);
      await writeFile(file, text.replaceAll(/^# ?/gm, ''));
    }
    expect(await run('lint', folder, '--deny-warnings', ...packs)).toEqual({
      status: 0,
      text: '0 errors, 0 warnings\n',
    });
    expect(await run('test', folder, ...packs)).toMatchObject({ status: 0 });
    const own = (await loadPackFolders([...shipped, folder])).packs.policyFor(place);
    for (const { id } of owed) {
      expect(valueInForce(own.parameters.get(id), clock), id).toMatchObject({
        unset: false,
        pack: 'whole',
      });
    }
  });

  it('tell what the figure is, which way it tightens and what rests on it', async () => {
    const text = await readFile(join(root, 'county/parameters/spending.yaml'), 'utf8');
    const entry = text.split('\n\n').find((each) => each.includes('# id: spending.tier-1\n'));
    expect(entry?.split('\n')).toEqual([
      '# ---',
      '## 一人审批的支出上限',
      '## spending that one person may approve',
      '## 类型 type: 金额（元） money (yuan); 下级只能降低 lower levels may only lower it',
      expect.stringMatching(/^## 依此判断的条目 items that rest on it: .*village\.routine-expense/),
      '# kind: Parameter',
      '# id: spending.tier-1',
      '# values:',
      expect.stringMatching(/^# {3}- from: \d{4}-01-01$/),
      '#     value: 1000',
      '#     basis: [{ instrument: COUNTY-RULES, confidence: local }]',
    ]);
  });

  it('show the values of the example county', async () => {
    const folder = join(repository, 'examples/county/parameters');
    const set = new Map<string, unknown>();
    for (const name of await readdir(folder)) {
      const { documents } = parseYaml(await readFile(join(folder, name), 'utf8'), name);
      for (const { value } of documents) {
        const { id, values } = value as { id: string; values: readonly { value: unknown }[] };
        set.set(id, values.at(-1)?.value);
      }
    }
    expect(EXAMPLE_VALUES.size).toBeGreaterThan(100);
    for (const [id, value] of EXAMPLE_VALUES) expect(set.get(id), id).toEqual(value);
  });

  it.each([
    ['money', { kind: 'money' }, '1'],
    ['boolean', { kind: 'boolean' }, 'true'],
    ['date', { kind: 'date' }, '2026-01-01'],
    ['duration', { kind: 'duration' }, '10 days'],
    ['set of texts', { kind: 'set', items: { kind: 'text' } }, '[示例]'],
  ] as const)('give any value of its type to a figure that no example has: %s', (_, type, text) => {
    expect(exampleOf({ id: 'no.such', type }, '2026-01-01')).toBe(text);
  });
});
