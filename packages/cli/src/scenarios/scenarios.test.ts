import { spawn } from 'node:child_process';
import {
  chmod,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseYaml } from '@qingdan/input';
import { strToU8, zipSync } from 'fflate';
import { runProgram } from '../program.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** One run of the built command, as the files beside this one describe it. */
interface Scenario {
  readonly name: string;
  /** Contents by path. */
  readonly files?: Readonly<Record<string, Content>>;
  readonly links?: Readonly<Record<string, string>>;
  /** Files that nobody may read; whoever runs the tests as root may, and the scenario is left out. */
  readonly unreadable?: readonly string[];
  readonly stdin?: string | { readonly file: string };
  readonly run: string;
  /** Asks for something of the built command that its sources don't have. */
  readonly process?: true;
  readonly env?: Readonly<Record<string, string>>;
  readonly status: number;
  /** The whole text, or fragments of it. */
  readonly stdout?: string | readonly string[];
  /** What each line of stdout has in it: as many as there are. */
  readonly lines?: readonly string[];
  readonly stderr?: string | readonly string[];
  /** Fragments that neither stream has. */
  readonly never?: readonly string[];
  /** Files after the run: fragments, or null for those that must not be there. */
  readonly after?: Readonly<Record<string, readonly string[] | null>>;
}

/** A text, or what is tedious to write or no text; `zeros` is a hole of so many bytes, which takes no room on a disk. */
type Content =
  | string
  | {
      readonly repeat: string;
      /** Comes as many times, after `then`. */
      readonly closing?: string;
      readonly end?: string;
      readonly times: number;
      readonly before?: string;
      readonly then?: string;
    }
  | { readonly base64: string }
  | { readonly zip: Readonly<Record<string, Content>> }
  | Hole;

interface Hole {
  readonly before: string;
  readonly zeros: number;
  readonly then: string;
}

const isRoot = process.getuid?.() === 0;
const here = dirname(fileURLToPath(import.meta.url));
const command = process.env.QINGDAN_COMMAND ?? join(here, '../../bin/qingdan.js');
const names = (await readdir(here, { recursive: true }))
  .filter((name) => name.endsWith('.scenario.yaml'))
  .sort();

/** The files of every scenario: a small pack, and a village. */
const standing: Record<string, Content> = {
  'org.json': '{"kind":"organisation","id":"V1","subject":"village","jurisdiction":"990101001001"}',
};
const tiny = parseYaml(await readFile(join(here, 'tiny-pack.yaml'), 'utf8'), 'tiny-pack.yaml');
for (const [path, text] of Object.entries(tiny.documents[0]?.value as Record<string, string>)) {
  standing[`packs/tiny/${path}`] = text;
}

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'qingdan-scenarios-'));
});
afterAll(() => rm(root, { recursive: true }));

for (const name of names) {
  const { documents, diagnostics } = parseYaml(await readFile(join(here, name), 'utf8'), name);
  const scenarios = documents[0]?.value as readonly Scenario[];
  describe(name, () => {
    it('is sound', () => {
      expect(diagnostics).toEqual([]);
    });
    for (const [index, scenario] of scenarios.entries()) {
      const isLeftOut = isRoot && scenario.unreadable !== undefined;
      const isOwn = index === 0 || needsProcess(scenario);
      it.skipIf(isLeftOut)(scenario.name, { timeout: 120_000 }, async () => {
        await play(scenario, await mkdtemp(join(root, 'run-')), isOwn ? startCommand : runHere);
      });
    }
  });
}

/**
 * Starting Node takes ten times as long as most checks: what asks nothing of the process runs in this one, but for the first
 * scenario of each file. `QINGDAN_SCENARIOS=process` starts one for each.
 */
function needsProcess({ stdin, env, process: isAsked }: Scenario): boolean {
  const isAny = process.env.QINGDAN_SCENARIOS === 'process';
  return isAny || isAsked === true || stdin !== undefined || env !== undefined;
}

async function play(scenario: Scenario, folder: string, runCommand: Run): Promise<void> {
  for (const [path, content] of Object.entries({ ...standing, ...scenario.files })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    if (typeof content === 'object' && 'zeros' in content) {
      await writeHole(join(folder, path), content);
    } else await writeFile(join(folder, path), bytesOf(content));
  }
  for (const [path, target] of Object.entries(scenario.links ?? {})) {
    await symlink(target, join(folder, path));
  }
  for (const path of scenario.unreadable ?? []) await chmod(join(folder, path), 0);
  const { status, stdout, stderr } = await runCommand(scenario, folder);
  const context = `stdout:\n${stdout}\nstderr:\n${stderr}`;
  compare(stdout, scenario.stdout, context);
  if (scenario.lines !== undefined)
    expect(stdout.trimEnd().split('\n'), context).toEqual(
      scenario.lines.map((fragment): unknown => expect.stringContaining(fragment)),
    );
  compare(stderr, scenario.stderr, context);
  for (const fragment of scenario.never ?? []) expect(context).not.toContain(fragment);
  expect(status, context).toBe(scenario.status);
  // Drafts of files that were to be written are never left behind.
  expect((await readdir(folder)).filter((file) => file.endsWith('.tmp'))).toEqual([]);
  for (const [path, fragments] of Object.entries(scenario.after ?? {})) {
    const text = await readFile(join(folder, path), 'utf8').catch(() => null);
    if (fragments === null) expect(text).toBeNull();
    else for (const fragment of fragments) expect(text).toContain(fragment);
  }
}

function compare(actual: string, wanted: string | readonly string[] | undefined, context: string) {
  if (typeof wanted === 'string') expect(actual, context).toBe(wanted);
  else for (const fragment of wanted ?? []) expect(actual, context).toContain(fragment);
}

async function writeHole(path: string, { before, zeros, then }: Hole): Promise<void> {
  const file = await open(path, 'w');
  const { bytesWritten } = await file.write(before);
  await file.truncate(bytesWritten + zeros);
  await file.write(then, bytesWritten + zeros);
  await file.close();
}

function bytesOf(content: Exclude<Content, Hole>): Uint8Array | string {
  if (typeof content === 'string') return content;
  if ('base64' in content) return Buffer.from(content.base64, 'base64');
  if ('zip' in content) {
    const parts = Object.entries(content.zip).map(([name, part]) => {
      const bytes = bytesOf(part as Exclude<Content, Hole>);
      return [name, typeof bytes === 'string' ? strToU8(bytes) : bytes];
    });
    return zipSync(Object.fromEntries(parts) as Record<string, Uint8Array>);
  }
  const { before = '', repeat, times, then = '', closing = '', end = '' } = content;
  return before + repeat.repeat(times) + then + closing.repeat(times) + end;
}

/** What a run ended with, and what it wrote. */
interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

type Run = (scenario: Scenario, cwd: string) => Promise<Ran>;

async function runHere({ run }: Scenario, cwd: string): Promise<Ran> {
  const before = process.cwd();
  const written: Record<'stdout' | 'stderr', string[]> = { stdout: [], stderr: [] };
  process.chdir(cwd);
  try {
    const status = await runProgram(run.split(' '), {
      stdout: (text) => written.stdout.push(Buffer.from(text).toString()),
      stderr: (text) => written.stderr.push(text),
      env: {},
      colour: false,
      width: undefined,
      terminal: undefined,
    });
    return { status, stdout: written.stdout.join(''), stderr: written.stderr.join('') };
  } finally {
    process.chdir(before);
  }
}

async function startCommand({ run, env, stdin }: Scenario, cwd: string): Promise<Ran> {
  const file = typeof stdin === 'object' ? await open(join(cwd, stdin.file)) : undefined;
  return new Promise<Ran>((resolve, reject) => {
    const args = run.split(' ');
    const child = spawn(process.execPath, [command, ...args], {
      cwd,
      env: { PATH: process.env.PATH, ...env },
      stdio: [file?.fd ?? 'pipe', 'pipe', 'pipe'],
    });
    // A command that doesn't read it may be gone before it is written.
    if (typeof stdin !== 'object') child.stdin?.on('error', () => undefined).end(stdin ?? '');
    let stdout = '';
    let stderr = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (status) => {
      resolve({ status, stdout, stderr });
    });
  }).finally(() => file?.close());
}
