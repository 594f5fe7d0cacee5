import { parseDate, parseInstant } from '@qingdan/core';
import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readAllCases } from '../../testing/read-all-cases.js';

const event = (name: string, more = ''): string =>
  `<event><string key="concept:name" value="${name}"/><date key="time:timestamp" value="2026-01-05T09:30:00.000+08:00"/>${more}</event>`;
const trace = (name: string, ...events: string[]): string =>
  `<trace><string key="concept:name" value="${name}"/>${events.join('')}</trace>`;
const log = (...traces: string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="1849-2016">\n${traces.join('\n')}\n</log>\n`;

const LOG = `<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849-2016" xmlns="http://www.xes-standard.org/">
  <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
  <global scope="event"><string key="concept:name" value="name"/></global>
  <classifier name="Activity" keys="concept:name lifecycle:transition"/>
  <float key="meta:average" value="4.13"><float key="inner" value="1"/></float>
  <trace>
    <string key="concept:name" value="2026-001"/>
    <string key="village" value="&#x4E1C;村 &amp; 西村"/>
    <event>
      <string key="concept:name" value="受理"/>
      <string key="identity:id" value="E1"/>
      <date key="time:timestamp" value="2026-01-05T23:30:00.000Z"/>
      <string key="lifecycle:transition" value="START"/>
      <string key="org:resource" value="P1"/>
      <string key="org:role" value="clerk"/>
      <float key="amount" value="12.50"/>
      <int key="pages" value="3"/>
      <boolean key="urgent" value="true"/>
      <list key="papers"><values><string key="paper" value="form"/><string key="paper" value="plan"/></values></list>
      <container key="place"><string key="town" value="T"/></container>
      <string key="note" value="n"><string key="by" value="P2"/></string>
    </event>
    <event>
      <date key="time:timestamp" value="2026-01-07"/>
      <string key="concept:name" value="公示"/>
      <string key="lifecycle:transition" value="schedule"/>
    </event>
  </trace>
</log>`;

describe('a log in XES', () => {
  it.each([7, 64, 100_000])('is read with all that it says in pieces of %i bytes', async (size) => {
    const { logs, faults, isWhole } = await readAllCases('log.xes', LOG, {}, size);
    expect(faults).toEqual([]);
    expect(isWhole).toBe(true);
    const unsaid = {
      iteration: undefined,
      seq: undefined,
      recordedAt: undefined,
      voids: undefined,
    };
    const none = { participants: [], evidence: [], tallies: [] };
    expect(logs).toEqual([
      {
        id: '2026-001',
        procedure: undefined,
        organisation: undefined,
        closed: false,
        record: undefined,
        data: { village: '东村 & 西村' },
        lost: 0,
        events: [
          {
            ...unsaid,
            ...none,
            id: 'E1',
            step: '受理',
            kind: 'start',
            day: parseDate('2026-01-06'),
            instant: parseInstant('2026-01-05T23:30:00Z'),
            by: { person: 'P1', role: 'clerk', present: undefined, recused: undefined },
            data: {
              amount: 12.5,
              pages: 3,
              urgent: true,
              papers: ['form', 'plan'],
              'place.town': 'T',
              note: 'n',
              'note.by': 'P2',
            },
            place: { file: 'log.xes', line: 10 },
          },
          {
            ...unsaid,
            ...none,
            id: '#2',
            step: '公示',
            kind: 'instant',
            day: parseDate('2026-01-07'),
            instant: undefined,
            by: undefined,
            data: { 'lifecycle:transition': 'schedule' },
            place: { file: 'log.xes', line: 24 },
          },
        ],
      },
    ]);
  });

  it.each([
    ['start', 'start'],
    ['complete', 'complete'],
    ['suspend', 'suspend'],
    ['resume', 'resume'],
    ['withdraw', 'instant'],
    ['void', 'instant'],
  ])('takes the transition %s for the kind %s', async (transition, kind) => {
    const more = `<string key="lifecycle:transition" value="${transition}"/>`;
    const { logs } = await readAllCases('log.xes', log(trace('A', event('s', more))));
    expect(logs[0]?.events[0]?.kind).toBe(kind);
  });

  it('is unpacked, whatever its name', async () => {
    const packed = gzipSync(new TextEncoder().encode(LOG));
    for (const file of ['log.xes.gz', 'log.xes', 'export.gz']) {
      const { logs, faults } = await readAllCases(file, packed, {}, 50);
      expect([faults, logs.length]).toEqual([[], 1]);
    }
  });

  it.each<[string, (packed: Uint8Array) => Uint8Array]>([
    ['breaks off', (packed) => packed.subarray(0, -20)],
    ['is damaged', (packed) => packed.map((byte, at) => (at > 40 && at < 60 ? byte ^ 0x55 : byte))],
  ])('is reported where its packing %s', async (_what, spoil) => {
    const packed = gzipSync(new TextEncoder().encode(LOG));
    const { faults, isWhole } = await readAllCases('log.xes.gz', spoil(packed));
    expect(faults).toContain('gzip-damaged');
    expect(isWhole).toBe(false);
  });

  const two = [trace('A', event('s')), trace('B', event('s'))] as const;
  it.each<[string, string, readonly string[], readonly string[]]>([
    ['breaks off', log(...two).slice(0, -40), ['A'], ['4:1 xml-syntax']],
    ['breaks off between traces', log(...two).slice(0, -8), ['A', 'B'], ['4:1 xml-syntax']],
    ['has a stray mark', log(two[0], '<trace>&x;</trace>'), ['A'], ['4:9 xml-syntax']],
    ['closes what is not open', log(two[0], '</event>', two[1]), ['A'], ['4:9 xml-syntax']],
    [
      'defines entities of its own',
      `<!DOCTYPE log [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${log(
        trace('A', event('&b;')),
      )
        .split('\n')
        .slice(1)
        .join('\n')}`,
      [],
      ['2:1 xml-syntax'],
    ],
    ['is a web page', '<html><body/></html>', [], ['1:1 no-event-log']],
  ])(
    'that %s is reported, and what stands before that is read',
    async (_what, text, ids, faults) => {
      const read = await readAllCases('log.xes', text);
      expect(read.logs.map(({ id }) => id)).toEqual(ids);
      expect(read.faults.map((fault) => fault.replace(/^(\d+):\d+/, '$1:_'))).toEqual(
        faults.map((fault) => fault.replace(/^(\d+):\d+/, '$1:_')),
      );
      expect(read.isWhole).toBe(false);
    },
  );

  it.each<[string, string, string]>([
    ['deep nesting', log('<string key="a" value="b">'.repeat(10_000)), '3:1639 log-too-deep'],
    [
      'an attribute without end',
      log(trace('A', event('x'.repeat(5 * 1024 * 1024)))),
      '3: too-large',
    ],
    ['a tag without end', `${log().slice(0, -8)}<trace ${'a="b" '.repeat(1024 * 1024)}`, '3: '],
    ['a comment without end', log(`<!--${' '.repeat(5 * 1024 * 1024)}`), '3: too-large'],
    ['a type without end', `<!DOCTYPE log [${' '.repeat(5 * 1024 * 1024)}`, '1: too-large'],
  ])('is not followed into %s', async (_what, text, expected) => {
    const { faults, isWhole } = await readAllCases('log.xes', text);
    expect(isWhole).toBe(false);
    expect(faults).toHaveLength(1);
    const [line, name] = expected.split(' ');
    expect(faults[0]).toMatch(new RegExp(`^${String(line?.split(':')[0])}:\\d+ ${String(name)}`));
  });

  it('is read in the encoding that it names', async () => {
    const text = log(trace('A', event('x'))).replace('UTF-8', 'GBK');
    const bytes = new TextEncoder().encode(text);
    const at = text.indexOf('"x"') + 1;
    // 公
    const gbk = Uint8Array.from([...bytes.subarray(0, at), 0xb9, 0xab, ...bytes.subarray(at + 1)]);
    const { logs, faults } = await readAllCases('log.xes', gbk);
    expect([faults, logs[0]?.events[0]?.step]).toEqual([[], '公']);
    const utf8 = Uint8Array.from(gbk.map((byte) => byte));
    const named = new TextEncoder().encode('UTF');
    utf8.set(named, text.indexOf('GBK'));
    expect((await readAllCases('log.xes', utf8)).faults[0]).toMatch(/not-utf8$/);
  });

  it('counts events that it cannot use in their case', async () => {
    const { logs, faults, counts } = await readAllCases(
      'log.xes',
      log(
        trace('A', event('s'), event('s').replace('2026-01-05', '2026-13-05'), '<event/>'),
        '<event/>',
        trace('A', event('s')),
        trace('C'),
        `<trace>${event('s')}</trace>`,
      ),
    );
    expect(faults.map((fault) => fault.replace(/:\d+/, ''))).toEqual([
      '3 event-without-time',
      '3 missing-key',
      '3 event-without-time',
      '4 event-without-case',
      '5 duplicate-case',
      '?6 case-without-events',
      '?7 case-unnamed',
    ]);
    expect(logs.map(({ id, lost, events }) => [id, lost, events.length])).toEqual([
      ['A', 2, 1],
      ['#4', 0, 1],
    ]);
    expect(counts).toEqual({ cases: 2, events: 2, lostEvents: 3, lostCases: 2, unmatched: 0 });
  });

  it('keeps attributes that are called like parts of the language', async () => {
    const more = ['__proto__', 'constructor', 'toString']
      .map((key) => `<string key="${key}" value="v"/>`)
      .join('');
    const { logs } = await readAllCases('log.xes', log(trace('A', event('s', more))));
    expect(Object.entries(logs[0]?.events[0]?.data ?? {})).toEqual([
      ['__proto__', 'v'],
      ['constructor', 'v'],
      ['toString', 'v'],
    ]);
    const odd = '<string constructor="c" toString="t" key="k" value="v"/>';
    const read = await readAllCases('log.xes', log(trace('A', event('s', odd))));
    expect([read.faults, read.logs[0]?.events[0]?.data]).toEqual([[], { k: 'v' }]);
  });
});
