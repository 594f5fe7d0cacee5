import type { Condition } from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import { createSpeech } from '../sentences/create-speech.js';
import {
  compare,
  EXPENDITURE,
  fact,
  literal,
  METHOD,
  POLICY,
  SPAN,
  TEXT,
  text,
} from '../testing/build.js';
import { Page } from '../text/page.js';
import { createPaint } from '../text/paint.js';
import { renderParts, sayPart } from './render-condition.js';

const speech = createSpeech({ lang: 'zh', policy: POLICY, unmask: false }, EXPENDITURE, undefined);
const isCash = compare(fact('payment.method', METHOD), 'equal', literal('cash', METHOD));
const hasNote = compare(fact('note', TEXT), 'present');

function not(of: Condition): Condition {
  return { kind: 'not', of, span: SPAN };
}

function rendered(condition: Condition): string[] {
  const page = new Page(80, createPaint(false));
  page.add(sayPart(condition, speech));
  renderParts(condition, speech, page, 2);
  return page.print().trimEnd().split('\n');
}

describe('the parts of a condition', () => {
  it('are those of the group that a negation turns round', () => {
    expect(rendered(not({ kind: 'all', of: [isCash, hasNote], span: SPAN }))).toEqual([
      '以下各项并非同时成立',
      '  — 付款方式为现金',
      '  — 有摘要',
    ]);
  });

  it('tell what a negated condition in words of its own is made of', () => {
    const exempt: Condition = {
      kind: 'any',
      of: [isCash, hasNote],
      says: text('属于例外', 'it is exempt'),
      span: SPAN,
    };
    expect(rendered(not(exempt))).toEqual([
      '并非“属于例外”',
      '  — 属于例外',
      '    — 付款方式为现金',
      '    — 有摘要',
    ]);
  });

  it('of a negated comparison are in its sentence', () => {
    expect(rendered(not(isCash))).toEqual(['付款方式不是现金']);
  });
});
