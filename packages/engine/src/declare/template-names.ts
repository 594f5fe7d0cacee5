import type { BinaryTemplate, UnaryTemplate } from '@qingdan/core';

/** What a template of a `.decl` file becomes. Its first activity is `first`. */
export type Named =
  | { readonly kind: 'unary'; readonly template: UnaryTemplate; readonly count: number | undefined }
  | {
      readonly kind: 'binary';
      readonly templates: readonly {
        readonly template: BinaryTemplate;
        readonly activation: 'first' | 'second';
      }[];
      /** Which of its events activate it; of a choice neither. */
      readonly activates: 'one' | 'both' | 'none';
    };

const one = (template: BinaryTemplate, activation: 'first' | 'second' = 'first'): Named => ({
  kind: 'binary',
  templates: [{ template, activation }],
  activates: 'one',
});
const both = (template: BinaryTemplate): Named =>
  ({ ...one(template), activates: 'both' }) as Named;
const none = (template: BinaryTemplate): Named =>
  ({ ...one(template), activates: 'none' }) as Named;

const BINARY: Readonly<Record<string, Named>> = {
  choice: none('choice'),
  exclusivechoice: none('exclusiveChoice'),
  respondedexistence: one('respondedExistence'),
  coexistence: both('coExistence'),
  response: one('response'),
  alternateresponse: one('alternateResponse'),
  chainresponse: one('chainResponse'),
  precedence: one('precedence', 'second'),
  alternateprecedence: one('alternatePrecedence', 'second'),
  chainprecedence: one('chainPrecedence', 'second'),
  succession: both('succession'),
  alternatesuccession: both('alternateSuccession'),
  chainsuccession: both('chainSuccession'),
  notcoexistence: both('notCoExistence'),
  // Neither behind nor ahead of the first, which alone activates it.
  notrespondedexistence: {
    kind: 'binary',
    templates: [
      { template: 'notResponse', activation: 'first' },
      { template: 'notPrecedence', activation: 'first' },
    ],
    activates: 'one',
  },
  notresponse: one('notResponse'),
  notchainresponse: one('notChainResponse'),
  notprecedence: one('notPrecedence', 'second'),
  notchainprecedence: one('notChainPrecedence', 'second'),
  notsuccession: both('notSuccession'),
  notchainsuccession: both('notChainSuccession'),
};

/** The template of a name such as `Alternate Response`, `Not Co-Existence` or `Existence2`. */
export function templateNamed(name: string): Named | undefined {
  const plain = name.toLowerCase().replace(/[\s_-]/g, '');
  const counted = /^(existence|absence|exactly)(\d{0,3})$/.exec(plain);
  if (counted !== null) {
    const [, template, count] = counted;
    const times = count === '' ? 1 : Number(count);
    return { kind: 'unary', template: template as UnaryTemplate, count: times };
  }
  if (plain === 'init' || plain === 'end')
    return { kind: 'unary', template: plain, count: undefined };
  return Object.hasOwn(BINARY, plain) ? BINARY[plain] : undefined;
}
