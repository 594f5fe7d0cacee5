import { expect, it } from 'vitest';
import { InputDigests } from './input-digests.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function* chunksOf(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield await Promise.resolve(bytes(text));
}

it('takes the digest of a file, whole or in parts', async () => {
  const digests = new InputDigests();
  digests.add('b.json', bytes('abc'));
  for await (const chunk of digests.through('a.jsonl', chunksOf('a', 'bc')))
    expect(chunk).not.toHaveLength(0);
  const abc = 'sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  expect(digests.value.files).toEqual([
    { file: 'a.jsonl', digest: abc },
    { file: 'b.json', digest: abc },
  ]);
});

it('has one digest for all, whatever their names and order', () => {
  const [one, other, third] = [new InputDigests(), new InputDigests(), new InputDigests()];
  one.add('a', bytes('1'));
  one.add('b', bytes('2'));
  other.add('x/b', bytes('2'));
  other.add('x/c', bytes('1'));
  third.add('a', bytes('1'));
  expect(one.value.digest).toBe(other.value.digest);
  expect(one.value.digest).not.toBe(third.value.digest);
});
