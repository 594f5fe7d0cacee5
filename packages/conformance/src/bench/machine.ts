import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';

const LIBRARIES = [
  'json-logic-engine',
  'json-logic-js',
  'json-rules-engine',
  '@gorules/zen-engine',
  '@cedar-policy/cedar-wasm',
  '@open-policy-agent/opa-wasm',
] as const;

/** What the figures were measured on: nothing that tells whose machine it was. */
export function machine(): string {
  const processors = cpus();
  const model = processors[0]?.model.trim() ?? 'unknown processor';
  return `${model}, ${processors.length} cores, ${process.platform} ${process.arch}, Node ${process.versions.node}`;
}

export function versions(): string {
  const { version, devDependencies } = manifest();
  const libraries = LIBRARIES.map((name) => `${name} ${String(devDependencies[name])}`);
  return [`Qingdan ${version}`, ...libraries].join(', ');
}

function manifest(): {
  readonly version: string;
  readonly devDependencies: Readonly<Record<string, string>>;
} {
  return JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  ) as ReturnType<typeof manifest>;
}
