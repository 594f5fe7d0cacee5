import { Unzip, UnzipInflate, unzipSync } from 'fflate';

/** A workbook that unpacks to more, in bytes, is refused. */
export const UNPACKED_LIMIT = 96 * 1024 * 1024;

/** What unpacks to more than this and to so many times its size holds nothing but repetition: no cells take so little. */
const CALM = 4 * 1024 * 1024;
const RATIO_LIMIT = 200;

/** Of what names no sheet of a table, this many parts are more than any workbook has. */
const PART_LIMIT = 10_000;

/** How many packed bytes are looked at before the limit is checked again. */
const PIECE = 4 * 1024;

const WANTED =
  /^xl\/(workbook\.xml|sharedStrings\.xml|styles\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/i;

export type UnzipFault = 'not-zip' | 'too-large' | 'broken';

/**
 * Unpacks the parts of a workbook that hold its cells. What its directory says of their sizes is judged before anything
 * is unpacked; then it counts what comes out, and stops where a part is larger than that.
 */
export function unzipParts(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | UnzipFault {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return 'not-zip';
  const sizes = declaredSizes(bytes);
  return typeof sizes === 'string' ? sizes : unpack(bytes, sizes);
}

/** By name, in lower case. */
type Sizes = ReadonlyMap<string, number>;

function declaredSizes(bytes: Uint8Array): Sizes | UnzipFault {
  const sizes = new Map<string, number>();
  let count = 0;
  let unpacked = 0;
  let fault: UnzipFault = 'broken';
  const refuse = (name: UnzipFault): never => {
    fault = name;
    throw new Error(name);
  };
  try {
    unzipSync(bytes, {
      filter({ name, size, originalSize }) {
        count += 1;
        if (count > PART_LIMIT) refuse('too-large');
        if (!WANTED.test(name)) return false;
        const key = name.toLowerCase();
        // Of two parts of one name nobody knows which is meant.
        if (sizes.has(key)) refuse('broken');
        sizes.set(key, originalSize);
        unpacked += originalSize;
        const isBomb = originalSize > CALM && originalSize > size * RATIO_LIMIT;
        if (isBomb || unpacked > UNPACKED_LIMIT) refuse('too-large');
        return false;
      },
    });
    return sizes;
  } catch {
    return fault;
  }
}

function unpack(bytes: Uint8Array, sizes: Sizes): ReadonlyMap<string, Uint8Array> | UnzipFault {
  const parts = new Map<string, { readonly whole: Uint8Array; length: number }>();
  let fault: UnzipFault | undefined;
  const unzip = new Unzip();
  unzip.register(UnzipInflate);
  unzip.onfile = (file) => {
    const name = file.name.toLowerCase();
    const size = sizes.get(name);
    // What the directory doesn't name is no part of the workbook.
    if (size === undefined || fault !== undefined) return;
    if (parts.has(name)) {
      fault = 'broken';
      return;
    }
    const part = { whole: new Uint8Array(size), length: 0 };
    parts.set(name, part);
    file.ondata = (error, chunk) => {
      // Its types say that there is always a chunk; with an error there is none.
      const isSound = (error as Error | null) === null && part.length + chunk.length <= size;
      if (!isSound) fault ??= 'broken';
      if (fault !== undefined) return;
      part.whole.set(chunk, part.length);
      part.length += chunk.length;
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
  return new Map([...parts].map(([name, { whole, length }]) => [name, whole.subarray(0, length)]));
}
