import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path/posix';

/** One source file and the specifiers it imports, exports from, or loads with `import()`. */
export interface Module {
  /** Relative to the package, with `/`: `src/load/load-packs.ts`. */
  readonly file: string;
  readonly imports: readonly string[];
}

/** What a package declares, and its modules. */
export interface Package {
  /** The directory under `packages/`, by which the table knows the package. */
  readonly directory: string;
  /** The name in package.json. */
  readonly name: string;
  readonly dependencies: Readonly<Record<string, string>>;
  /** Development and peer dependencies: enough for a test, not for what is shipped. */
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly private: boolean;
  readonly modules: readonly Module[];
}

/** One row of the table in the architecture note. */
interface Row {
  /** Directories of the packages that may be imported. */
  readonly packages: readonly string[];
  /** Which files may touch the disk, the network or the process: all, none, or those under a path. */
  readonly builtins: boolean | string;
}

const libraries = ['core', 'language', 'input', 'engine', 'sql', 'analysis', 'report'] as const;

/**
 * The packages in their order, each with what it may import. A package names only packages above
 * it, and `input`, `engine`, `sql` and `report` never name each other.
 */
export const importTable: Readonly<Record<string, Row>> = {
  core: { packages: [], builtins: false },
  language: { packages: ['core'], builtins: false },
  input: { packages: ['core'], builtins: false },
  engine: { packages: ['core'], builtins: false },
  sql: { packages: ['core'], builtins: 'src/runners/' },
  analysis: { packages: ['core', 'language', 'engine'], builtins: false },
  report: { packages: ['core'], builtins: false },
  sdk: { packages: libraries, builtins: 'src/load/' },
  editor: { packages: ['core', 'language', 'analysis', 'report'], builtins: false },
  cli: { packages: [...libraries, 'sdk', 'editor'], builtins: true },
  site: { packages: [...libraries, 'sdk', 'editor'], builtins: false },
  conformance: { packages: [...libraries, 'sdk', 'editor', 'cli', 'site'], builtins: true },
};

/** Dependencies that only part of a package may use, so that the rest stays free of them. */
const confined: Readonly<Record<string, { readonly directory: string; readonly under: string }>> = {
  'json-rules-engine': { directory: 'engine', under: 'src/json-rules-engine/' },
};

/** Declared once at the root, for the tests of every package. */
const testTools = new Set(['vitest']);

/**
 * Holds packages to the import table.
 *
 * @returns one sentence per breach, in the order of the packages and their modules; empty if
 * there is none.
 */
export function checkImports(packages: readonly Package[]): string[] {
  const directories = new Map(packages.map(({ name, directory }) => [name, directory]));
  return packages.flatMap((pkg) => {
    const row = importTable[pkg.directory];
    if (row === undefined) return [`${pkg.directory}: is not in the import table`];
    return [
      ...checkManifest(pkg, row, directories),
      ...pkg.modules.flatMap((module) =>
        module.imports.flatMap((specifier) => {
          const fault = checkImport(pkg, row, module.file, specifier, directories);
          return fault === undefined
            ? []
            : [`${pkg.directory}/${module.file}: \`${specifier}\` ${fault}`];
        }),
      ),
    ];
  });
}

function checkManifest(pkg: Package, row: Row, directories: ReadonlyMap<string, string>): string[] {
  const faults: string[] = [];
  for (const [name, range] of Object.entries({ ...pkg.devDependencies, ...pkg.dependencies })) {
    const target = directories.get(name);
    if (target === undefined) continue;
    if (!row.packages.includes(target)) faults.push(`may not depend on ${target}`);
    if (range !== 'workspace:*') faults.push(`must ask for \`${name}\` as \`workspace:*\``);
  }
  if (row.packages.length === 0 && Object.keys(pkg.dependencies).length > 0) {
    faults.push('may not have dependencies');
  }
  return faults.map((fault) => `${pkg.directory}/package.json: ${fault}`);
}

function checkImport(
  pkg: Package,
  row: Row,
  file: string,
  specifier: string,
  directories: ReadonlyMap<string, string>,
): string | undefined {
  // A test may read fixtures and use tools that what is shipped may not.
  const test = /\.(test|bench)\.ts$/.test(file);

  if (specifier.startsWith('.')) {
    const target = join(dirname(file), specifier);
    if (!target.startsWith('src/')) return 'leaves the sources of its package';
    if (target === 'src/index.js' && !test) return 'is the index of its own package';
    return undefined;
  }

  if (isBuiltin(specifier)) {
    if (!specifier.startsWith('node:')) return 'must be written with `node:`';
    const { builtins } = row;
    const allowed = typeof builtins === 'string' ? file.startsWith(builtins) : builtins;
    return allowed || test ? undefined : 'is a Node built-in, which may not be used here';
  }

  const name = packageName(specifier);
  if (name === pkg.name) return 'is its own package';

  const target = directories.get(name);
  if (target !== undefined && !row.packages.includes(target)) return 'may not be imported here';

  const confinement = confined[name];
  if (confinement?.directory === pkg.directory && !file.startsWith(confinement.under)) {
    return `may be imported only under ${confinement.under}`;
  }

  if (name in pkg.dependencies) return undefined;
  if ((test || pkg.private) && name in pkg.devDependencies) return undefined;
  if (test && testTools.has(name)) return undefined;
  return 'is not declared in package.json';
}

/** `@scope/name/path` → `@scope/name`; `name/path` → `name`. */
function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
