import { error, warning } from '../entry.js';

/** QD4xxx: packs and overlays. */
export const OVERLAY = {
  'unknown-pack': error(
    'QD4001',
    { zh: '找不到规则包 `{pack}`{nearest}', en: 'there is no pack `{pack}`{nearest}' },
    { zh: '请用 --packs 一并给出', en: 'give it with --packs' },
  ),
  'pack-version': error(
    'QD4002',
    {
      zh: '`{pack}` 的版本 {actual} 不满足 {wanted}',
      en: '`{pack}` is {actual}, and {wanted} is asked for',
    },
    { zh: '请换用合适的版本', en: 'use a version that fits' },
  ),
  'pack-cycle': error(
    'QD4003',
    { zh: '规则包相互引用：{cycle}', en: 'packs extend each other: {cycle}' },
    { zh: '请打断循环', en: 'break the circle' },
  ),
  'duplicate-pack': error(
    'QD4004',
    { zh: '规则包 `{pack}` 出现两次', en: 'the pack `{pack}` is given twice' },
    { zh: '请只给一次', en: 'give it once' },
  ),
  'overlay-key': error(
    'QD4101',
    {
      zh: '下级规则包不能改动 `{id}` 的 `{key}`，只能收紧',
      en: 'an overlay cannot change `{key}` of `{id}`: it can only tighten',
    },
    { zh: '可用的键：{known}', en: 'what it may set: {known}' },
  ),
  'looser-value': error(
    'QD4102',
    {
      zh: '`{id}` 自 {date} 起取 {value}，比上级的 {higher} 宽松',
      en: '`{id}` takes {value} from {date}, which is looser than the {higher} of the level above',
    },
    {
      zh: '请改为不宽于上级的数值，或由设定上级数值的层级出具豁免',
      en: 'take a value no looser, or a waiver by the level that set it',
    },
  ),
  'overtaken-value': warning(
    'QD4103',
    {
      zh: '`{id}` 的 {value} 自 {date} 起被上级更严的 {higher} 覆盖，不再起作用',
      en: 'from {date} the stricter {higher} of the level above overtakes the {value} of `{id}`, which has no effect any more',
    },
    { zh: '请更新或删除本地数值', en: 'update or remove the local value' },
  ),
  'not-tightenable': error(
    'QD4104',
    {
      zh: '参数 `{id}` 只能由声明它的规则包设定',
      en: 'only the pack that declares the parameter `{id}` may set it',
    },
    { zh: '请删去本地数值', en: 'remove the local value' },
  ),
  'equal-rank': error(
    'QD4105',
    {
      zh: '同级规则包 `{first}` 与 `{second}` 都设定了 `{id}`',
      en: 'the packs `{first}` and `{second}` of equal rank both set `{id}`',
    },
    { zh: '请只在一个包中设定', en: 'set it in one of them' },
  ),
  'tighten-sign': error(
    'QD4106',
    {
      zh: '`{item}` 使用参数 `{id}` 的方向与 `tighten: {tighten}` 相反：按此处用法应为 `tighten: {direction}`',
      en: '`{item}` uses `{id}` against its `tighten: {tighten}`: as it is used here, `tighten: {direction}` would be stricter',
    },
    {
      zh: '请核对 tighten；两个方向都用到时，请拆成两个参数',
      en: 'check `tighten`; if both ways are meant, split the parameter',
    },
  ),
  'incomparable-value': error(
    'QD4107',
    {
      zh: '`{id}` 自 {date} 起取 {value}，无法与上级的 {higher} 比较宽严',
      en: '`{id}` takes {value} from {date}, which is neither stricter nor looser than the {higher} of the level above',
    },
    {
      zh: '请使用与上级相同的单位，或取其子集、超集',
      en: 'use the unit of the level above, or a set that holds or lies within its own',
    },
  ),
  'waiver-rank': error(
    'QD4201',
    {
      zh: '`{id}` 的豁免由 {approver} 出具，低于设定该规则的层级 {maker}',
      en: 'the waiver of `{id}` is by {approver}, below {maker}, which made the rule',
    },
    {
      zh: '豁免须由设定规则的层级或其上级出具',
      en: 'a waiver is given by the level that made the rule, or above',
    },
  ),
  'lock-mismatch': error(
    'QD4301',
    {
      zh: '规则包 `{pack}` 与 qingdan.lock.yaml 的摘要不符',
      en: 'the pack `{pack}` differs from the digest in qingdan.lock.yaml',
    },
    { zh: '若改动属实，请重新生成锁文件', en: 'if the change is meant, write the lock file anew' },
  ),
} as const;
