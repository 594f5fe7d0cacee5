import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAllCases } from '../testing/read-all-cases.js';
import { readCases } from './read-cases.js';
import { standTogether } from './stand-together.js';

const event = (id: unknown, at = '2026-01-05'): string =>
  JSON.stringify({ case: id, step: 'accept', at });

/** In pieces of a few bytes, so that lines and characters are cut anywhere. */
function* pieces(bytes: Uint8Array, size = 7): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const ask = (file: string, text: string | Uint8Array): Promise<boolean> =>
  standTogether(
    { file, chunks: pieces(typeof text === 'string' ? new TextEncoder().encode(text) : text) },
    {},
  );

describe('the events of each case stand together', () => {
  it.each<[string, string, string | Uint8Array, boolean]>([
    [
      'where one case follows the other',
      'a.jsonl',
      [event('A'), event('A'), event('B')].join('\n'),
      true,
    ],
    [
      'not where one goes on later',
      'a.jsonl',
      [event('A'), event('B'), event('A')].join('\n'),
      false,
    ],
    [
      'not beside a line that is of no case that is known',
      'a.jsonl',
      [event('A'), event(3), event('A'), event('B')].join('\n'),
      false,
    ],
    [
      'by the same form of a character',
      'a.jsonl',
      [event('\u00e9'), event('B'), event('e\u0301')].join('\n'),
      false,
    ],
    [
      'in rows of a table too',
      'a.csv',
      'case,step,at\nA,accept,2026-01-05\nB,accept,2026-01-05\n',
      true,
    ],
    [
      'not where a row comes later',
      'a.csv',
      'case,step,at\nA,accept,2026-01-05\nB,accept,2026-01-05\nA,accept,2026-01-06\n',
      false,
    ],
    ['in what is packed', 'a.jsonl.gz', gzipSync([event('A'), event('B')].join('\n')), true],
    [
      'not in what is packed and damaged',
      'a.jsonl.gz',
      gzipSync('x'.repeat(99)).subarray(0, 20),
      false,
    ],
    ['not beside a line that may be of a case that is over', 'a.jsonl', `${event('A')}\n{`, false],
    ['not beside bytes that are no text', 'a.jsonl', Buffer.from([0x7b, 0xff, 0x0a]), false],
    [
      'not beside a line that gives its case twice',
      'a.jsonl',
      '{"case":"A","case":"B","step":"accept","at":"2026-01-01"}',
      false,
    ],
    ['not beside a case whose id is none', 'a.jsonl', event('A'.repeat(201)), false],
    [
      'not beside so many events that are none that the rest is left',
      'a.jsonl',
      [event('A'), ...Array<string>(10_002).fill('{"case":"B","step":"accept"}')].join('\n'),
      false,
    ],
    ['beside lines with nothing in them', 'a.jsonl', `${event('A')}\n \r\n${event('B')}`, true],
    [
      'not beside a row whose quotes are wrong',
      'a.csv',
      'case,step,at\nA,accept,2026-01-05\nB,"ac"cept,2026-01-06\n',
      false,
    ],
    ['nowhere nobody looks', 'a.xes', '<log></log>', false],
    ['in an empty log', 'a.jsonl', '', true],
  ])('%s', async (_what, file, text, isTogether) => {
    expect(await ask(file, text)).toBe(isTogether);
  });
});

/** A line of a case, or one that nobody can read. */
const line = (id: string) =>
  fc.constantFrom(
    event(id),
    event(id, '2026-02-01'),
    JSON.stringify({ case: id, step: 'accept', at: 'soon' }),
    JSON.stringify({ case: id, closed: true }),
    '{"case":',
  );

const logs = fc
  .array(fc.constantFrom('A', 'B', 'C', 'D'), { maxLength: 6 })
  .chain((ids) => fc.tuple(...ids.map((id) => fc.array(line(id), { minLength: 1, maxLength: 4 }))))
  .map((parts) => parts.flat());

describe('a log read case by case', () => {
  it('gives the cases that it gives as a whole, wherever it can be', async () => {
    await fc.assert(
      fc.asyncProperty(logs, async (lines) => {
        const text = lines.join('\n');
        if (!(await ask('a.jsonl', text))) return;
        const whole = await readAllCases('a.jsonl', text, {});
        const inTurn = await readAllCases('a.jsonl', text, { together: true });
        expect(inTurn.logs).toEqual(whole.logs);
        expect(inTurn.counts).toEqual(whole.counts);
        // What is told of a case as a whole comes when it is over.
        expect([...inTurn.faults].sort()).toEqual([...whole.faults].sort());
      }),
      { numRuns: 300 },
    );
  });

  it.each<[string, readonly string[], readonly number[]]>([
    ['before the first', ['{', event('A'), event('B'), event('C')], [1, 0, 0]],
    ['between two', [event('A'), '{', event('B'), event('C')], [1, 1, 0]],
    ['within one', [event('A'), event('B'), '{', event('B'), event('C')], [0, 1, 0]],
    ['after the last', [event('A'), event('B'), event('C'), '{', '{'], [0, 0, 2]],
  ])(
    'holds a line that is lost %s against those that it may be of, and no more',
    async (_where, lines, lost) => {
      const { logs: read } = await readAllCases('a.jsonl', lines.join('\n'), { together: true });
      expect(read.map((log) => log.lost)).toEqual(lost);
    },
  );

  it('tells where a case goes on after it was handed on', async () => {
    const { logs: read, faults } = await readAllCases(
      'a.jsonl',
      [event('A'), event('B'), event('A')].join('\n'),
      { together: true },
    );
    expect(faults).toEqual(['3:1 case-goes-on']);
    expect(read.map(({ id }) => id)).toEqual(['A', 'B', 'A']);
  });

  it('is held a case at a time: each is handed on before more is read than the line after it', async () => {
    const ids = ['A', 'B', 'C', 'D'];
    const done: string[] = [];
    const doneBefore: number[] = [];
    function* chunks(): Generator<Uint8Array> {
      for (const id of ids) {
        doneBefore.push(done.length);
        yield new TextEncoder().encode(
          `${event(id)}\n${event(id, '2026-02-01')}\n${' '.repeat(9000)}\n`,
        );
      }
    }
    await readCases({ file: 'a.jsonl', chunks: chunks() }, { together: true }, ({ id }) => {
      done.push(id);
    });
    expect([done, doneBefore]).toEqual([ids, [0, 0, 1, 2]]);
  });
});
