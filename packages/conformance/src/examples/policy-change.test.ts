import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../../../..');
const COMMAND = process.env.QINGDAN_COMMAND ?? join(ROOT, 'packages/cli/bin/qingdan.js');
const FOLDER = mkdtempSync(join(tmpdir(), 'qingdan-policy-change-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

/** What stands between two fences: `yaml PATH` and `json PATH` are files, `sh` commands, `text` what they print. */
interface Block {
  readonly language: string;
  readonly rest: string;
  readonly text: string;
}

/** Commands, with what they print and how the last of them ends. */
interface Step {
  readonly commands: readonly string[];
  readonly printed: readonly string[];
  readonly status: number;
}

function blocksOf(page: string): readonly Block[] {
  return [...page.matchAll(/^```(\w+) ?(.*)\n([^]*?)^```$/gm)].map(
    ([, language = '', rest = '', text = '']) => ({
      language,
      rest,
      text,
    }),
  );
}

/** A block of output tells of the commands before it; `…` stands for lines that are left out. */
function stepOf({ text }: Block, next: Block | undefined): Step {
  const output = next?.language === 'text' ? next : undefined;
  return {
    commands: text.trim().split('\n'),
    printed: output?.text.split(/^…\n/m).map((part) => part.trimEnd()) ?? [],
    status: Number(/^exit (\d)$/.exec(output?.rest ?? '')?.[1] ?? '0'),
  };
}

function run(
  args: readonly string[],
  cwd: string,
  locale: string,
): Promise<{ output: string; status: number | null }> {
  return new Promise((resolve, reject) => {
    const env = { PATH: process.env.PATH, LANG: locale };
    const child = spawn(process.execPath, [COMMAND, ...args], { cwd, env });
    const streams = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => (streams[name] += text));
    }
    child.on('error', reject);
    child.on('close', (status) => {
      resolve({ output: streams.stdout + streams.stderr, status });
    });
  });
}

async function take(
  { commands, printed, status }: Step,
  folder: string,
  locale: string,
): Promise<void> {
  let output = '';
  let ended: number | null = 0;
  for (const command of commands) {
    const [program, ...args] = command.split(' ');
    if (program === 'rm') for (const file of args) rmSync(join(folder, file));
    else {
      expect([program, args[0]], command).toEqual(['npx', 'qingdan']);
      const answer = await run(args.slice(1), folder, locale);
      output += answer.output;
      ended = answer.status;
    }
  }
  for (const part of printed) expect(output, commands.join('\n')).toContain(part);
  expect(ended, `${commands.join('\n')}\n${output}`).toBe(status);
}

describe.concurrent('a change of policy', () => {
  it.each([
    ['README.md', 'en_US.UTF-8'],
    ['README.zh-CN.md', 'zh_CN.UTF-8'],
  ])('goes as %s tells it', { timeout: 300_000 }, async (page, locale) => {
    const folder = join(FOLDER, page);
    mkdirSync(folder);
    const blocks = blocksOf(readFileSync(join(ROOT, 'examples/06-policy-change', page), 'utf8'));
    let steps = 0;
    for (const [index, block] of blocks.entries()) {
      if (block.language === 'sh') {
        await take(stepOf(block, blocks[index + 1]), folder, locale);
        steps += 1;
      } else if (block.language !== 'text') {
        mkdirSync(dirname(join(folder, block.rest)), { recursive: true });
        writeFileSync(join(folder, block.rest), block.text);
      }
    }
    expect(steps).toBe(8);
  });

  it('is told in both languages by the same commands, on the same rules and records', () => {
    const [en, zh] = ['README.md', 'README.zh-CN.md'].map((page) =>
      blocksOf(readFileSync(join(ROOT, 'examples/06-policy-change', page), 'utf8'))
        .filter(({ language, rest }) => language !== 'text' && !rest.includes('/tests/'))
        .map(({ rest, text }) => `${rest}\n${text}`),
    );
    expect(zh).toEqual(en);
  });
});
