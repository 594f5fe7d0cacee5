import { describe, expect, it } from 'vitest';
import type { Truth } from '../values/kleene.js';
import { agreedVerdict, type Verdict, verdictOf } from './verdict.js';

const unknown = undefined;

describe('the verdict', () => {
  it.each<[Truth, Truth, Verdict]>([
    [false, true, 'notApplicable'],
    [false, false, 'notApplicable'],
    [false, unknown, 'notApplicable'],
    [true, true, 'violated'],
    [true, false, 'satisfied'],
    [true, unknown, 'undetermined'],
    [unknown, false, 'satisfied'],
    [unknown, true, 'undetermined'],
    [unknown, unknown, 'undetermined'],
  ])('of applies %s and violated %s is %s', (applies, violated, verdict) => {
    expect(verdictOf(applies, violated)).toBe(verdict);
  });

  it.each<[readonly Verdict[], Verdict]>([
    [['violated'], 'violated'],
    [['violated', 'violated'], 'violated'],
    [['violated', 'satisfied'], 'undetermined'],
    [['notApplicable', 'satisfied'], 'undetermined'],
    [['notApplicable', 'notApplicable'], 'notApplicable'],
    [[], 'undetermined'],
  ])('under laws that say %j is %s', (verdicts, verdict) => {
    expect(agreedVerdict(verdicts)).toBe(verdict);
  });
});
