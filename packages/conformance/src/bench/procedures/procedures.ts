import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Area, type Bar, type Measured, type Scale, type Table, timeBar } from '../area.js';
import { installPacked } from '../command/install-packed.js';
import { figures } from '../timing/figures.js';
import { median } from '../timing/statistics.js';
import { CONTESTS, loadContestPacks, pass, prepare } from './million.js';
import { measureSorted } from './sorted.js';
import { checkTravel, hasTravelLog } from './travel.js';

/** Different projects; they are judged over and over. */
const PROJECTS = 1000;
const SECONDS = 3;
const TRAVEL_SECONDS = 1.5;
const TRAVEL_MEGABYTES = 250;

/** Logs of events, checked as cases of procedures. */
export const PROCEDURES: Area = {
  name: 'procedures',
  title: 'Procedures',
  measure: async (scale) => {
    const judged = await judgeProjects(scale);
    const folder = mkdtempSync(join(tmpdir(), 'qingdan-bench-'));
    try {
      const command = installPacked(folder);
      const travel = hasTravelLog() ? await commandOnTravel(scale, command, folder) : NO_TRAVEL;
      const sorted = measureSorted(command, folder, scale.events);
      return {
        text: [...judged.text, ...travel.text, ...sorted.text],
        tables: [...judged.tables, ...travel.tables, ...sorted.tables],
        bars: [...judged.bars, ...travel.bars, ...sorted.bars],
      };
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

async function judgeProjects({ events, runs }: Scale): Promise<Measured> {
  const packs = await loadContestPacks();
  const works = await Promise.all(
    CONTESTS.map(async (contest) => {
      const work = await prepare(contest, packs, PROJECTS);
      const lap = pass(work, 1);
      return { contest, work, lap, laps: Math.ceil(events / lap.events), seconds: [] as number[] };
    }),
  );
  for (let run = 0; run <= runs; run += 1)
    for (const { contest, work, lap, laps, seconds } of works) {
      const { faulty, seconds: taken } = pass(work, laps);
      if (faulty !== lap.faulty * laps)
        throw new Error(
          `${contest.name}: ${String(faulty)} at fault, not ${String(lap.faulty * laps)}`,
        );
      // The first is for warming up.
      if (run > 0) seconds.push(taken);
    }
  const rows = works.map(({ contest, work, lap, laps, seconds }) => {
    const taken = median(seconds);
    const judged = lap.events * laps;
    return { contest, work, lap, laps, judged, taken, least: Math.min(...seconds) };
  });
  const name = (count: number): string => count.toLocaleString('en-US');
  return {
    text: [
      `Projects of a village, from a scheme to its files in the archive: put out to tender as the law wants it or as the ` +
        `village chose to, ${figures((rows[0]?.lap.events ?? NaN) / PROJECTS)} events each in the mean. In every tenth something is wrong: the wrong post, ` +
        `the payer accepting the works, a paper or a step that is wanting, a posting cut short. ${name(PROJECTS)} different projects ` +
        `are judged in process over and over, with a roster of the village's officers and the case in which it decided on them; each answer is a whole result, ` +
        `in which every requirement stands somewhere and what was found has its basis and those who answer for it. ` +
        `Before timing, what is found in each project must be what is wrong with it; of the whole run, as many must be at fault as of one lap, times the laps. ` +
        `Two procedures judge them: that which is shipped, with everything in it, and one of the same steps that asks for their order, their posts and ` +
        `their times alone. Times are the processor's, of all threads: the median of ${String(runs)} runs, and the least.`,
    ],
    tables: [
      {
        head: [
          'procedure',
          'requirements',
          'events',
          'cases',
          'at fault',
          'median',
          'least',
          'an event',
        ],
        rows: rows.map(({ contest, work, lap, laps, judged, taken, least }) => [
          contest.name,
          String(work.requirements),
          name(judged),
          name(lap.cases * laps),
          name(lap.faulty * laps),
          `${figures(taken)} s`,
          `${figures(least)} s`,
          `${figures((taken / judged) * 1e6)} µs`,
        ]),
      },
    ],
    bars: rows.map(({ contest, judged, taken }): Bar => {
      // Of a try with fewer events: what a million would take.
      const million = (taken / judged) * 1e6;
      return timeBar(
        `1,000,000 events judged in process by ${contest.name}`,
        million,
        SECONDS,
        's',
      );
    }),
  };
}

const NO_TRAVEL: Measured = {
  text: [
    'The public log of travel declarations is left out: it is not here. Its folder is named by `QINGDAN_SHARED`.',
  ],
  tables: [],
  bars: [],
};

async function commandOnTravel(
  { runs }: Scale,
  command: string,
  folder: string,
): Promise<Measured> {
  const travel = await checkTravel(command, folder, runs);
  const wall = median(travel.usages.map((usage) => usage.wall));
  const memory = Math.max(...travel.usages.map((usage) => usage.memory)) / 1e6;
  const table: Table = {
    head: [
      'cases',
      'events',
      'with findings',
      'findings',
      'wall',
      'processor',
      'memory at its peak',
    ],
    rows: [
      [
        travel.cases.toLocaleString('en-US'),
        travel.events.toLocaleString('en-US'),
        travel.faulty.toLocaleString('en-US'),
        travel.findings.toLocaleString('en-US'),
        `${figures(wall)} s`,
        `${figures(median(travel.usages.map(({ processor }) => processor)))} s`,
        `${figures(memory)} MB`,
      ],
    ],
  };
  return {
    text: [
      `The second table is of a public log, the international declarations of the BPI Challenge 2020 (4TU, CC BY 4.0), as it is ` +
        `published: XES, packed by gzip. \`qingdan check --log … --format jsonl\`, from its start to its end, judges it by a procedure of ` +
        `its 34 steps: each approval by its post and after what it approves, all of it again after a rejection, no trip before its permit, ` +
        `the declaration, the payment and the whole in time. The trips that began without a permit must be those that a plain look at the log finds. ` +
        `Time is the median of ${String(travel.usages.length)} runs, memory the most of them.`,
    ],
    tables: [table],
    bars: [
      timeBar('the BPIC 2020 log by the command, wall', wall, TRAVEL_SECONDS, 's'),
      {
        what: 'the BPIC 2020 log by the command, memory',
        bar: `under ${String(TRAVEL_MEGABYTES)} MB`,
        measured: `${figures(memory)} MB`,
        met: memory < TRAVEL_MEGABYTES,
      },
    ],
  };
}
