import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { AnswerJson } from '@qingdan/report';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerKey, COUNTY, SHIPPED } from './village-year.js';

const ROOT = join(import.meta.dirname, '../../../..');
const PROGRAM = join(ROOT, 'examples/05-child-process/CheckRecords.java');
const FOLDER = mkdtempSync(join(tmpdir(), 'qingdan-child-'));
const REGISTERS = join(ROOT, 'examples/01-village-year/dataset.yaml');
const COMMAND = [
  process.execPath,
  join(ROOT, 'packages/cli/bin/qingdan.js'),
  ...['check', REGISTERS, '-', '--format', 'jsonl', '--clock', '2026-08-01', '--lang', 'zh'],
  ...['--packs', ...SHIPPED, COUNTY],
] as const;

/** A JDK runs a source file; a JRE can't. */
const { stdout: modules } = spawnSync('java', ['--list-modules'], { encoding: 'utf8' });
// Null where there is no Java, whatever its type says.
const HAS_JDK = (modules as string | null)?.includes('jdk.compiler') ?? false;
if (!HAS_JDK)
  console.log('skipped: examples/05-child-process in Java, for which there is no JDK here');

describe('the command as a child process', () => {
  const lines = readFileSync(join(ROOT, 'examples/01-village-year/seal-use.jsonl'), 'utf8')
    .trim()
    .split('\n');
  const planted = new Set(
    answerKey().flatMap(({ record, verdict, nature }) =>
      record.kind === 'seal-use' && verdict === 'violated' && nature === 'violation'
        ? [record.id]
        : [],
    ),
  );
  const asked = [
    ...lines.slice(0, 3),
    '{"kind": "seal-use", ',
    ...lines.filter((line) => planted.has((JSON.parse(line) as { id: string }).id)).slice(0, 2),
  ];
  let answers: AnswerJson[];
  let status: number | null;

  beforeAll(async () => {
    const [node, ...args] = COMMAND;
    const child = spawn(node, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    const ended = once(child, 'exit') as Promise<[number | null]>;
    const reader = createInterface(child.stdout)[Symbol.asyncIterator]();
    answers = [];
    for (const line of asked) {
      child.stdin.write(`${line}\n`);
      const { value } = (await reader.next()) as { value: string };
      answers.push(JSON.parse(value) as AnswerJson);
    }
    child.stdin.end();
    [status] = await ended;
  }, 120_000);

  afterAll(() => rmSync(FOLDER, { recursive: true }));

  it('answers each line before the next is written, and one that is no record as well', () => {
    expect(answers.map(outcomeOf)).toEqual([
      ...['compliant', 'compliant', 'compliant', '-'],
      ...['violation', 'violation'],
    ]);
    expect(answers[3]?.diagnostics).not.toEqual([]);
  });

  it('ends with its input, and says that a line could not be read', () => {
    expect(status).toBe(2);
  });

  it.skipIf(!HAS_JDK)(
    'is held by the program in Java, to the same answers',
    () => {
      const records = join(FOLDER, 'records.jsonl');
      writeFileSync(records, `${asked.join('\n')}\n`);
      const {
        stdout,
        stderr,
        status: ended,
      } = spawnSync('java', [PROGRAM, records, ...COMMAND], { encoding: 'utf8' });
      expect(stderr).not.toMatch(/Exception/);
      expect(stdout.trim().split('\n')).toEqual(answers.map(lineOf));
      expect(ended).toBe(0);
    },
    120_000,
  );

  it.skipIf(!HAS_JDK)(
    'that ends too early is told by the program in Java',
    () => {
      const records = join(FOLDER, 'one.jsonl');
      writeFileSync(records, `${asked[0] ?? ''}\n`);
      const failing = [process.execPath, '-e', 'process.exit(2)'];
      const { stderr, status: ended } = spawnSync('java', [PROGRAM, records, ...failing], {
        encoding: 'utf8',
      });
      expect(stderr).toMatch(/IOException/);
      expect(ended).toBe(1);
    },
    120_000,
  );
});

function outcomeOf(answer: AnswerJson): string {
  return answer.record === null ? '-' : answer.outcome;
}

function lineOf(answer: AnswerJson): string {
  const { id, statement } =
    answer.record === null
      ? { id: '-', statement: '-' }
      : { id: answer.record.id, statement: answer.statement };
  return [outcomeOf(answer), id, statement].join('\t');
}
