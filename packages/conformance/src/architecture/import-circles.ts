import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

/** What each file imports when it is loaded. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** The files below a folder, with the files that each imports by a relative path; types apart, which are gone at run time. */
export function readImportGraph(folder: string): ImportGraph {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .sort();
  return new Map(
    files.map((file) => {
      const imports = valueImportsOf(readFileSync(join(folder, file), 'utf8'))
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => join(folder, dirname(file), specifier.replace(/\.js$/, '.ts')))
        .filter((path) => existsSync(path))
        .map((path) => relative(folder, path));
      return [file, imports];
    }),
  );
}

/** The specifiers that a text imports or exports values from as it is loaded. */
export function valueImportsOf(text: string): string[] {
  const { statements } = ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest);
  return statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const { moduleSpecifier } = statement;
    if (moduleSpecifier === undefined || !ts.isStringLiteral(moduleSpecifier)) return [];
    return isOfTypes(statement) ? [] : [moduleSpecifier.text];
  });
}

function isOfTypes(statement: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(statement)) {
    const { exportClause } = statement;
    return statement.isTypeOnly || (exportClause !== undefined && areTypes(exportClause));
  }
  const { importClause } = statement;
  if (importClause === undefined) return false;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = importClause;
  return name === undefined && namedBindings !== undefined && areTypes(namedBindings);
}

function areTypes(bindings: ts.NamedImportBindings | ts.NamedExportBindings): boolean {
  return (
    (ts.isNamedImports(bindings) || ts.isNamedExports(bindings)) &&
    bindings.elements.every(({ isTypeOnly }) => isTypeOnly)
  );
}

/** One circle for each file that closes one: `a.ts → b.ts → a.ts`. */
export function importCircles(graph: ImportGraph): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const way: string[] = [];
  const visit = (file: string): void => {
    const begun = way.indexOf(file);
    if (begun !== -1) {
      circles.push([...way.slice(begun), file].join(' → '));
      return;
    }
    if (done.has(file)) return;
    way.push(file);
    for (const next of graph.get(file) ?? []) visit(next);
    way.pop();
    done.add(file);
  };
  for (const file of graph.keys()) visit(file);
  return circles;
}
