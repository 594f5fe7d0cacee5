import { describe, expect, it } from 'vitest';
import { systemReason } from './system-reason.js';

describe('why the system refused a file', () => {
  it.each<[string, unknown, string, string]>([
    [
      'a file that is not there',
      Object.assign(new Error('x'), { code: 'ENOENT' }),
      '文件或目录不存在（ENOENT）',
      'there is no such file or folder (ENOENT)',
    ],
    [
      'a code that is not known',
      Object.assign(new Error('x'), { code: 'EODD' }),
      '系统报告 `EODD`',
      'EODD',
    ],
    ['something else', new Error('odd'), '`Error: odd`', 'Error: odd'],
  ])('in words: %s', (_, error, zh, en) => {
    expect(systemReason(error)).toEqual({ zh, en });
  });
});
