import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseYaml } from '@qingdan/input';
import { afterAll, beforeAll, expect, it } from 'vitest';

const command =
  process.env.QINGDAN_COMMAND ?? fileURLToPath(new URL('../../bin/qingdan.js', import.meta.url));
const args = ['check', 'ledger.jsonl', '--packs', 'tiny', '--clock', '2026-03-01'];

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qingdan-bytes-'));
  const pack = await readFile(new URL('tiny-pack.yaml', import.meta.url), 'utf8');
  const files = parseYaml(pack, 'tiny-pack.yaml').documents[0]?.value as Record<string, string>;
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, 'tiny', path)), { recursive: true });
    await writeFile(join(folder, 'tiny', path), text);
  }
  const village =
    '{"kind":"organisation","id":"V1","subject":"village","jurisdiction":"990101001001"}\n';
  const payments = Array.from(
    { length: 400 },
    (_, index) =>
      `{"kind":"payment","id":"P${index}","organisation":"V1","paidOn":"2026-02-03","amount":5000,"method":"cash"}\n`,
  );
  await writeFile(join(folder, 'ledger.jsonl'), village + payments.join(''));
});
afterAll(() => rm(folder, { recursive: true }));

function run(onData: (chunk: string, stop: () => void) => void, more: readonly string[] = []) {
  return new Promise<{ status: number | null; stderr: string }>((resolve, reject) => {
    const child = spawn(process.execPath, [command, ...args, ...more], {
      cwd: folder,
      env: { PATH: process.env.PATH },
    });
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      onData(chunk, () => child.stdout.destroy());
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
    child.on('error', reject);
    child.on('close', (status) => {
      resolve({ status, stderr });
    });
  });
}

it.each(['text', 'json', 'sarif', 'junit'])(
  'the same records and clock give the same bytes as %s, and tell nothing of the machine',
  { timeout: 120_000 },
  async (format) => {
    const texts: string[] = [];
    for (const index of [0, 1]) {
      await run(
        (chunk) => {
          texts[index] = (texts[index] ?? '') + chunk;
        },
        ['--format', format],
      );
    }
    expect(texts[0]?.length).toBeGreaterThan(100_000);
    expect(texts[0]).toBe(texts[1]);
    expect(texts[0]).not.toContain(folder);
    expect(texts[0]).not.toContain(`"${hostname()}"`);
    expect(texts[0]).not.toContain(new Date().toISOString().slice(0, 10));
  },
);

it('a reader that stops early is no error', { timeout: 120_000 }, async () => {
  const { status, stderr } = await run((_, stop) => {
    stop();
  });
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
});
