import { readExpectations } from './expectation.js';
import { readTests, type TestFile } from './read-tests.js';

/** A test that says what an item must answer. */
export interface NamingTest {
  readonly file: string;
  readonly line: number;
  readonly name: string;
}

/** The tests that expect something of an item, or of the cases of a procedure, given by its id, in the order of the files. */
export function testsNaming(item: string, files: readonly TestFile[]): readonly NamingTest[] {
  return files
    .filter(({ text }) => text.includes(item))
    .flatMap((file) =>
      readTests(file).tests.flatMap(({ name, span, body, procedure }) =>
        bare(procedure ?? '') === item ||
        readExpectations(body.expect).some((expected) => bare(expected.item) === item)
          ? [{ file: file.file, line: span.source.position(span.start).line, name }]
          : [],
      ),
    );
}

/** `power:village.seal-use` expects something of `village.seal-use`; so does the code after a `#`. */
function bare(name: string): string {
  return name.slice(name.indexOf(':') + 1).replace(/#.*$/, '');
}
