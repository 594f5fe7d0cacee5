import { error } from '../entry.js';

/** QD6xxx: YAML tests. */
export const TESTS = {
  'test-without-expectation': error(
    'QD6001',
    { zh: '测试“{name}”没有预期', en: 'the test “{name}” expects nothing' },
    {
      zh: '请在 expect 中写出条目；空的列表什么也不检验',
      en: 'name items in `expect`; an empty list tests nothing',
    },
  ),
  'test-unknown-item': error(
    'QD6002',
    {
      zh: '测试“{name}”提到的 `{id}` 不存在{nearest}',
      en: 'the test “{name}” names `{id}`, which does not exist{nearest}',
    },
    { zh: '请核对编号', en: 'check the id' },
  ),
  'test-unknown-parameter': error(
    'QD6003',
    {
      zh: '测试“{name}”覆盖的参数 `{id}` 不存在{nearest}',
      en: 'the test “{name}” overrides the parameter `{id}`, which does not exist{nearest}',
    },
    { zh: '请核对编号', en: 'check the id' },
  ),
  'test-unknown-key': error(
    'QD6004',
    {
      zh: '{owner} 没有键 `{key}`{nearest}',
      en: '{owner} has no key `{key}`{nearest}',
    },
    { zh: '可用：{known}', en: 'known keys: {known}' },
  ),
} as const;
