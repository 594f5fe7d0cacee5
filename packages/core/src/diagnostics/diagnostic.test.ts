import { describe, expect, it } from 'vitest';
import { SourceText } from '../source/span.js';
import { CATALOG } from './catalog.js';
import {
  codeOf,
  type Diagnostic,
  diagnostic,
  hasErrors,
  renderDiagnostic,
  severityOf,
  sortDiagnostics,
} from './diagnostic.js';

const source = new SourceText('b.yaml', 'one\ntwo\n');
const span = (start: number, end = start + 1) => ({ source, start, end });
const syntax = (reason: string, start: number): Diagnostic =>
  diagnostic('json-syntax', { reason }, span(start));

describe('diagnostics', () => {
  it('know their code and severity', () => {
    const item = syntax('r', 0);
    expect(codeOf(item)).toBe(CATALOG['json-syntax'].code);
    expect(severityOf(item)).toBe('error');
  });

  it('are errors if one of them is', () => {
    const warning = diagnostic('organisation-not-placed', {
      id: 'V1',
      what: 'jurisdiction',
      'what.zh': '区划',
    });
    expect(hasErrors([])).toBe(false);
    expect(hasErrors([warning])).toBe(false);
    expect(hasErrors([warning, syntax('r', 0)])).toBe(true);
  });
});

describe('a rendered diagnostic', () => {
  it('says what, where and what to do in English', () => {
    expect(renderDiagnostic(syntax('no end', 4), 'en')).toEqual({
      code: 'QD5001',
      name: 'json-syntax',
      severity: 'error',
      message: 'JSON syntax: no end',
      file: 'b.yaml',
      range: { start: { line: 2, column: 1 }, end: { line: 2, column: 2 } },
      help: 'mend it at the place shown; the other lines are still checked',
      docs: 'docs/diagnostics.md#qd5001',
    });
  });

  it('says it in Chinese', () => {
    expect(renderDiagnostic(syntax('缺少括号', 4), 'zh').message).toBe('JSON 语法错误：缺少括号');
  });

  it('begins with the way to the value inside a record, and names the file without a span', () => {
    const item = diagnostic('no-record-id', { key: 'id' }, undefined, {
      path: ['payee', 0, 'id'],
      file: 'l.jsonl',
    });
    const rendered = renderDiagnostic(item, 'en');
    expect(rendered.message).toBe('payee.0.id: the record lacks `id`');
    expect([rendered.file, rendered.range]).toEqual(['l.jsonl', null]);
  });

  it.each([
    ['en', ' (see also b.yaml:1:1, b.yaml:2:2)'],
    ['zh', '（另见 b.yaml:1:1、b.yaml:2:2）'],
  ] as const)('points to second places in %s', (language, ending) => {
    const item = diagnostic('json-syntax', { reason: 'r' }, span(4), {
      related: [span(0), span(5)],
    });
    expect(renderDiagnostic(item, language).message.endsWith(ending)).toBe(true);
  });

  it.each<[string, string]>([
    ['$& $1 $$', 'JSON syntax: $& $1 $$'],
    ['{key} {reason}', 'JSON syntax: {key} {reason}'],
  ])('takes parameters as they are: %s', (reason, message) => {
    expect(renderDiagnostic(syntax(reason, 0), 'en').message).toBe(message);
  });

  it.each([
    ['en', 'known keys: a, b'],
    ['zh', '可用的键：a、b'],
  ] as const)('lists names as %s does', (language, help) => {
    const item = diagnostic('unknown-key', { owner: 'x', key: 'y', nearest: '', known: 'a, b' });
    expect(renderDiagnostic(item, language).help).toBe(help);
  });

  it('leaves a placeholder without a parameter, whatever objects inherit', () => {
    expect(renderDiagnostic(diagnostic('json-syntax', {}), 'en').message).toBe(
      'JSON syntax: {reason}',
    );
  });
});

describe('sorted diagnostics', () => {
  const inFile = (file: string): Diagnostic =>
    diagnostic('no-record-id', { key: 'id' }, undefined, { file });

  it('come by file, place and code', () => {
    const first = inFile('a.yaml');
    const second = diagnostic('not-a-record', { actual: 'list' }, span(0));
    const third = diagnostic('no-record-id', { key: 'id' }, span(0));
    const fourth = syntax('r', 4);
    const last = inFile('c.yaml');
    expect(sortDiagnostics([last, fourth, third, first, second])).toEqual([
      first,
      second,
      third,
      fourth,
      last,
    ]);
  });

  it('come first without a file', () => {
    const nowhere = diagnostic('no-record-id', { key: 'id' });
    expect(sortDiagnostics([inFile('a.yaml'), nowhere])[0]).toBe(nowhere);
  });

  it('say the same thing once', () => {
    expect(sortDiagnostics([syntax('r', 4), syntax('r', 4)])).toHaveLength(1);
  });

  it.each<[string, Diagnostic, Diagnostic]>([
    ['another place', syntax('r', 0), syntax('r', 4)],
    ['other words', syntax('r', 0), syntax('s', 0)],
    ['another file', inFile('a'), inFile('b')],
    [
      'another way inside the record',
      diagnostic('no-record-id', { key: 'id' }, undefined, { path: ['a'] }),
      diagnostic('no-record-id', { key: 'id' }, undefined, { path: ['b'] }),
    ],
  ])('keep what differs by %s', (_, a, b) => {
    expect(sortDiagnostics([a, b])).toHaveLength(2);
  });

  it('do not change the list they came from', () => {
    const list = [syntax('r', 4), syntax('r', 0)];
    sortDiagnostics(list);
    expect(list.map((item) => item.span?.start)).toEqual([4, 0]);
  });
});
