import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SHIPPED } from '../../examples/village-year.js';
import type { Bar, Measured } from '../area.js';
import { runNode, type Usage } from '../command/run-command.js';
import { figures } from '../timing/figures.js';
import { CONTESTS, LEAN } from './million.js';
import { makeProjects, VILLAGE } from './projects.js';
import { CLOCK, REGISTERS } from './village.js';

/** Events of a project in the mean, so that a log is about as long as was asked. */
const EVENTS = 20.4;

/** The memory of a log ten times as long may be so many times as much: both start at that of Node and the packs. */
const TIMES = 1.25;

const DATASET = 'village.yaml';
const BOOKS = `files: [{ path: registers.jsonl }]\nbooks: [{ kind: officer, organisation: ${VILLAGE} }]\n`;

interface Sorted {
  readonly events: number;
  readonly cases: number;
  readonly bytes: number;
  readonly usage: Usage;
}

/** The memory that the command takes for logs sorted by case, a short one and one ten times as long. */
export function measureSorted(command: string, folder: string, events: number): Measured {
  const packs = join(folder, 'lean.json');
  const build = [command, 'build', ...SHIPPED, LEAN, '--output', packs];
  runNode(build, join(folder, 'build.log'), folder);
  const registers = REGISTERS.map((each) => `${JSON.stringify(each)}\n`).join('');
  writeFileSync(join(folder, 'registers.jsonl'), registers);
  writeFileSync(join(folder, DATASET), BOOKS);
  const sizes = [events / 10, events].map((size) => checkSorted(command, folder, packs, size));
  const [short, long] = sizes as [Sorted, Sorted];
  const times = long.usage.memory / short.usage.memory;
  const bar: Bar = {
    what: 'memory for a log sorted by case, against that for one a tenth as long',
    bar: `at most ${String(TIMES)}×`,
    measured: `${figures(times)}×`,
    met: times <= TIMES,
  };
  return {
    text: [
      `The third table is of projects as a log of lines in which the events of each case stand together, judged by the command ` +
        `(\`--log … --format jsonl\`) by order, posts and times alone: no project has to do with another, so each is written as soon as the next begins, ` +
        `and forgotten. As many must be at fault as went wrong in what this procedure sees. One run each.`,
    ],
    tables: [
      {
        head: ['events', 'cases', 'log', 'wall', 'memory at its peak'],
        rows: sizes.map((each) => [
          each.events.toLocaleString('en-US'),
          each.cases.toLocaleString('en-US'),
          `${figures(each.bytes / 1e6)} MB`,
          `${figures(each.usage.wall)} s`,
          `${figures(each.usage.memory / 1e6)} MB`,
        ]),
      },
    ],
    bars: [bar],
  };
}

function checkSorted(command: string, folder: string, packs: string, events: number): Sorted {
  const contest = CONTESTS[1];
  if (contest === undefined) throw new Error('there is no lean procedure');
  const { text, faults } = makeProjects(contest.procedure, Math.round(events / EVENTS));
  const log = join(folder, 'projects.jsonl');
  writeFileSync(log, text);
  const output = join(folder, 'projects-report.jsonl');
  const options = ['--format', 'jsonl', '--clock', CLOCK, '--lang', 'en', '--fail-on', 'never'];
  const usage = runNode(
    [command, 'check', DATASET, '--log', log, ...options, '--packs', packs],
    output,
    folder,
  );
  const wanted = faults.filter((fault) => fault !== undefined && contest.sees.includes(fault));
  const found = readFileSync(output, 'utf8').match(
    new RegExp(`"procedure":"${contest.procedure}"[^\\n]*"outcome":"(violation|suspicion)"`, 'g'),
  );
  if (found?.length !== wanted.length)
    throw new Error(`${String(found?.length)} at fault, not ${String(wanted.length)}`);
  return {
    events: text.split('\n').length - 1,
    cases: faults.length + 1,
    bytes: statSync(log).size,
    usage,
  };
}
