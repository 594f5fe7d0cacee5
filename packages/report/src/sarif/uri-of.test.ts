import { expect, it } from 'vitest';
import { uriOf } from './uri-of.js';

it.each([
  ['in/ledger.jsonl', 'in/ledger.jsonl'],
  ['in\\ledger.jsonl', 'in/ledger.jsonl'],
  ['../台账 1.jsonl', '../%E5%8F%B0%E8%B4%A6%201.jsonl'],
  ['a:b#c?d%e', 'a%3Ab%23c%3Fd%25e'],
  ['/srv/a.json', 'file:///srv/a.json'],
  ['C:\\data\\a.json', 'file:///C:/data/a.json'],
  ['x\ud800\u001b.json', 'x%EF%BF%BD%1B.json'],
])('writes %j as a URI', (file, uri) => {
  expect(uriOf(file)).toBe(uri);
});
