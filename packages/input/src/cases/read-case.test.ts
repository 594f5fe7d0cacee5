import { renderDiagnostic, SourceText } from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import { readCase } from './read-case.js';

const source = new SourceText('a.yaml', 'first\nsecond\nthird\n');
const STEPS = [{ id: 'pay', title: { zh: '付款', en: 'payment' } }];

function read(...events: readonly unknown[]) {
  const asked: string[] = [];
  const { log, diagnostics } = readCase(
    { id: 'A', procedure: 'p', organisation: 'V1', closed: true, events, steps: STEPS },
    (event, path, isKey) => {
      asked.push(`${String(event)} ${path.join('.')}${isKey ? ' key' : ''}`);
      const start = event * 6;
      return { source, start, end: start + 5 };
    },
  );
  const said = diagnostics.map((item) => {
    const { name, range } = renderDiagnostic(item, 'en');
    return `${String(range?.start.line ?? 0)} ${name}`;
  });
  return { log, said, asked };
}

describe('a case in memory', () => {
  it('is read as a log is, with the line of each event', () => {
    const { log, said } = read(
      { step: '付款', at: '2026-01-05' },
      { step: 'pay', at: '2026-01-06' },
    );
    expect(said).toEqual([]);
    expect(log).toMatchObject({
      id: 'A',
      procedure: 'p',
      organisation: 'V1',
      closed: true,
      lost: 0,
    });
    expect(log?.events.map(({ step, place }) => [step, place])).toEqual([
      ['pay', { file: 'a.yaml', line: 1 }],
      ['pay', { file: 'a.yaml', line: 2 }],
    ]);
  });

  it('tells where in an event something is wrong', () => {
    const { said, asked, log } = read(
      { step: 'pay', at: '2026-01-05' },
      { step: 'pay', at: '2026-01-06', seq: 'x' },
    );
    expect(said).toEqual(['2 wrong-type']);
    expect(asked).toContain('1 seq');
    expect(log?.events).toHaveLength(2);
  });

  it.each(['case', 'procedure', 'organisation', 'closed'])(
    'takes no `%s` from an event, and says so',
    (key) => {
      const { log, said, asked } = read({ step: 'pay', at: '2026-01-05', [key]: 'B' });
      expect(said).toEqual(['1 unknown-key']);
      expect(asked).toContain(`0 ${key} key`);
      expect(log).toMatchObject({ id: 'A', procedure: 'p', organisation: 'V1', closed: true });
    },
  );

  it.each([
    ['that is none', 'pay', '1 not-an-event'],
    ['without a day', { step: 'pay' }, '1 event-without-time'],
    ['of no known step', { step: 'pya', at: '2026-01-05' }, '1 unknown-step'],
  ])('tells of an event %s', (_what, event, expected) => {
    expect(read(event).said).toContain(expected);
  });

  it('is none without events', () => {
    expect(read().log).toBeUndefined();
  });
});
