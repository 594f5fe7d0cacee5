import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkImports, importTable, type Package } from './import-table.js';
import { importsOf, readPackages } from './read-packages.js';

const packages = readPackages(fileURLToPath(new URL('../../../', import.meta.url)));

describe('the packages of this repository', () => {
  test('are read with their modules', () => {
    expect(packages.map(({ directory }) => directory)).toContain('core');
    for (const { directory, modules } of packages) {
      expect(
        modules.map(({ file }) => file),
        directory,
      ).toContain('src/index.ts');
    }
  });

  test('import only what the table allows', () => {
    expect(checkImports(packages)).toEqual([]);
  });
});

describe('the table', () => {
  const order = Object.keys(importTable);
  const siblings = ['input', 'engine', 'sql', 'report'];

  test.each(order)('%s names only packages above it', (directory) => {
    for (const target of importTable[directory]!.packages) {
      expect(order.indexOf(target), target).toBeGreaterThanOrEqual(0);
      expect(order.indexOf(target), target).toBeLessThan(order.indexOf(directory));
    }
  });

  test.each(siblings)('%s names none of its siblings', (directory) => {
    const { packages: allowed } = importTable[directory]!;
    expect(allowed.filter((target) => siblings.includes(target))).toEqual([]);
  });
});

describe('a breach', () => {
  const core = made({ directory: 'core' });

  test.each<{ what: string; packages: Package[]; fault: string }>([
    {
      what: 'an import of a package below',
      packages: [
        one('core', '@qingdan/engine', { '@qingdan/engine': 'workspace:*' }),
        made({ directory: 'engine' }),
      ],
      fault: 'core/src/a.ts: `@qingdan/engine` may not be imported here',
    },
    {
      what: 'a dependency on a package below',
      packages: [
        made({ directory: 'engine', dependencies: { qingdan: 'workspace:*' } }),
        made({ directory: 'cli', name: 'qingdan' }),
      ],
      fault: 'engine/package.json: may not depend on cli',
    },
    {
      what: 'an import sideways, by a subpath',
      packages: [one('report', '@qingdan/input/csv'), made({ directory: 'input' })],
      fault: 'report/src/a.ts: `@qingdan/input/csv` may not be imported here',
    },
    {
      what: 'a sibling asked for by version',
      packages: [core, made({ directory: 'input', dependencies: { '@qingdan/core': '^0.1.0' } })],
      fault: 'input/package.json: must ask for `@qingdan/core` as `workspace:*`',
    },
    {
      what: 'a dependency of core',
      packages: [made({ directory: 'core', dependencies: { yaml: '2.9.1' } })],
      fault: 'core/package.json: may not have dependencies',
    },
    {
      what: 'an undeclared sibling',
      packages: [core, one('input', '@qingdan/core')],
      fault: 'input/src/a.ts: `@qingdan/core` is not declared in package.json',
    },
    {
      what: 'an undeclared library',
      packages: [one('input', 'yaml')],
      fault: 'input/src/a.ts: `yaml` is not declared in package.json',
    },
    {
      what: 'a development dependency in what is shipped',
      packages: [
        made({
          directory: 'input',
          devDependencies: { '@a/b': '1' },
          modules: [{ file: 'src/a.ts', imports: ['@a/b/c'] }],
        }),
      ],
      fault: 'input/src/a.ts: `@a/b/c` is not declared in package.json',
    },
    {
      what: 'a test tool in what is shipped',
      packages: [one('input', 'vitest')],
      fault: 'input/src/a.ts: `vitest` is not declared in package.json',
    },
    {
      what: 'its own name',
      packages: [one('input', '@qingdan/input')],
      fault: 'input/src/a.ts: `@qingdan/input` is its own package',
    },
    {
      what: 'its own index',
      packages: [
        made({
          directory: 'input',
          modules: [{ file: 'src/csv/read.ts', imports: ['../index.js'] }],
        }),
      ],
      fault: 'input/src/csv/read.ts: `../index.js` is the index of its own package',
    },
    {
      what: 'a relative path into another package',
      packages: [one('input', '../../core/src/index.js')],
      fault: 'input/src/a.ts: `../../core/src/index.js` leaves the sources of its package',
    },
    {
      what: 'the disk, in a library',
      packages: [one('engine', 'node:fs')],
      fault: 'engine/src/a.ts: `node:fs` is a Node built-in, which may not be used here',
    },
    {
      what: 'the disk, in the SDK outside its loader',
      packages: [one('sdk', 'node:fs')],
      fault: 'sdk/src/a.ts: `node:fs` is a Node built-in, which may not be used here',
    },
    {
      what: 'a built-in without its prefix',
      packages: [one('cli', 'fs')],
      fault: 'cli/src/a.ts: `fs` must be written with `node:`',
    },
    {
      what: 'json-rules-engine outside its subpath',
      packages: [one('engine', 'json-rules-engine', { 'json-rules-engine': '7.3.1' })],
      fault:
        'engine/src/a.ts: `json-rules-engine` may be imported only under src/json-rules-engine/',
    },
    {
      what: 'a package the table does not know',
      packages: [made({ directory: 'utils' })],
      fault: 'utils: is not in the import table',
    },
  ])('is reported: $what', ({ packages, fault }) => {
    expect(checkImports(packages)).toContain(fault);
  });
});

describe('no breach', () => {
  test.each<{ what: string; packages: Package[] }>([
    {
      what: 'a declared package above, by a subpath',
      packages: [
        made({ directory: 'engine' }),
        one('sdk', '@qingdan/engine/json-rules-engine', { '@qingdan/engine': 'workspace:*' }),
      ],
    },
    {
      what: 'a declared library, by a subpath',
      packages: [one('input', '@a/b/c', { '@a/b': '1.0.0' })],
    },
    {
      what: "a built-in in the SDK's loader, in the command line and in SQL's runners",
      packages: [
        made({
          directory: 'sdk',
          modules: [{ file: 'src/load/load-packs.ts', imports: ['node:fs/promises'] }],
        }),
        one('cli', 'node:process'),
        made({
          directory: 'sql',
          modules: [{ file: 'src/runners/duckdb.ts', imports: ['node:path'] }],
        }),
      ],
    },
    {
      what: 'test tools, built-ins and the own index in a test',
      packages: [
        made({
          directory: 'core',
          modules: [{ file: 'src/a.test.ts', imports: ['vitest', 'node:fs', './index.js'] }],
        }),
      ],
    },
    {
      what: 'an index below the top',
      packages: [
        made({
          directory: 'core',
          modules: [{ file: 'src/index.ts', imports: ['./values/index.js'] }],
        }),
      ],
    },
  ])('is reported for $what', ({ packages }) => {
    expect(checkImports(packages)).toEqual([]);
  });
});

test('every way to name another module is seen', () => {
  const text = `
    import { a } from 'named';
    import type { B } from 'type-only';
    import 'bare';
    export { c } from 'exported';
    export * from './all.js';
    type D = import('in-a-type').D;
    const e = await import('dynamic');
    // import 'commented out'
  `;
  expect(importsOf(text).sort()).toEqual([
    './all.js',
    'bare',
    'dynamic',
    'exported',
    'in-a-type',
    'named',
    'type-only',
  ]);
});

function made(pkg: Partial<Package> & Pick<Package, 'directory'>): Package {
  return {
    name: `@qingdan/${pkg.directory}`,
    private: false,
    dependencies: {},
    devDependencies: {},
    modules: [],
    ...pkg,
  };
}

/** A package of one module with one import. */
function one(
  directory: string,
  specifier: string,
  dependencies: Record<string, string> = {},
): Package {
  return made({ directory, dependencies, modules: [{ file: 'src/a.ts', imports: [specifier] }] });
}
