import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLOCK, COUNTY, SHIPPED } from '../../examples/village-year.js';
import { type Area, timeBar } from '../area.js';
import { figures } from '../timing/figures.js';
import { median } from '../timing/statistics.js';
import { copiesOfTheYear } from '../village/copies.js';
import { installPacked } from './install-packed.js';
import { runNode, type Usage } from './run-command.js';

type Summary = Readonly<Record<string, number>>;

/** It takes long enough to be steady. */
const RUNS = 3;

const SECONDS = 10;
const MEGABYTES = 300;

/** A file of many records through the command. */
export const THROUGHPUT: Area = {
  name: 'throughput',
  title: 'A file of 100,000 records',
  measure: ({ lines, runs }) => {
    const folder = mkdtempSync(join(tmpdir(), 'qingdan-bench-'));
    try {
      const command = installPacked(folder);
      const packs = join(folder, 'packs.json');
      const build = [command, 'build', ...SHIPPED, COUNTY, '--output', packs];
      runNode(build, join(folder, 'build.log'), folder);
      const check = (dataset: string): Checked => checkOne(command, dataset, packs, folder);
      const one = write(folder, 'one', 1);
      const copies = Math.ceil(lines / one.lines);
      const many = write(folder, 'many', copies);
      const { summary: single } = check(one.dataset);
      const usages: Usage[] = [];
      for (let run = 0; run < Math.min(runs, RUNS); run += 1) {
        const { summary, usage } = check(many.dataset);
        for (const [name, count] of Object.entries(single))
          if (summary[name] !== count * copies)
            throw new Error(
              `${name}: ${String(summary[name])} of ${copies} copies, ${count} of one`,
            );
        usages.push(usage);
      }
      const wall = median(usages.map((usage) => usage.wall));
      const memory = Math.max(...usages.map((usage) => usage.memory)) / 1e6;
      return {
        text: [
          `The example's year ${copies} times, each copy with people, organisations and papers of its own: ` +
            `${many.lines.toLocaleString('en-US')} records of all kinds in one file of ${figures(many.bytes / 1e6)} MB, with books of ` +
            `every village, against the national and village packs and those of a county, which \`qingdan build\` made one file of ` +
            `beforehand. The command is that which is published (\`pnpm pack\`): \`qingdan check --format jsonl\` reads it, judges every record beside the others and every month, quarter and year besides, and writes a line for each. ` +
            `The summary must be ${copies} times that of one copy: ` +
            `${Object.entries(single)
              .map(([name, count]) => `${name} ${count}`)
              .join(', ')}. Time is the median of ${usages.length} runs, memory the most of them.`,
        ],
        tables: [
          {
            head: ['records', 'wall', 'processor', 'memory at its peak', 'records a second'],
            rows: [
              [
                many.lines.toLocaleString('en-US'),
                `${figures(wall)} s`,
                `${figures(median(usages.map(({ processor }) => processor)))} s`,
                `${figures(memory)} MB`,
                figures(many.lines / wall),
              ],
            ],
          },
        ],
        bars: [
          timeBar(`${many.lines.toLocaleString('en-US')} records, wall`, wall, SECONDS, 's'),
          {
            what: `${many.lines.toLocaleString('en-US')} records, memory`,
            bar: `under ${MEGABYTES} MB`,
            measured: `${figures(memory)} MB`,
            met: memory < MEGABYTES,
          },
        ],
      };
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

function write(
  folder: string,
  name: string,
  copies: number,
): { dataset: string; lines: number; bytes: number } {
  const { chunks, lines, dataset } = copiesOfTheYear(copies);
  const records = join(folder, `${name}.jsonl`);
  const file = openSync(records, 'w');
  for (const chunk of chunks) writeSync(file, chunk);
  closeSync(file);
  const path = join(folder, `${name}.yaml`);
  writeFileSync(path, dataset(`${name}.jsonl`));
  return { dataset: path, lines, bytes: statSync(records).size };
}

interface Checked {
  readonly summary: Summary;
  readonly usage: Usage;
}

function checkOne(command: string, dataset: string, packs: string, folder: string): Checked {
  const output = join(folder, 'report.jsonl');
  const options = ['--format', 'jsonl', '--clock', CLOCK, '--lang', 'en', '--fail-on', 'never'];
  const usage = runNode([command, 'check', dataset, ...options, '--packs', packs], output, folder);
  const closing = readFileSync(output, 'utf8').trimEnd().split('\n').at(-1) ?? '';
  return { summary: (JSON.parse(closing) as { summary: Summary }).summary, usage };
}
