import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { modelineFor } from './modeline.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const files = readdirSync(`${root}policies`, { recursive: true, encoding: 'utf8' })
  .map((file) => `policies/${file.replaceAll('\\', '/')}`)
  .filter((file) => modelineFor(file) !== undefined);

describe('every file of policies/', () => {
  test.each(files)('%s begins with its modeline', (file) => {
    const [first] = readFileSync(root + file, 'utf8').split('\n');
    expect(first, 'run `qingdan fmt policies`').toBe(modelineFor(file));
  });
});
