import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Parser } from 'yaml';
import { KEYS_INSIDE, KEYS_OF_KIND } from './key-order.js';
import { formatPolicy } from './format-policy.js';
import { parseDocuments } from './render-documents.js';

/** Prints its seed where it fails; `QINGDAN_FORMAT_RUNS` asks for more. */
const runs = Number(process.env.QINGDAN_FORMAT_RUNS ?? 60);

/** A node as text, one line an element, without the indent of its place. */
type Lines = readonly string[];

const comment = fc.option(fc.constantFrom('# 说明', '# why', '#!', '# a: b'), { freq: 4, nil: '' });
const scalar = fc.constantFrom(
  '1',
  '0.10',
  'yes',
  '"35"',
  "'x: y'",
  '现金',
  'a b',
  'null',
  '~',
  '2026-01-01',
  '""',
  '12345678901234567890',
  'a rather long text that goes on and on, so that a line which holds more than one of them cannot stay a single line',
  `"${'很长的文字'.repeat(30)}"`,
);
const key = fc.constantFrom(
  ...KEYS_INSIDE.slice(0, 30),
  'zeta',
  '金额',
  'values',
  'fields',
  'given',
  'basis',
  'type',
);

const flow: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    scalar.map((text) =>
      /^[\w"]/.test(text) && !text.includes(', ') ? text : `'${text.replaceAll("'", "''")}'`,
    ),
    fc.array(tie('node'), { maxLength: 5 }).map((items) => `[${items.join(', ')}]`),
    fc
      .uniqueArray(fc.tuple(key, tie('node')), { selector: ([name]) => name, maxLength: 5 })
      .map((pairs) => `{ ${pairs.map(([name, value]) => `${name}: ${value}`).join(', ')} }`),
  ),
})).node;

const indent = (lines: Lines): string[] => lines.map((line) => (line === '' ? '' : `  ${line}`));
const trail = (line: string, note: string): string => (note === '' ? line : `${line} ${note}`);

const block: fc.Arbitrary<{ inline: string | undefined; lines: Lines }> = fc.letrec<{
  node: { inline: string | undefined; lines: Lines };
}>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, depthSize: 'medium' },
    fc
      .tuple(fc.oneof(scalar, flow), comment)
      .map(([text, note]) => ({ inline: trail(text, note), lines: [] })),
    fc.constant({ inline: '|', lines: ['  two', '  lines'] }),
    fc.array(fc.tuple(comment, tie('node')), { minLength: 1, maxLength: 4 }).map((items) => ({
      inline: undefined,
      lines: items.flatMap(([note, { inline, lines }]) => [
        ...(note === '' ? [] : [note]),
        ...(inline === undefined ? ['-', ...indent(lines)] : [`- ${inline}`, ...indent(lines)]),
      ]),
    })),
    mappingOf(
      fc.uniqueArray(fc.tuple(key, comment, tie('node')), {
        selector: ([name]) => name,
        minLength: 1,
        maxLength: 5,
      }),
    ),
  ),
})).node;

function mappingOf(
  entries: fc.Arbitrary<[string, string, { inline: string | undefined; lines: Lines }][]>,
) {
  return fc.tuple(entries, fc.boolean()).map(([pairs, blank]) => ({
    inline: undefined,
    lines: pairs.flatMap(([name, note, { inline, lines }], index) => [
      ...(blank && index > 0 ? [''] : []),
      ...(note === '' ? [] : [note]),
      inline === undefined ? `${name}:` : `${name}: ${inline}`,
      ...indent(lines),
    ]),
  }));
}

const document = fc
  .tuple(
    fc.constantFrom(...Object.keys(KEYS_OF_KIND)),
    mappingOf(
      fc.uniqueArray(
        fc.tuple(
          fc.constantFrom('title', 'basis', 'values', 'zeta', 'rows', 'when', 'note', 'due'),
          comment,
          block,
        ),
        {
          selector: ([name]) => name,
          maxLength: 6,
        },
      ),
    ),
    fc.boolean(),
  )
  .map(([kind, { lines }, last]) =>
    (last ? [...lines, `kind: ${kind}`] : [`kind: ${kind}`, ...lines]).join('\n'),
  );

const policy = fc
  .tuple(comment, fc.array(document, { minLength: 1, maxLength: 3 }))
  .map(
    ([note, documents]) => `${note === '' ? '' : `${note}\n---\n`}${documents.join('\n---\n')}\n`,
  );

describe('for any policy file, the formatter', () => {
  test('is stable, keeps the meaning and loses no comment', { timeout: runs * 1000 }, () => {
    fc.assert(
      fc.property(policy, (text) => {
        const { value, diagnostics } = formatPolicy(text);
        expect(diagnostics).toEqual([]);
        expect(formatPolicy(value).value).toBe(value);
        expect(meaningOf(value)).toEqual(meaningOf(text));
        expect(commentsOf(value)).toEqual(commentsOf(text));
      }),
      { numRuns: runs },
    );
  });
});

function meaningOf(text: string): unknown[] {
  return parseDocuments(text).map((parsed) => parsed.toJS() as unknown);
}

function commentsOf(text: string): string[] {
  const found: string[] = [];
  const visit = (token: unknown): void => {
    if (Array.isArray(token)) token.forEach(visit);
    else if (typeof token === 'object' && token !== null) {
      const { type, source } = token as { type?: string; source?: string };
      if (type === 'comment' && source !== undefined) found.push(source);
      Object.values(token).forEach(visit);
    }
  };
  visit([...new Parser().parse(text)]);
  return found.sort();
}
