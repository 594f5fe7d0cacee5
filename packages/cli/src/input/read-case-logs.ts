import { createReadStream } from 'node:fs';
import type { CaseLog, Diagnostic } from '@qingdan/core';
import type { StepName } from '@qingdan/input/cases';
import type { InputDigests } from './input-digests.js';
import { cannotRead, MIB } from './system.js';

export interface LogOptions {
  /** The procedure of cases that don't say theirs. */
  readonly procedure?: string;
  /** By the id of each procedure. */
  readonly steps: ReadonlyMap<string, readonly StepName[]>;
}

/** The cases of logs of events, as they come from the disk. What can't be read is reported; the rest stands. */
export async function readCaseLogs(
  files: readonly string[],
  { procedure, steps }: LogOptions,
  digests: InputDigests,
  onCase: (log: CaseLog) => void,
): Promise<readonly Diagnostic[]> {
  if (files.length === 0) return [];
  // Who checks records only needs none of it.
  const { readCases } = await import('@qingdan/input/cases');
  const diagnostics: Diagnostic[] = [];
  for (const file of files) {
    try {
      const chunks = digests.through(file, createReadStream(file, { highWaterMark: MIB }));
      const read = await readCases(
        { file, chunks },
        { steps, ...(procedure === undefined ? {} : { procedure }) },
        onCase,
      );
      diagnostics.push(...read.diagnostics);
    } catch (error) {
      diagnostics.push(cannotRead(file, error));
    }
  }
  return diagnostics;
}
