import type { Text } from '@qingdan/core';

/** Why a constraint of a Declare model isn't imported. `{what}` is the part of it that is meant. */
const REASONS = {
  template: { zh: '没有模板 `{what}`', en: 'there is no template `{what}`' },
  activities: {
    zh: '模板 `{what}` 的活动个数不对',
    en: 'the template `{what}` is given too few activities, or too many',
  },
  activity: { zh: '活动 `{what}` 没有声明', en: 'the activity `{what}` is not declared' },
  condition: { zh: '条件 `{what}` 读不懂', en: 'the condition `{what}` cannot be read' },
  target: {
    zh: '激活条件用到目标事件的 `{what}`，那时还没有目标事件',
    en: 'the condition of the activation reads `{what}` of a target, which there is none of yet',
  },
  attribute: { zh: '属性 `{what}` 没有声明', en: 'the attribute `{what}` is not declared' },
  bound: {
    zh: '属性 `{what}` 没有绑定到这个活动，事件不会记它',
    en: 'the attribute `{what}` is not bound to the activity, whose events do not say it',
  },
  value: {
    zh: '`{what}` 不是这个属性的值',
    en: '`{what}` is no value of the attribute',
  },
  order: {
    zh: '`{what}` 只能比较数字',
    en: '`{what}` orders nothing but numbers',
  },
  types: { zh: '`{what}` 两边的类型不同', en: 'the two sides of `{what}` are of different types' },
  constant: { zh: '`{what}` 的两边都不是属性', en: 'no side of `{what}` is an attribute' },
  both: {
    zh: '模板 `{what}` 的两个活动都能激活它，条件属于哪一个说不清',
    en: 'both activities of `{what}` activate it, so that it cannot be told which one a condition is about',
  },
  pair: {
    zh: '模板 `{what}` 的两个活动之间没有先后，不能带目标条件或时间',
    en: 'the two activities of `{what}` have nothing to do with each other: no condition of a target, no time',
  },
  unit: {
    zh: '时间 `{what}` 不是整天数；期限按日计算',
    en: 'the time `{what}` is not in whole days, in which lengths are counted here',
  },
  span: {
    zh: '时间 `{what}` 至少的天数多于至多的天数',
    en: 'the time `{what}` asks for more days at least than it allows at most',
  },
  since: {
    zh: '`{what}` 从案件开始起算时间，模板不能表达',
    en: '`{what}` counts time from the beginning of the case, which no template says',
  },
} as const satisfies Record<string, Text>;

export type Reason = keyof typeof REASONS;

/** Thrown while a constraint is read, and caught where it began: it is refused for the first thing that can't be had. */
export class Refusal extends Error {
  constructor(
    readonly reason: Reason,
    readonly what: string,
  ) {
    super(reason);
  }

  text(): Text {
    const { zh, en } = REASONS[this.reason];
    const short = this.what.length > 60 ? `${this.what.slice(0, 60)}…` : this.what;
    return { zh: zh.split('{what}').join(short), en: en.split('{what}').join(short) };
  }
}
