import { describe, expect, it } from 'vitest';
import { nearestStep } from './nearest-step.js';

const STEPS = [
  '核对文件并盖章',
  'paper checked and stamped',
  'stamp',
  '用印登记',
  '按月核对用印登记',
  '不予用印',
];

describe('the step nearest to a name', () => {
  it.each([
    ['stamps', 'stamp'],
    ['用印等记', '用印登记'],
    ['盖章', '核对文件并盖章'],
    ['登记', '用印登记'],
    ['每月核对登记', '按月核对用印登记'],
    ['checked and stamped', 'paper checked and stamped'],
    ['开会', undefined],
    ['x', undefined],
    ['', undefined],
    ['盖章'.repeat(100), undefined],
  ])('of %s is %s', (name, expected) => {
    expect(nearestStep(name, STEPS)).toBe(expected);
  });
});
