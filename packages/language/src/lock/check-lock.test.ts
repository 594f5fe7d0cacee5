import { ALWAYS, SourceText } from '@qingdan/core';
import { describe, expect, test } from 'vitest';
import type { Library } from '../library.js';
import { checkLock } from './check-lock.js';
import { lockedPacks, parseLockFile, renderLockFile } from './lock-file.js';

const digest = `sha256:${'1'.repeat(64)}`;

describe('the lock', () => {
  test.each([
    { what: 'the packs it pins', then: {}, now: {}, found: 0 },
    {
      what: 'a pack of another digest',
      then: {},
      now: { digest: `sha256:${'2'.repeat(64)}` },
      found: 1,
    },
    { what: 'a pack of another version', then: {}, now: { version: '2.0.0' }, found: 1 },
    { what: 'a pack that it does not name', then: { name: 'village' }, now: {}, found: 1 },
  ])('says of $what: $found mismatches', ({ then, now, found }) => {
    const pinned = renderLockFile(lockedPacks(libraryWith(then)));
    const { value } = parseLockFile(new SourceText('qingdan.lock.yaml', pinned));
    const diagnostics = checkLock(libraryWith(now), value);
    expect(diagnostics.map(({ name }) => name)).toEqual(Array(found).fill('lock-mismatch'));
  });
});

function libraryWith(pack: { name?: string; version?: string; digest?: string }): Library {
  const name = pack.name ?? 'national';
  const span = { source: new SourceText('qingdan.yaml', ''), start: 0, end: 0 };
  const manifest = {
    name,
    version: pack.version ?? '1.0.0',
    title: { zh: '国家', en: 'National' },
    jurisdiction: 'CN',
    subjects: [],
    coversFrom: ALWAYS.from,
    extends: [],
    terms: new Map(),
    waivers: [],
    span,
  };
  const packs = new Map([[name, { manifest, digest: pack.digest ?? digest }]]);
  return { packs } as unknown as Library;
}
