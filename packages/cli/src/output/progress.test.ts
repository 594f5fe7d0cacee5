import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { drawOn, Progress } from './progress.js';

/** What a terminal, or a pipe, is given of some work that takes `seconds`. */
async function shown(isTTY: boolean, seconds: number): Promise<string> {
  const stream = Object.assign(new PassThrough(), { isTTY, columns: 80 });
  let now = 0;
  const draw = await drawOn(stream as unknown as NodeJS.WriteStream);
  const progress = new Progress(draw, 'zh', () => now);
  progress.begin('read');
  progress.add(3);
  progress.begin('check', 400);
  for (let step = 0; step < 4; step += 1) {
    now += seconds * 250;
    progress.add(100);
  }
  progress.end();
  return String(stream.read() ?? '');
}

describe('progress', () => {
  it('is shown on a terminal while work is long, and wiped off at the end', async () => {
    const text = await shown(true, 4);
    expect(text).toMatch(/检查 {2}█+░+ {2}100\/400/);
    // Its line is cleared from the cursor on.
    expect(text).toMatch(/\u001b\[[0-2]?[JK][^░█]*$/);
  });

  it('is not shown for what is done at once', async () => {
    expect(await shown(true, 0.1)).toBe('');
  });

  it('is not shown where stderr is no terminal', async () => {
    expect(await shown(false, 4)).toBe('');
    expect(await drawOn(undefined)).toBeUndefined();
  });
});
