import { type Language, type Type, typeParams } from '@qingdan/core';
import { say, sayList } from '../locale/messages.js';
import { tidyText } from '../values/escape.js';

/** What a value of a type looks like; the options of an enum by what is written and what it means. */
export function sayType(type: Type, lang: Language): string {
  switch (type.kind) {
    case 'enum':
      return say(lang, 'document.type.enum', {
        values: sayList(
          lang,
          [...type.values].map(([value, label]) =>
            say(lang, 'note', { text: value, note: tidyText(label[lang]) }),
          ),
          'list.comma',
        ),
      });
    case 'list':
    case 'set':
      return say(lang, 'document.type.list', { items: sayType(type.items, lang) });
    case 'ref':
      return say(lang, 'document.type.ref', { kind: type.to });
    case 'struct':
      return say(lang, 'document.type.struct');
    default: {
      const words = typeParams(type);
      return lang === 'zh' ? words['type.zh'] : words.type;
    }
  }
}
