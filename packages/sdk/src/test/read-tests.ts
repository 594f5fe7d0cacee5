import { type Diagnostic, diagnostic, type Span, SourceText } from '@qingdan/core';
import { isMap, isSeq, LineCounter, type Node, parseDocument } from 'yaml';

/** One test of a policy, as written beside the rules. */
export interface PolicyTest {
  readonly name: string;
  readonly span: Span;
  readonly record: string | undefined;
  readonly organisation: Readonly<Record<string, unknown>> | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface TestFile {
  readonly file: string;
  readonly text: string;
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
      diagnostic(
        'yaml-syntax',
        { reason: error.message.split('\n')[0] ?? '' },
        { source, start: error.pos[0], end: error.pos[1] },
      ),
    );
    return { tests: [], diagnostics };
  }
  const root = document.contents;
  const list = isMap(root) ? root.get('tests', true) : undefined;
  if (!isMap(root) || !isSeq(list)) {
    return {
      tests: [],
      diagnostics: [diagnostic('missing-key', { owner: 'test', key: 'tests' }, spanOf(root))],
    };
  }
  const plain = document.toJS({ maxAliasCount: 20 }) as Readonly<Record<string, unknown>>;
  const organisation = asObject(plain.organisation);
  const record = typeof plain.record === 'string' ? plain.record : undefined;
  const bodies = plain.tests as readonly unknown[];
  const tests: PolicyTest[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [index, node] of list.items.entries()) {
    const span = spanOf(node as Node);
    const body = asObject(bodies[index]);
    if (body === undefined) {
      diagnostics.push(diagnostic('wrong-shape', { expected: 'test', actual: 'value' }, span));
      continue;
    }
    const name = typeof body.name === 'string' ? body.name : `#${String(index + 1)}`;
    if (asObject(body.expect) === undefined && body.explains === undefined) {
      diagnostics.push(diagnostic('test-without-expectation', { name }, span));
      continue;
    }
    tests.push({
      name,
      span,
      record: typeof body.record === 'string' ? body.record : record,
      organisation: asObject(body.organisation) ?? organisation,
      body,
    });
  }
  return { tests, diagnostics };
}

export function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}
