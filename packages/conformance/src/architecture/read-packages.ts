import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { Module, Package } from './import-table.js';

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly peerDependencies?: Record<string, string>;
}

/** Reads every package under a directory: its manifest and what each of its modules imports. */
export function readPackages(root: string): Package[] {
  return readdirSync(root)
    .filter((directory) => existsSync(join(root, directory, 'package.json')))
    .sort()
    .map((directory) => {
      const manifest = JSON.parse(
        readFileSync(join(root, directory, 'package.json'), 'utf8'),
      ) as Manifest;
      return {
        directory,
        name: manifest.name,
        private: manifest.private ?? false,
        dependencies: manifest.dependencies ?? {},
        devDependencies: { ...manifest.peerDependencies, ...manifest.devDependencies },
        modules: readModules(join(root, directory)),
      };
    });
}

function readModules(directory: string): Module[] {
  const source = join(directory, 'src');
  if (!existsSync(source)) return [];
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .sort()
    .map((file) => ({
      file: `src/${file.replaceAll('\\', '/')}`,
      imports: importsOf(readFileSync(join(source, file), 'utf8')),
    }));
}

/** The specifiers a TypeScript text refers to, types included. */
export function importsOf(text: string): string[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
}
