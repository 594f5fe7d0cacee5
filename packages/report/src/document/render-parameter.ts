import { contains, type Parameter, type ParameterValue } from '@qingdan/core';
import { sayPack } from '../explain/say-law.js';
import { renderBasis } from '../item/render-law.js';
import { say } from '../locale/messages.js';
import { sayInterval } from '../values/say-date.js';
import { sayValue } from '../values/say-value.js';
import type { DocumentPage } from './document-page.js';
import { sayType } from './say-type.js';

/** A figure: its type, which way lower levels may set it, and every value with its days and grounds. */
export function renderParameter(parameter: Parameter, on: DocumentPage): void {
  const { page, asOf, speech } = on;
  const { lang } = speech;
  page.add(say(lang, 'document.type', { type: sayType(parameter.type, lang) }), { indent: 2 });
  page.add(say(lang, `document.tighten.${parameter.tighten}`), { indent: 2 });
  page.gap();
  page.add(say(lang, 'document.values'));
  for (const value of parameter.values) {
    page.add(sayDatedValue(value, contains(value.interval, asOf), parameter, on), { indent: 2 });
    page.within(2, () => renderBasis(value.basis, speech, page));
  }
}

function sayDatedValue(
  { value, unset, interval, pack }: ParameterValue,
  isCurrent: boolean,
  { type }: Parameter,
  { speech }: DocumentPage,
): string {
  const { lang } = speech;
  return say(lang, isCurrent ? 'document.value.current' : 'document.value', {
    value: unset ? say(lang, 'document.unset') : sayValue(value, type, speech),
    interval: sayInterval(interval, lang),
    pack: sayPack(pack, speech),
  });
}
