import { error, warning } from '../entry.js';

/** QD26xx: procedures that nobody could keep to. */
export const PROCEDURES = {
  'step-cycle': error(
    'QD2601',
    {
      zh: '程序 `{id}` 的步骤互相等待：{cycle}',
      en: 'steps of `{id}` wait for each other: {cycle}',
    },
    { zh: '请打断循环', en: 'break the circle' },
  ),
  'step-never-runs': warning(
    'QD2602',
    {
      zh: '步骤 `{step}` 不会发生：其 `when` 不可能成立',
      en: 'the step `{step}` never runs: its `when` cannot be true',
    },
    { zh: '请核对条件，或删去该步骤', en: 'check the condition, or leave the step out' },
  ),
  'deadline-too-short': warning(
    'QD2603',
    {
      zh: '`{id}` 只给 {deadline}，而其间各步骤至少需要 {least}：{chain}',
      en: '`{id}` gives {deadline}, and the steps in it take {least} at least: {chain}',
    },
    {
      zh: '请延长期限，或缩短间隔、公示期',
      en: 'give more time, or shorten the gaps and publicity',
    },
  ),
  'nobody-may': warning(
    'QD2604',
    {
      zh: '没有人可以办理步骤 `{step}`：{reason}',
      en: 'nobody may do the step `{step}`: {reason}',
    },
    { zh: '请核对岗位和回避要求', en: 'check its roles, and who it keeps apart' },
  ),
  'via-cycle': error(
    'QD2605',
    {
      zh: '程序之间通过 `via` 互相依据：{cycle}',
      en: 'procedures rest on each other by `via`: {cycle}',
    },
    { zh: '请打断循环', en: 'break the circle' },
  ),
  'chain-of-one': error(
    'QD2606',
    {
      zh: '`{id}` 要求步骤 `{step}` 每次之前或者之后都有同样的另一次，没有止境，无法做到',
      en: '`{id}` asks for another `{step}` before or after each one, without end, which can never be kept',
    },
    {
      zh: '请改用两个步骤，或以 `when` 区分前后两次',
      en: 'name two steps, or tell the two apart by `when`',
    },
  ),
  'too-few-persons': warning(
    'QD2607',
    {
      zh: '程序 `{id}` 的 {steps} 办理人员不够：{seats}',
      en: 'there are too few persons for {steps} of `{id}`: {seats}',
    },
    {
      zh: '请让其他岗位也可以办理，减少回避要求，或核对岗位的 `seats`',
      en: 'let other roles do it, keep fewer persons apart, or check the `seats` of the roles',
    },
  ),
  'quorum-too-high': warning(
    'QD2608',
    {
      zh: '程序 `{id}` 的要求 `{constraint}` 须达到的比例 {share} 超过全体人数，任何会议都达不到',
      en: '`{constraint}` of `{id}` asks for {share} of a body, which is more than all of it',
    },
    {
      zh: '请核对比例；须全体同意的，写“不少于”全体（`atLeast` 为 1）',
      en: 'check the share; what all must agree to is `atLeast` 1',
    },
  ),
  'calendar-short': warning(
    'QD2609',
    {
      zh: '程序 `{id}` 自 {from} 起适用，工作日历只有 {first} 至 {last}，此外的期限 `{constraint}` 无法确定',
      en: '`{id}` holds from {from}, the calendar of working days from {first} to {last}: days of `{constraint}` beyond cannot be counted',
    },
    {
      zh: '请核对程序的起始日期，或者补充工作日历',
      en: 'check the day from which it holds, or extend the calendar',
    },
  ),
} as const;
