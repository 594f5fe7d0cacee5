import { stat } from 'node:fs/promises';

/** `ledger.mapping.yaml` beside `ledger.xlsx`, whether or not that is packed. */
export async function besideTable(file: string): Promise<string | undefined> {
  for (const ending of ['yaml', 'yml']) {
    const path = `${stemOf(file)}.mapping.${ending}`;
    const found = await stat(path).catch(() => undefined);
    if (found?.isFile() === true) return path;
  }
  return undefined;
}

export function stemOf(file: string): string {
  return file.replace(/\.gz$/i, '').replace(/\.[A-Za-z]+$/, '');
}
