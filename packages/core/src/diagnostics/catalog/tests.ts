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
  'test-unknown-event': error(
    'QD6005',
    {
      zh: '测试“{name}”要变动 `{step}` 的事件，但没有这样的事件{nearest}',
      en: 'the test “{name}” changes events of `{step}`, of which there are none{nearest}',
    },
    {
      zh: '请核对环节编号；持续一段时间的环节，起止事件分别写作 `x.start` 和 `x.end`',
      en: 'check the id of the step; of a step that lasts, `x.start` and `x.end` are its two events',
    },
  ),
  'test-unknown-word': error(
    'QD6006',
    { zh: '`{word}` 不是可用的词{nearest}', en: '`{word}` is not known here{nearest}' },
    { zh: '可用：{known}', en: 'known: {known}' },
  ),
} as const;
