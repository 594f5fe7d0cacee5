/** Thrown where what is packed is damaged or ends too early; caught by whoever reads the log. */
export class GzipError extends Error {}

/** Unpacks gzip as it comes, no more of it than is asked for; by the platform, beside whoever reads on. */
export async function* gunzip(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new DecompressionStream('gzip');
  const reader = readable.getReader();
  const failures: unknown[] = [];
  // What fails in here fails the reading below, too.
  const feeding = feed(chunks, writable.getWriter(), (error) => {
    failures.push(error);
  });
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield value;
    }
  } catch (error) {
    if (failures.length > 0) throw failures[0];
    throw new GzipError(String(error));
  } finally {
    await reader.cancel().catch(() => undefined);
    await feeding;
  }
}

/** @param fail told why the file itself can't be read. */
async function feed(
  chunks: AsyncIterable<Uint8Array>,
  writer: WritableStreamDefaultWriter<BufferSource>,
  fail: (error: unknown) => void,
): Promise<void> {
  const source = chunks[Symbol.asyncIterator]();
  try {
    for (;;) {
      let next: IteratorResult<Uint8Array>;
      try {
        next = await source.next();
      } catch (error) {
        fail(error);
        await writer.abort(error);
        return;
      }
      if (next.done === true) break;
      await writer.write(next.value as Uint8Array<ArrayBuffer>);
    }
    await writer.close();
  } catch {
    // Whoever reads what is unpacked is told why.
  }
  await source.return?.();
}
