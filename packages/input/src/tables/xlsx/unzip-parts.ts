import { Unzip, UnzipInflate } from 'fflate';

/** A workbook that unpacks to more, in bytes, is refused. */
export const UNPACKED_LIMIT = 96 * 1024 * 1024;

/** Of what names no sheet of a table, this many parts are more than any workbook has. */
const PART_LIMIT = 10_000;

/** How many packed bytes are looked at before the limit is checked again. */
const PIECE = 4 * 1024;

export type UnzipFault = 'not-zip' | 'too-large' | 'broken';

/**
 * Unpacks the parts of a workbook that hold its cells. It counts what comes out and stops at the limit, whatever the
 * archive says of its sizes.
 */
export function unzipParts(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | UnzipFault {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return 'not-zip';
  const parts = new Map<string, Uint8Array[]>();
  let unpacked = 0;
  let count = 0;
  let fault: UnzipFault | undefined;
  const unzip = new Unzip();
  unzip.register(UnzipInflate);
  unzip.onfile = (file) => {
    count += 1;
    if (count > PART_LIMIT) fault ??= 'too-large';
    if (
      !/^xl\/(workbook\.xml|sharedStrings\.xml|styles\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/i.test(
        file.name,
      )
    ) {
      return;
    }
    if ((file.originalSize ?? 0) > UNPACKED_LIMIT) fault ??= 'too-large';
    if (fault !== undefined) return;
    const pieces: Uint8Array[] = [];
    parts.set(file.name.toLowerCase(), pieces);
    file.ondata = (error, chunk) => {
      // Its types say that there is always a chunk; with an error there is none.
      if ((error as Error | null) !== null) {
        fault ??= 'broken';
        return;
      }
      unpacked += chunk.length;
      if (unpacked > UNPACKED_LIMIT) fault ??= 'too-large';
      if (fault === undefined) pieces.push(chunk);
      else pieces.length = 0;
    };
    file.start();
  };
  try {
    for (let start = 0; start < bytes.length && fault === undefined; start += PIECE) {
      const end = Math.min(start + PIECE, bytes.length);
      unzip.push(bytes.subarray(start, end), end === bytes.length);
    }
  } catch {
    return fault ?? 'broken';
  }
  if (fault !== undefined) return fault;
  return new Map([...parts].map(([name, pieces]) => [name, joined(pieces)]));
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
