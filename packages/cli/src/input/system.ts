import { readFile } from 'node:fs/promises';

export async function readBytes(file: string): Promise<Uint8Array> {
  return readFile(file);
}

/** The disk's fault, and not a mistake of ours. */
export function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
