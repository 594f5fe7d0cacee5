import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLOCK } from '../../examples/village-year.js';
import { type Area, timeBar } from '../area.js';
import { figures } from '../timing/figures.js';
import { median } from '../timing/statistics.js';
import { installPacked } from './install-packed.js';
import { runNode, type Usage } from './run-command.js';

const MILLISECONDS = 400;

const RECORD = {
  kind: 'seal-use',
  id: 'S-1',
  organisation: 'V1',
  usedOn: '2026-02-03',
  matter: 'guarantee',
  none: ['decision'],
};

/** The command from nothing to an answer about one record. */
export const COLD_START: Area = {
  name: 'cold-start',
  title: 'Cold start',
  measure: ({ runs }) => {
    const folder = mkdtempSync(join(tmpdir(), 'qingdan-bench-'));
    try {
      const command = installPacked(folder);
      const record = join(folder, 'record.json');
      const output = join(folder, 'report.json');
      writeFileSync(record, JSON.stringify(RECORD));
      const ours: Usage[] = [];
      const bare: Usage[] = [];
      for (let run = 0; run <= runs; run += 1) {
        bare.push(runNode(['--eval', ''], output, folder));
        const options = ['--format', 'json', '--clock', CLOCK, '--fail-on', 'never'];
        ours.push(runNode([command, 'check', record, ...options], output, folder));
        const { summary } = JSON.parse(readFileSync(output, 'utf8')) as {
          summary: { records: number };
        };
        if (summary.records !== 1) throw new Error('the record was not checked');
      }
      // The first run warms the disk.
      const processor = (usages: readonly Usage[]): number =>
        median(usages.slice(1).map((usage) => usage.processor)) * 1000;
      const wall = (usages: readonly Usage[]): number =>
        median(usages.slice(1).map((usage) => usage.wall)) * 1000;
      const took = processor(ours);
      return {
        text: [
          `\`qingdan check\` of one record with the shipped packs, as it is published (\`pnpm pack\`): processor time of the process, user and system, in the median of ` +
            `${runs} runs with a warm disk, and beside it that of Node doing nothing, run in turn with it.`,
        ],
        tables: [
          {
            head: ['', 'processor', 'wall'],
            rows: [
              ['`qingdan check record.json`', `${figures(took)} ms`, `${figures(wall(ours))} ms`],
              ["`node --eval ''`", `${figures(processor(bare))} ms`, `${figures(wall(bare))} ms`],
            ],
          },
        ],
        bars: [timeBar('one record from a cold start, processor time', took, MILLISECONDS, 'ms')],
      };
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};
