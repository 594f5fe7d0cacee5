import { error, warning } from '../entry.js';

/** QD3xxx: dates, revisions, basis, confidence. */
export const LAW = {
  'revision-overlap': error(
    'QD3001',
    {
      zh: '`{id}` 的两个版本在 {date} 同时有效',
      en: 'two revisions of `{id}` are in force on {date}',
    },
    { zh: '请调整 effective', en: 'adjust `effective`' },
  ),
  'revision-gap': error(
    'QD3002',
    {
      zh: '`{id}` 的版本在 {from} 至 {until} 之间中断',
      en: '`{id}` has no revision from {from} until {until}',
    },
    { zh: '请补齐，或写 `gap: { reason }`', en: 'close it, or say why with `gap: { reason }`' },
  ),
  'values-overlap': error(
    'QD3003',
    { zh: '参数 `{id}` 在 {date} 有两个取值', en: 'the parameter `{id}` has two values on {date}' },
    { zh: '请调整起止日期', en: 'adjust the dates' },
  ),
  'no-basis': error(
    'QD3101',
    {
      zh: '`{id}` 自 {from} 至 {until} 没有有效依据{subject}',
      en: '`{id}` has no basis in force from {from} until {until}{subject}',
    },
    { zh: '请补充依据，或缩短 effective', en: 'add a basis, or shorten `effective`' },
  ),
  'weak-basis': error(
    'QD3102',
    {
      zh: '`{id}` 自 {from} 至 {until} 的依据只有“{confidence}”，不能定性为违规',
      en: 'from {from} until {until} `{id}` rests on a basis that is only {confidence}, and cannot claim a violation',
    },
    {
      zh: '请改为 `nature: suspicion`，或核实依据原文',
      en: 'make it `nature: suspicion`, or read the source',
    },
  ),
  'no-such-article': error(
    'QD3103',
    {
      zh: '{instrument} 只有 {articles} 条，没有第 {article} 条',
      en: '{instrument} has {articles} articles and no article {article}',
    },
    { zh: '请核对条款号', en: 'check the article' },
  ),
  'basis-not-in-force': warning(
    'QD3104',
    {
      zh: '依据 {instrument} 在本条适用期内从未生效',
      en: 'the basis {instrument} is never in force while this item is',
    },
    { zh: '请核对日期', en: 'check the dates' },
  ),
  'empty-interval': error(
    'QD3004',
    { zh: '起始日 {from} 不早于截止日 {until}', en: '{from} is not before {until}' },
    { zh: '请核对起止日期', en: 'check the dates' },
  ),
  'instrument-overlap': warning(
    'QD3105',
    {
      zh: '{id} 声明取代 {other}，但两者在 {date} 同时有效',
      en: '{id} replaces {other}, but both are in force on {date}',
    },
    { zh: '请核对两者的起止日期', en: 'check the dates of both' },
  ),
} as const;
