import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { judge as Judge, RuleSet } from '@qingdan/engine/json-rules-engine';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../../..');
let folder = '';

// Where the module finds json-rules-engine, as in a project that has it installed.
beforeAll(async () => {
  folder = await mkdtemp(join(root, 'packages/conformance/node_modules/exported-'));
  const command = join(root, 'packages/cli/bin/qingdan.js');
  const args = [command, 'export', 'json-rules-engine', 'village.*', '--out', folder];
  // Some items can't be exported, which is status 1.
  await promisify(execFile)(process.execPath, args, { cwd: root }).catch((error: unknown) => {
    expect((error as { code: number }).code).toBe(1);
  });
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

it('the files that are written run by themselves', async () => {
  const module = pathToFileURL(join(folder, 'qingdan/index.js')).href;
  const { judge } = (await import(module)) as { judge: typeof Judge };
  const names = await readdir(join(folder, 'rules'));
  const sets = await Promise.all(
    names.map(
      async (name) => JSON.parse(await readFile(join(folder, 'rules', name), 'utf8')) as RuleSet,
    ),
  );
  const use = {
    kind: 'seal-use',
    id: 'S-1',
    usedOn: '2026-02-03',
    keeper: 'P1',
    approvals: [{ person: 'P1', role: 'village-director', decision: 'yes', on: '2026-02-01' }],
  };
  const verdictOn = async (record: typeof use): Promise<string | undefined> => {
    const verdicts = await judge(sets, record, { clock: '2026-03-01' });
    return verdicts.find(({ item }) => item === 'village.seal-keeper-approver')?.verdict;
  };
  expect(await verdictOn(use)).toBe('violated');
  expect(await verdictOn({ ...use, keeper: 'P2' })).toBe('clear');
  expect(await verdictOn({ ...use, usedOn: '2018-12-28' })).toBe('clear');
});
