import {
  type Diagnostic,
  diagnostic,
  nearestHint,
  said,
  type Span,
  SourceText,
  type Text,
  yamlFault,
} from '@qingdan/core';
import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { placeInYaml } from '@qingdan/input';
import { asObject } from './as-object.js';
import { EXPECT_CASE_KEYS, expectsNothingOfCase } from './cases/case-expectation.js';
import { EVENTS_KEYS } from './cases/given-events.js';
import { EXPECT_KEYS, expectsNothing } from './expectation.js';

interface Keys {
  readonly file: readonly string[];
  readonly test: readonly string[];
  readonly expect: readonly string[];
}

/** What a test may know of the world, for itself or for all of a file. */
const SETTING_KEYS: readonly string[] = ['organisation', 'records', 'cases', 'books', 'parameters'];

const OF_RECORDS: Keys = {
  file: ['record', ...SETTING_KEYS, 'tests'],
  test: [
    'name',
    'record',
    'given',
    'period',
    ...SETTING_KEYS,
    'asOf',
    'clock',
    'expect',
    'exactly',
    'explains',
  ],
  expect: EXPECT_KEYS,
};

const OF_CASES: Keys = {
  file: ['procedure', ...SETTING_KEYS, 'events', 'tests'],
  test: ['name', ...EVENTS_KEYS, ...SETTING_KEYS, 'clock', 'expect', 'explains'],
  expect: EXPECT_CASE_KEYS,
};

/** Whose keys are read. */
const OWNERS = {
  file: { zh: '测试文件', en: 'the test file' },
  test: { zh: '测试', en: 'a test' },
  expect: { zh: '预期（expect）', en: '`expect`' },
} as const satisfies Readonly<Record<string, Text>>;

/** One test of a policy, as written beside the rules. */
export interface PolicyTest {
  readonly name: string;
  readonly span: Span;
  readonly record: string | undefined;
  /** Of a test of cases: the id of their procedure. */
  readonly procedure: string | undefined;
  readonly organisation: Readonly<Record<string, unknown>> | undefined;
  readonly body: Readonly<Record<string, unknown>>;
  /** What the file says for all of its tests. */
  readonly file: Readonly<Record<string, unknown>>;
  /** The path of the test in its file. */
  readonly path: readonly (string | number)[];
  /** Where what lies at a path of the file stands, or its key. */
  readonly spanAt: (path: readonly (string | number)[], isKey?: boolean) => Span;
}

export interface TestFile {
  readonly file: string;
  readonly text: string;
}

/** Undefined where aliases stand for more than a test file ever repeats. */
function plainOf(document: Document): Readonly<Record<string, unknown>> | undefined {
  try {
    return document.toJS({ maxAliasCount: 20 }) as Readonly<Record<string, unknown>>;
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}

/** Reads a test file. A test that can't be read is reported; the others stand. */
export function readTests({ file, text }: TestFile): {
  tests: PolicyTest[];
  diagnostics: Diagnostic[];
} {
  const source = new SourceText(file, text);
  const spanOf = (node: Node | null | undefined): Span => ({
    source,
    start: node?.range?.[0] ?? 0,
    end: node?.range?.[1] ?? 0,
  });
  const document = parseDocument(text, {
    lineCounter: new LineCounter(),
    merge: false,
    strict: true,
    uniqueKeys: true,
  });
  if (document.errors.length > 0) {
    const diagnostics = document.errors.map((error) =>
      yamlFault(error, { source, start: error.pos[0], end: error.pos[1] }),
    );
    return { tests: [], diagnostics };
  }
  const root = document.contents;
  const list = isMap(root) ? root.get('tests', true) : undefined;
  const keys = isMap(root) && root.has('procedure') ? OF_CASES : OF_RECORDS;
  if (!isMap(root) || !isSeq(list)) {
    const strange = unknownKeys(root ?? undefined, 'file', keys.file, spanOf);
    // A misspelt `tests` is told as that.
    if (strange.length > 0) return { tests: [], diagnostics: [...strange] };
    return {
      tests: [],
      diagnostics: [
        diagnostic(
          'missing-key',
          { ...said('owner', { zh: '测试文件', en: 'test file' }), key: 'tests' },
          spanOf(root),
        ),
      ],
    };
  }
  const plain = plainOf(document);
  if (plain === undefined) {
    const feature = said('feature', {
      zh: '这么多的引用展开',
      en: 'so much repetition through aliases',
    });
    return { tests: [], diagnostics: [diagnostic('yaml-feature', feature, spanOf(list))] };
  }
  const organisation = asObject(plain.organisation);
  const textAt = (key: string) => (typeof plain[key] === 'string' ? plain[key] : undefined);
  const record = textAt('record');
  const procedure = keys === OF_CASES ? (textAt('procedure') ?? '') : undefined;
  const isEmpty = keys === OF_CASES ? expectsNothingOfCase : expectsNothing;
  const bodies = plain.tests as readonly unknown[];
  const tests: PolicyTest[] = [];
  const diagnostics = [...unknownKeys(root, 'file', keys.file, spanOf)];
  for (const [index, node] of list.items.entries()) {
    const span = spanOf(node as Node);
    const body = asObject(bodies[index]);
    if (body === undefined) {
      diagnostics.push(
        diagnostic(
          'wrong-shape',
          {
            ...said('expected', { zh: '一个测试', en: 'a test' }),
            ...said('actual', { zh: '一个值', en: 'a value' }),
          },
          span,
        ),
      );
      continue;
    }
    const name = typeof body.name === 'string' ? body.name : `#${String(index + 1)}`;
    const strange = [
      ...unknownKeys(node as Node, 'test', keys.test, spanOf),
      ...unknownKeys(
        isMap(node) ? node.get('expect', true) : undefined,
        'expect',
        keys.expect,
        spanOf,
      ),
    ];
    diagnostics.push(...strange);
    if (strange.length > 0) continue;
    if (isEmpty(body)) {
      diagnostics.push(diagnostic('test-without-expectation', { name }, span));
      continue;
    }
    tests.push({
      name,
      span,
      record: typeof body.record === 'string' ? body.record : record,
      procedure,
      organisation: asObject(body.organisation) ?? organisation,
      body,
      file: plain,
      path: ['tests', index],
      spanAt: (path, isKey = false) => placeInYaml(root, source, path, isKey),
    });
  }
  return { tests, diagnostics };
}

/** A key that nothing reads would leave untested what its writer meant. */
function unknownKeys(
  node: Node | undefined,
  owner: keyof typeof OWNERS,
  known: readonly string[],
  spanOf: (node: Node) => Span,
): readonly Diagnostic[] {
  if (!isMap<Node>(node)) return [];
  return node.items.flatMap(({ key }) => {
    const name = isScalar(key) ? String(key.value) : '{ … }';
    if (known.includes(name)) return [];
    const params = {
      ...said('owner', OWNERS[owner]),
      key: name,
      nearest: nearestHint(name, known),
      known: known.join(', '),
    };
    return [diagnostic('test-unknown-key', params, spanOf(key))];
  });
}
