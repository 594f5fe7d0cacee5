import { describe, expect, it } from 'vitest';
import type { Text } from '../source/text.js';
import { CATALOG, type DiagnosticName } from './catalog.js';

const entries = Object.entries(CATALOG) as [DiagnosticName, (typeof CATALOG)[DiagnosticName]][];

function placeholders(text: string): string[] {
  return [
    ...new Set([...text.matchAll(/\{(\w+)(?:: [^{}]+)?\}/g)].map(([, name]) => name!)),
  ].sort();
}

function bothSay(text: Text): void {
  expect(text.zh.trim()).not.toBe('');
  expect(text.en.trim()).not.toBe('');
  expect(placeholders(text.zh)).toEqual(placeholders(text.en));
}

describe('the catalogue of diagnostics', () => {
  it('gives each meaning a code of its own', () => {
    const codes = entries.map(([, { code }]) => code);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  });

  it.each(entries)('%s has a code, a message and help in both languages', (name, entry) => {
    expect(entry.code).toMatch(/^QD[1-9]\d{3}$/);
    expect(name).toMatch(/^[a-z\d]+(-[a-z\d]+)*$/);
    expect(['error', 'warning', 'info']).toContain(entry.severity);
    bothSay(entry.message);
    bothSay(entry.help);
  });
});
