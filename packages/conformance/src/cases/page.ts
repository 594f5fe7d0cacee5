import { OPERATORS } from '@qingdan/core';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { expectedOf, type Section } from './case-file.js';
import {
  cellsOf,
  type OperatorCell,
  type OperatorTable,
  type TruthText,
} from './operator-table.js';
import { CASE_FILES, readCases, readOperators } from './read-cases.js';

/** Where the page is written. */
export const CONFORMANCE_PAGE = fileURLToPath(
  new URL('../../../../docs/conformance.md', import.meta.url),
);

/** The cases as a page for people: what every evaluator answers, in the words of those who wrote it down. */
export function conformancePage(): string {
  const files = CASE_FILES.map(readCases);
  const total = files
    .flatMap(({ sections }) => sections)
    .reduce((sum, { cases }) => sum + cases.length, 0);
  const cells = cellsOf(readOperators());
  return [
    '# Conformance',
    '',
    '<!-- Generated from packages/conformance/cases by `pnpm run generate`. -->',
    '',
    `What every evaluator must say: ${String(cells.length)} cells of the table of operators and ${String(total)} cases,`,
    'written by hand from the language, and run against `reference`, `compiled` and `json-rules-engine`.',
    '',
    '## Operators',
    '',
    'Each row is a comparison of a field with a literal; its columns list the values of the field for which it is true,',
    'false and unknown. *absent* has no such key, *null* a null, *wrong type* what is no value of the type; *none* is',
    'known to have no value.',
    '',
    ...operators(readOperators()),
    ...files.flatMap(({ about, sections }, index) => [
      `## ${heading(CASE_FILES[index] ?? '')}`,
      '',
      about,
      '',
      ...sections.flatMap(printSection),
    ]),
  ].join('\n');
}

function operators(table: OperatorTable): string[] {
  const cells = cellsOf(table);
  return [
    '| operator | field | literal | true | false | unknown |',
    '|---|---|---|---|---|---|',
    ...OPERATORS.flatMap((operator) => {
      const rows = new Map<string, OperatorCell[]>();
      for (const cell of cells.filter((each) => each.operator === operator)) {
        const row = `${cell.fact} | ${cell.value === undefined ? '' : code(cell.value)}`;
        rows.set(row, [...(rows.get(row) ?? []), cell]);
      }
      return [...rows].map(([row, here]) => {
        const column = (truth: TruthText) =>
          here
            .filter((cell) => cell.truth === truth)
            .map(printClass)
            .join(', ');
        return `| ${operator} | ${row} | ${column(true)} | ${column(false)} | ${column('unknown')} |`;
      });
    }),
    '',
  ];
}

const WORDS: Readonly<Record<string, string>> = {
  absent: '*absent*',
  nullValue: '*null*',
  wrongType: '*wrong type*',
  none: '*none*',
};

function printClass({ class: name, given, fact }: OperatorCell): string {
  return WORDS[name] ?? code(given[fact]);
}

function printSection(section: Section): string[] {
  const { title, policy, cases, ...situation } = section;
  return [
    `### ${title}`,
    '',
    '```yaml',
    ...policy.map((document) => `- ${flow(document)}`),
    ...Object.entries(situation).map(([key, value]) => `${key}: ${flow(value)}`),
    '```',
    '',
    '| case | differs in | verdict |',
    '|---|---|---|',
    ...cases.map((one) => {
      const { name, expect, ...rest } = one;
      const expected = typeof expect === 'string' ? expect : verdicts(expectedOf(one));
      const differs = Object.entries(rest).map(([key, value]) => `${key} ${code(value)}`);
      return `| ${name} | ${differs.join('; ')} | ${expected} |`;
    }),
    '',
  ];
}

function verdicts(expected: Readonly<Record<string, string>>): string {
  return Object.entries(expected)
    .map(([item, verdict]) => `${item.replace(/^x\./, '')} ${verdict}`)
    .join(', ');
}

function heading(name: string): string {
  const words = name.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** One line of YAML. */
function flow(value: unknown): string {
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim();
}

function code(value: unknown): string {
  return `\`${flow(value).replaceAll('|', '\\|')}\``;
}
