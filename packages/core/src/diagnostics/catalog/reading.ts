import { error, warning } from '../entry.js';

/** QD1xxx: files and YAML. */
export const READING = {
  'cannot-read': error(
    'QD1001',
    { zh: '无法读取文件：{reason}', en: 'the file cannot be read: {reason}' },
    { zh: '请核对路径和读取权限', en: 'check the path and the permission to read it' },
  ),
  'not-utf8': error(
    'QD1002',
    { zh: '文件不是有效的 UTF-8 文本', en: 'the file is not valid UTF-8' },
    { zh: '请以 UTF-8 编码另存', en: 'save it as UTF-8' },
  ),
  'too-large': error(
    'QD1003',
    { zh: '{what}超过上限 {limit}', en: '{what} exceeds the limit of {limit}' },
    { zh: '请拆分后再读', en: 'split it' },
  ),
  'linked-file': error(
    'QD1004',
    {
      zh: '规则包目录中的符号链接不予读取',
      en: 'a symbolic link in the folder of a pack is not followed',
    },
    {
      zh: '请把文件本身放进规则包目录；要沿用另一个规则包，请在清单中写 extends',
      en: 'put the file itself into the folder; to build on another pack, name it under `extends` in the manifest',
    },
  ),
  'yaml-syntax': error(
    'QD1101',
    { zh: 'YAML 语法错误：{reason}', en: 'YAML syntax: {reason}' },
    { zh: '请按提示位置修正', en: 'mend it at the place shown' },
  ),
  'yaml-feature': error(
    'QD1102',
    { zh: '此处不允许使用 {feature}', en: '{feature} is not allowed here' },
    { zh: '请直接写出内容', en: 'write the content out' },
  ),
  'too-deep': error(
    'QD1103',
    { zh: '嵌套超过 {limit} 层', en: 'nested deeper than {limit} levels' },
    { zh: '请减少嵌套层数，可用命名条件', en: 'flatten it, for instance with named conditions' },
  ),
  'duplicate-key': error(
    'QD1104',
    { zh: '键 `{key}` 重复', en: 'the key `{key}` stands twice' },
    { zh: '请只保留一个', en: 'keep one of them' },
  ),
  'full-width-mark': error(
    'QD1105',
    {
      zh: '用了全角的“{mark}”，此处须用半角的 `{plain}`',
      en: 'a full-width `{mark}` stands where the plain `{plain}` is needed',
    },
    {
      zh: '请切换到英文标点，写成半角的 `{plain}`，其后空一格',
      en: 'write the plain `{plain}`, and a space after it',
    },
  ),
  'unknown-kind': error(
    'QD1201',
    {
      zh: '没有名为 `{kind}` 的文档种类{nearest}',
      en: 'there is no document kind `{kind}`{nearest}',
    },
    { zh: '可用：{known}', en: 'known kinds: {known}' },
  ),
  'unknown-key': error(
    'QD1202',
    { zh: '`{owner}` 没有键 `{key}`{nearest}', en: '`{owner}` has no key `{key}`{nearest}' },
    { zh: '可用的键：{known}', en: 'known keys: {known}' },
  ),
  'missing-key': error(
    'QD1203',
    { zh: '`{owner}` 缺少键 `{key}`', en: '`{owner}` lacks the key `{key}`' },
    { zh: '请补上 `{key}`', en: 'add `{key}`' },
  ),
  'wrong-shape': error(
    'QD1204',
    { zh: '此处应为{expected}，实为{actual}', en: 'expected {expected} here, found {actual}' },
    { zh: '请改成{expected}', en: 'write {expected}' },
  ),
  'bad-value': error(
    'QD1205',
    { zh: '`{value}` 不是有效的{expected}', en: '`{value}` is not a valid {expected}' },
    { zh: '请改成有效的{expected}', en: 'write a valid {expected}' },
  ),
  'no-manifest': error(
    'QD1301',
    { zh: '目录 {folder} 没有 qingdan.yaml', en: 'the folder {folder} has no qingdan.yaml' },
    { zh: '请指向规则包目录，或补上清单文件', en: 'name a pack folder, or add the manifest' },
  ),
  'bad-bundle': error(
    'QD1302',
    { zh: '不能使用这个规则集文件：{reason}', en: 'this bundle can not be used: {reason}' },
    {
      zh: '请用 `qingdan build` 重新生成；规则集文件须单独给出，不与目录混用',
      en: 'build it again with `qingdan build`; a bundle stands alone, not beside folders',
    },
  ),
  'empty-group': error(
    'QD1206',
    {
      zh: '`{group}` 为空：空的 any 恒假、空的 all 恒真',
      en: '`{group}` is empty: an empty any is always false, an empty all always true',
    },
    { zh: '请写入条件，或删去这一组', en: 'write a condition into it, or remove it' },
  ),
  'lone-document': warning(
    'QD1207',
    { zh: '空文档', en: 'an empty document' },
    { zh: '请删去多余的分隔线', en: 'remove the separator' },
  ),
  'empty-file': warning(
    'QD1208',
    { zh: '文件中没有任何内容', en: 'the file declares nothing' },
    { zh: '请写入内容，或删去这个文件', en: 'write something into it, or remove it' },
  ),
} as const;
