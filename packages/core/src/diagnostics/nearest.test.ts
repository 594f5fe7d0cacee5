import { describe, expect, it } from 'vitest';
import { nearestHint, nearestName } from './nearest.js';

const KNOWN = ['amount', 'approver', 'paidOn', 'payee', '金额'];

describe('the nearest name', () => {
  it.each<[string, string, string | undefined]>([
    ['one letter wrong', 'amounl', 'amount'],
    ['one letter wanting', 'amont', 'amount'],
    ['neighbours swapped', 'paiydOn', 'paidOn'],
    ['another case', 'PAIDON', 'paidOn'],
    ['the name itself', 'payee', 'payee'],
    ['two letters of eight', 'aprovar', 'approver'],
    ['one of two characters', '金客', '金额'],
    ['nothing near', 'supplier', undefined],
    ['more than a third changed', 'paxxx', undefined],
    ['nothing at all', '', undefined],
  ])('with %s', (_, name, expected) => {
    expect(nearestName(name, KNOWN)).toBe(expected);
  });

  it('is the nearest of several, and the first of equals', () => {
    expect(nearestName('amounts', ['amountsx', 'amount', 'amounts2'])).toBe('amountsx');
    expect(nearestName('abcdef', ['abcxyf', 'abcdex'])).toBe('abcdex');
  });

  it('is not looked for in names of great length, except themselves', () => {
    const long = 'x'.repeat(65);
    expect(nearestName(long, [`${long}y`])).toBeUndefined();
    expect(nearestName(long, [long])).toBe(long);
  });

  it('reads in messages as a question, and is empty where nothing is near', () => {
    expect(nearestHint('amont', KNOWN)).toBe(' → `amount`?');
    expect(nearestHint('supplier', KNOWN)).toBe('');
  });
});
