import { type Diagnostic, diagnostic } from '@qingdan/core';

/** Reports a value that can't be the name of a pack, or of one thing in it. */
export function checkPackName(
  option: string,
  value: string,
  expected = 'my-rules',
): readonly Diagnostic[] {
  if (/^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*$/u.test(value)) return [];
  return [diagnostic('bad-option', { option, value, expected })];
}
