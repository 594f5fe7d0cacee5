import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { loadPolicy } from '@open-policy-agent/opa-wasm';
import { runner } from '../timing/runner.js';
import type { Contender } from './contender.js';
import type { Rule } from './rules.js';

/** Compiles policies to WebAssembly. */
const OPA = process.env.QINGDAN_OPA ?? 'opa';

/** The version of the `opa` at hand; undefined where there is none. */
export function opaVersion(): string | undefined {
  const { stdout, status } = spawnSync(OPA, ['version'], { encoding: 'utf8' });
  return status === 0 ? /^Version: (.+)$/m.exec(stdout)?.[1] : undefined;
}

export const OPA_WASM: Contender = {
  name: 'OPA, wasm',
  prepare: async (rules, payments) => {
    // V8 11 dies of "unreachable code" when it deoptimises one of these calls after inlining it; on the times of calls of
    // this length it has no bearing.
    if (process.versions.v8.startsWith('11.'))
      setFlagsFromString('--no-turbo-inline-js-wasm-calls');
    const policy = await loadPolicy(compile(rules));
    return runner(OPA_WASM.name, {
      inputs: payments,
      judge: (payment) =>
        policy.evaluate(payment) as readonly [{ readonly result: readonly string[] }],
      idsOf: ([{ result }]) => result,
      sizeOf: ([{ result }]) => result.length,
    });
  },
};

function compile(rules: readonly Rule[]): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'qingdan-opa-'));
  try {
    const policy = join(folder, 'bench.rego');
    const bundle = join(folder, 'bundle.tar.gz');
    writeFileSync(policy, `package bench\n\n${rules.map(translate).join('\n')}\n`);
    run(OPA, ['build', '-t', 'wasm', '-e', 'bench/violated', '-o', bundle, policy]);
    return run('tar', ['-xzOf', bundle, '/policy.wasm']);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(command: string, args: readonly string[]): Uint8Array {
  const { status, stdout, stderr } = spawnSync(command, args, { maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`${command} failed: ${stderr.toString()}`);
  return stdout;
}

function translate({ id, least, method, purposes }: Rule): string {
  return `violated contains ${JSON.stringify(id)} if {
	input.amount >= ${least}
	input.method == ${JSON.stringify(method)}
	input.purpose in {${purposes.map((purpose) => JSON.stringify(purpose)).join(', ')}}
}`;
}
