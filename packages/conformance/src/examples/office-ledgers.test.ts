import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isStruct, type Struct, type Text, type Value } from '@qingdan/core';
import { readMapping, readTable, suggestMapping } from '@qingdan/input/tables';
import { loadPackFolders } from '@qingdan/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { COUNTY, SHIPPED } from './village-year.js';

const ROOT = join(import.meta.dirname, '../../../..');
const EXAMPLE = join(ROOT, 'examples/02-office-ledgers');
const COMMAND = process.env.QINGDAN_COMMAND ?? join(ROOT, 'packages/cli/bin/qingdan.js');

type Outcome = 'violation' | 'suspicion' | 'undetermined';

interface Subject {
  readonly kind: string;
  readonly id: string;
}

interface Planted {
  readonly record: Subject;
  readonly item: string;
  readonly outcome: Outcome;
  readonly sameAs?: readonly Subject[];
  readonly also?: readonly { readonly item: string; readonly outcome: Outcome }[];
  readonly missing?: readonly string[];
  readonly lookAlikes: readonly {
    readonly record: Subject;
    readonly differs: string | readonly string[];
  }[];
}

interface Report {
  readonly diagnostics: readonly { readonly severity: string; readonly message: string }[];
  readonly results: readonly {
    readonly record: Subject;
    readonly findings: readonly {
      readonly item: string;
      readonly verdict: 'violated' | 'undetermined';
      readonly nature: 'violation' | 'suspicion';
      readonly explanation: string;
      readonly missing: readonly { readonly fact: string }[];
    }[];
  }[];
}

const { planted } = parse(readFileSync(join(EXAMPLE, 'answer-key.yaml'), 'utf8')) as {
  readonly planted: readonly Planted[];
};
const nameOf = ({ kind, id }: Subject): string => `${kind} ${id}`;

/** The ledgers as they are made, with mappings as they are proposed. */
const made = mkdtempSync(join(tmpdir(), 'qingdan-ledgers-'));
const isTable = (file: string): boolean => /\.(csv|xlsx)$/.test(file);
const mappingOf = (file: string): string => file.replace(/\.\w+$/, '.mapping.yaml');

beforeAll(async () => {
  execFileSync(process.execPath, [join(EXAMPLE, 'make.mjs'), made]);
  cpSync(join(EXAMPLE, 'dataset.yaml'), join(made, 'dataset.yaml'));
  const { packs } = await loadPackFolders([...SHIPPED, COUNTY]);
  const { roles, bodies } = packs.library;
  const titles = (named: ReadonlyMap<string, { readonly title: Text }>): Map<string, Text> =>
    new Map([...named].map(([id, { title }]) => [id, title]));
  const words = { roles: titles(roles), bodies: titles(bodies) };
  for (const file of readdirSync(made).filter(isTable)) {
    const chunks = [readFileSync(join(made, file))];
    const { text = '' } = await suggestMapping({ file, chunks }, packs.records, words);
    writeFileSync(join(made, mappingOf(file)), text);
    const { mapping } = readMapping(text, mappingOf(file), packs.records);
    if (mapping === undefined) throw new Error(`${file}: the proposed mapping can not be read`);
    for await (const { records } of readTable({ file, chunks }, mapping, packs.records, {
      words,
    })) {
      for (const record of records) {
        entries.set(nameOf({ kind: record.record.id, id: record.id }), facts(record.fields));
      }
    }
  }
}, 240_000);

afterAll(() => rmSync(made, { recursive: true }));

/** The further signature that the county asks for since September. */
function isSince(path: string, entry: ReadonlyMap<string, string>): boolean {
  const signature = /^approvals\.\d/.exec(path)?.[0];
  return signature !== undefined && entry.get(`${signature}.role`) === 'supervision-director';
}

/** The entries of the ledgers, as their cells say. */
const entries = new Map<string, ReadonlyMap<string, string>>();

/** What makes two entries two, and not alike: whom and what they are about, and when. */
const WHAT_AND_WHOM =
  /^(person|description|matterDescription|document\.title|number|applicant|payee\.\w+|fund|documentNumber|allowance\.person|vouchers\.0\.(seller|invoiceNumber))$/;

/** Values by path, without days, and without what tells entries apart. */
function facts(fields: Struct, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (value: Value, at: string): void => {
    if (Array.isArray(value)) value.forEach((item: Value, index) => visit(item, `${at}.${index}`));
    else if (value !== undefined && isStruct(value)) {
      for (const [at2, inner] of facts(value, `${at}.`)) found.set(at2, inner);
    } else found.set(at, String(value instanceof Object ? JSON.stringify(value, bigints) : value));
  };
  for (const [slot, { name, type }] of fields.type.fields.entries()) {
    if (type.kind !== 'date') visit(fields.values[slot], path + name);
  }
  return found;
}

const bigints = (_: string, value: unknown): unknown =>
  typeof value === 'bigint' ? String(value) : value;

function run(...args: readonly string[]): { stdout: string; status: number | null } {
  return spawnSync(process.execPath, [COMMAND, ...args], { encoding: 'utf8', maxBuffer: 2 ** 28 });
}

function check(folder: string, lang: 'zh' | 'en'): { report: Report; status: number | null } {
  const { stdout, status } = run(
    ...['check', join(folder, 'dataset.yaml'), '--clock', '2026-12-31'],
    ...['--lang', lang, '--format', 'json', '--packs', ...SHIPPED, COUNTY],
  );
  return { report: JSON.parse(stdout) as Report, status };
}

/** `seal-use 印-007 village.seal-use violation`, of all that is found. */
function foundIn(report: Report): readonly string[] {
  return report.results
    .flatMap(({ record, findings }) =>
      findings.map(({ item, verdict, nature }) => {
        return `${nameOf(record)} ${item} ${verdict === 'violated' ? nature : verdict}`;
      }),
    )
    .sort();
}

describe('the ledgers of a village office', () => {
  it('are those that are committed, and so are the mappings proposed for them', () => {
    const committed = readdirSync(EXAMPLE).filter((file) =>
      /\.(csv|jsonl|xlsx|mapping\.yaml)$/.test(file),
    );
    const files = readdirSync(made).filter((file) => file !== 'dataset.yaml');
    expect(files.sort()).toEqual(committed.sort());
    // The packing of a workbook has the time in it.
    for (const file of files.filter((each) => !each.endsWith('.xlsx'))) {
      expect(readFileSync(join(made, file), 'utf8'), file).toBe(
        readFileSync(join(EXAMPLE, file), 'utf8'),
      );
    }
  });

  it('leave no column to the clerk', () => {
    for (const file of readdirSync(made).filter(isTable)) {
      expect(readFileSync(join(made, mappingOf(file)), 'utf8'), file).not.toMatch(
        /^# {3}|not made out/m,
      );
    }
  });

  it('hold at least forty planted problems among about three hundred records, each with a look-alike', () => {
    expect(planted.length).toBeGreaterThanOrEqual(40);
    expect(planted.filter(({ lookAlikes }) => lookAlikes.length === 0)).toEqual([]);
  });

  it('set each problem beside an entry of which only the named fields are different, and days', () => {
    const wrong = planted.flatMap(({ record, lookAlikes }) =>
      lookAlikes.flatMap(({ record: other, differs }) => {
        const [one, two] = [record, other].map((each) => entries.get(nameOf(each)));
        if (one === undefined || two === undefined)
          return [`there is no ${nameOf(record)} or ${nameOf(other)}`];
        const named = [differs].flat();
        const isNamed = (path: string): boolean =>
          named.some((each) => path === each || path.startsWith(`${each}.`));
        const paths = [...new Set([...one.keys(), ...two.keys()])].filter(
          (path) =>
            one.get(path) !== two.get(path) &&
            !WHAT_AND_WHOM.test(path) &&
            !isSince(path, one) &&
            !isSince(path, two) &&
            !isNamed(path),
        );
        return paths.map(
          (path) =>
            `${nameOf(record)} and ${nameOf(other)}: ${path} ${one.get(path)} ${two.get(path)}`,
        );
      }),
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    ['README.md', ', '],
    ['README.zh-CN.md', '、'],
  ])('are told of in %s as in the key', (file, comma) => {
    const listed = (subjects: readonly Subject[]): string =>
      subjects.length === 0 ? '–' : subjects.map(({ id }) => `\`${id}\``).join(comma);
    const rows = [...new Set(planted.map(({ item }) => item))].map((item) => {
      const those = planted.filter((each) => each.item === item);
      const found = (['violation', 'suspicion', 'undetermined'] as const).map((outcome) =>
        listed(
          those.flatMap((each) =>
            each.outcome === outcome ? [each.record, ...(each.sameAs ?? [])] : [],
          ),
        ),
      );
      const quiet = listed(
        those.flatMap(({ lookAlikes }) => lookAlikes.map(({ record }) => record)),
      );
      return `| \`${item.replace('village.', '')}\` | ${found.join(' | ')} | ${quiet} |`;
    });
    expect(readFileSync(join(EXAMPLE, file), 'utf8')).toContain(rows.join('\n'));
  });

  describe.each([
    ['as they are committed, in Chinese', EXAMPLE, 'zh'],
    ['as they are made, in English', made, 'en'],
  ] as const)('%s', (_, folder, lang) => {
    let report: Report;
    let status: number | null;
    beforeAll(() => {
      ({ report, status } = check(folder, lang));
    }, 240_000);

    it('are read without an error', () => {
      const errors = report.diagnostics.filter(({ severity }) => severity !== 'info');
      expect(errors).toEqual([]);
      expect(status).toBe(1);
    });

    it('show what the key says, and nothing else', () => {
      const wanted = planted.flatMap(({ record, item, outcome, sameAs = [], also = [] }) => [
        ...[record, ...sameAs].map((subject) => `${nameOf(subject)} ${item} ${outcome}`),
        ...also.map((other) => `${nameOf(record)} ${other.item} ${other.outcome}`),
      ]);
      expect(foundIn(report)).toEqual([...new Set(wanted)].sort());
    });

    it('stay silent on every look-alike', () => {
      const results = new Map(report.results.map((result) => [nameOf(result.record), result]));
      const loud = planted.flatMap(({ lookAlikes }) =>
        lookAlikes.flatMap(({ record }) => {
          const result = results.get(nameOf(record));
          return result === undefined
            ? [`there is no ${nameOf(record)}`]
            : result.findings.map(({ item }) => `${nameOf(record)} ${item}`);
        }),
      );
      expect(loud).toEqual([]);
    });

    it('say which facts are missing', () => {
      for (const { record, item, missing = [] } of planted) {
        const result = report.results.find((each) => nameOf(each.record) === nameOf(record));
        const finding = result?.findings.find((each) => each.item === item);
        expect(
          finding?.missing.map(({ fact }) => fact),
          nameOf(record),
        ).toEqual(expect.arrayContaining([...missing]));
      }
    });

    it('are explained in the language that was asked for', () => {
      const isChinese = (text: string): boolean => /[。；]/.test(text);
      for (const { findings } of report.results) {
        for (const { explanation, item } of findings)
          expect(isChinese(explanation), item).toBe(lang === 'zh');
      }
    });
  });
});
