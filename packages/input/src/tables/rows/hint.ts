import type { Text, Type } from '@qingdan/core';
import { plainHeader } from '../cells/plain.js';
import type { Vocabulary } from '../cells/vocabulary.js';

/** What a cell of a type may say, for messages; of posts and bodies, those that what it says is part of. */
export function hintOf(type: Type, written: string, words: Vocabulary): Text {
  switch (type.kind) {
    case 'money':
      return same('1234.50, 1,234.50, 1.5万元, 壹仟贰佰叁拾肆元伍角整');
    case 'number':
    case 'integer':
      return same('12, 1,200, 三十');
    case 'ratio':
      return same('30%, 2/3, 三分之二');
    case 'boolean':
      return same('是/否, √/×, 有/无, 已/未');
    case 'date':
      return same('2026年1月5日, 2026-01-05, 2026.1.5, 20260105, 2026年1月');
    case 'instant':
      return same('2026-01-05 09:30');
    case 'duration':
      return same('5天, 10个工作日, 2个月, 3年');
    case 'period':
      return same('2024年1月1日至2028年12月31日');
    case 'enum':
      return namesOf(type.values);
    case 'role':
      return namesOf(likely(words.roles, written));
    case 'body':
      return namesOf(likely(words.bodies, written));
    case 'list':
    case 'set': {
      const { zh, en } = hintOf(type.items, written, words);
      return { zh: `${zh}；多项以“、”分隔`, en: `${en}; several separated by 、` };
    }
    default:
      return { zh: '文字或编号；长号码请设为文本格式', en: 'text or an id; long numbers as text' };
  }
}

function namesOf(labels: Iterable<readonly [string, Text]>): Text {
  const all = [...labels];
  return {
    zh: all.map(([, { zh }]) => zh).join('、'),
    en: all.map(([id, { zh }]) => `${id} (${zh})`).join(', '),
  };
}

/**
 * Those whose title ends as what was written: 副主任 may be of either committee, and no 主任 is one. All, where there are
 * none.
 */
function likely(
  titles: ReadonlyMap<string, Text>,
  written: string,
): Iterable<readonly [string, Text]> {
  const word = plainHeader(written);
  const all = [...titles];
  const ending = all.filter(([, { zh }]) => {
    const title = plainHeader(zh);
    return title.endsWith(word) && !title.endsWith(`副${word}`);
  });
  return ending.length > 0 ? ending : all;
}

function same(text: string): Text {
  return { zh: text, en: text };
}
