import { joined } from '../text/joined.js';
import { caseFormatOf, HEAD_BYTES, isGzip } from './case-format.js';
import type { CaseFormat, CaseOptions, CaseSource } from './case-options.js';
import { gunzip } from './gunzip.js';

/** A log unpacked, and how it is written; that is undefined where nothing tells. */
export interface OpenLog {
  readonly format: CaseFormat | undefined;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** Unpacks a log and finds out how it is written. What is damaged in the packing throws a GzipError as it is read. */
export async function openLog(
  { file, chunks }: CaseSource,
  { format }: Pick<CaseOptions, 'format'>,
): Promise<OpenLog> {
  const packed = await peek(chunks);
  const { head, whole } = isGzip(packed.head) ? await peek(gunzip(packed.whole)) : packed;
  return { format: format ?? caseFormatOf(file, head), chunks: whole };
}

/** The first bytes of a file, and all of it again. */
async function peek(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<{ readonly head: Uint8Array; readonly whole: AsyncIterable<Uint8Array> }> {
  const source = iteratorOf(chunks);
  const first: Uint8Array[] = [];
  let length = 0;
  let isOver = false;
  while (length < HEAD_BYTES) {
    const next = await source.next();
    if (next.done === true) {
      isOver = true;
      break;
    }
    first.push(next.value);
    length += next.value.length;
  }
  const head = joined(first, length);
  const whole = async function* (): AsyncGenerator<Uint8Array> {
    if (head.length > 0) yield head;
    if (!isOver) yield* { [Symbol.asyncIterator]: () => source };
  };
  return { head: head.subarray(0, HEAD_BYTES), whole: whole() };
}

async function* iteratorOf(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* chunks;
}
