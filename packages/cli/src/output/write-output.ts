import { type Diagnostic, diagnostic, said, systemReason } from '@qingdan/core';
import { isSystemError } from '../input/system.js';
import type { Io } from '../io.js';
import { writeWhole } from './write-whole.js';

/** Writes a result to where `--output` says, whole or not at all, else to stdout; what is wrong with the file if it can't. */
export async function writeOutput(
  text: string,
  path: string | undefined,
  io: Io,
): Promise<Diagnostic | undefined> {
  if (path === undefined) {
    io.stdout(text);
    return undefined;
  }
  try {
    await writeWhole(path, text);
    return undefined;
  } catch (error) {
    return outputFault(path, error);
  }
}

/** Why a file can't be written, as a diagnostic; anything but the disk's fault is thrown on. */
export function outputFault(path: string, error: unknown): Diagnostic {
  if (!isSystemError(error)) throw error;
  const { zh, en } = systemReason(error);
  const expected = said('expected', {
    zh: `可以写入的文件（${zh}）`,
    en: `a file that can be written (${en})`,
  });
  return diagnostic('bad-option', { option: '--output', value: path, ...expected });
}
