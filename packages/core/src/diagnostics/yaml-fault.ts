import type { Span } from '../source/span.js';
import type { Text } from '../source/text.js';
import { type Diagnostic, diagnostic } from './diagnostic.js';
import { type FullWidthMark, fullWidthColon, fullWidthComma } from './full-width.js';
import { said } from './said.js';

/** What a YAML parser says of a fault: one of the codes of the `yaml` library, with its message. */
export interface YamlFault {
  readonly code: string;
  readonly message: string;
}

/** A fault of YAML's grammar in our own words. One that a full-width mark explains is said to be that. */
export function yamlFault({ code, message }: YamlFault, span: Span): Diagnostic {
  const marked = fullWidthIn(code, span);
  if (marked !== undefined) return fullWidth(marked, span);
  const [original = ''] = message.split('\n');
  const reason = reasonOf(code, original) ?? { zh: `\`${original}\``, en: original };
  return diagnostic('yaml-syntax', said('reason', reason), span);
}

/** Says which mark stands in the way; `span` is what the text was taken from. */
export function fullWidth({ mark, plain, at }: FullWidthMark, span: Span): Diagnostic {
  const start = Math.min(span.start + at, span.end);
  return diagnostic('full-width-mark', { mark, plain }, { ...span, start, end: start + 1 });
}

/** Codes that come of a key whose colon wasn't seen. */
const KEY_CODES: ReadonlySet<string> = new Set([
  'MULTILINE_IMPLICIT_KEY',
  'MISSING_CHAR',
  'BLOCK_AS_IMPLICIT_KEY',
  'BLOCK_IN_FLOW',
]);

function fullWidthIn(code: string, { source, start, end }: Span): FullWidthMark | undefined {
  if (!KEY_CODES.has(code)) return undefined;
  const text = source.text.slice(start, end);
  return fullWidthColon(text) ?? (code === 'BLOCK_IN_FLOW' ? fullWidthComma(text) : undefined);
}

/** What the library says of a code with several meanings tells them apart. */
const MISSING: readonly (readonly [RegExp, Text])[] = [
  [/closing .quote/, { zh: '引号没有配对', en: 'a quote has no end' }],
  [/Missing , or : between/, { zh: '缺少逗号或冒号', en: '`,` or `:` is missing' }],
  [/Missing , between/, { zh: '各项之间缺少逗号', en: '`,` is missing between the items' }],
  [/after :/, { zh: '冒号后面缺少空格', en: 'a space is missing after `:`' }],
  [/Comments must/, { zh: '注释的 `#` 前面缺少空格', en: 'a space is missing before `#`' }],
  [/without - indicator/, { zh: '列表的一项缺少开头的 `-`', en: 'an item lacks its `-`' }],
  [/map values/, { zh: '键后面缺少冒号', en: '`:` is missing after the key' }],
];

const REASONS: ReadonlyMap<string, Text> = new Map([
  ['ALIAS_PROPS', { zh: '引用（`*`）不能带标签或锚点', en: 'an alias can have no tag or anchor' }],
  ['BAD_ALIAS', { zh: '引用或锚点的名称无效', en: 'the name of an alias or anchor is not valid' }],
  ['BAD_DIRECTIVE', { zh: '指令行无效', en: 'the directive is not valid' }],
  ['BAD_DQ_ESCAPE', { zh: '双引号内的转义无效', en: 'no such escape in double quotes' }],
  [
    'BAD_INDENT',
    { zh: '缩进不一致，或括号没有配对', en: 'the indentation differs, or a bracket has no end' },
  ],
  [
    'BAD_PROP_ORDER',
    { zh: '标签或锚点的位置不对', en: 'a tag or anchor stands at the wrong place' },
  ],
  [
    'BAD_SCALAR_START',
    {
      zh: '内容不能以这个符号开头，请加引号',
      en: 'a text cannot begin with this mark; put it in quotes',
    },
  ],
  [
    'BLOCK_AS_IMPLICIT_KEY',
    {
      zh: '一行里有两个冒号，或缩进不对；含冒号的内容请加引号',
      en: 'two `:` on one line, or wrong indentation; put a text with `:` in quotes',
    },
  ],
  [
    'BLOCK_IN_FLOW',
    { zh: '括号内缺少逗号，或写成了分行格式', en: 'in brackets, `,` is missing or a block stands' },
  ],
  ['DUPLICATE_KEY', { zh: '键重复', en: 'a key stands twice' }],
  ['KEY_OVER_1024_CHARS', { zh: '键过长', en: 'the key is too long' }],
  [
    'MULTILINE_IMPLICIT_KEY',
    {
      zh: '键跨了行：可能缺少冒号，或冒号后面缺少空格',
      en: 'a key goes over two lines: `:` may be missing, or the space after it',
    },
  ],
  ['MULTIPLE_ANCHORS', { zh: '一处只能有一个锚点', en: 'only one anchor can stand at a place' }],
  ['MULTIPLE_DOCS', { zh: '只能有一个文档', en: 'only one document can stand here' }],
  ['MULTIPLE_TAGS', { zh: '一处只能有一个标签', en: 'only one tag can stand at a place' }],
  ['NON_STRING_KEY', { zh: '键必须是文字', en: 'a key has to be a text' }],
  ['RESOURCE_EXHAUSTION', { zh: '内容过于庞大', en: 'there is too much of it' }],
  [
    'TAB_AS_INDENT',
    { zh: '不能用制表符缩进，请用空格', en: 'indent with spaces and not with tabs' },
  ],
  ['TAG_RESOLVE_FAILED', { zh: '标签无效', en: 'there is no such tag' }],
  ['UNEXPECTED_TOKEN', { zh: '此处有多余的符号或内容', en: 'something stands here that may not' }],
  ['BAD_COLLECTION_TYPE', { zh: '标签与内容不符', en: 'the tag does not fit what it marks' }],
  ['MISSING_CHAR', { zh: '缺少分隔的符号或空格', en: 'a separating mark or space is missing' }],
]);

function reasonOf(code: string, message: string): Text | undefined {
  if (code === 'MISSING_CHAR') {
    const precise = MISSING.find(([pattern]) => pattern.test(message));
    if (precise !== undefined) return precise[1];
  }
  return REASONS.get(code);
}
