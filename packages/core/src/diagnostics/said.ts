import type { Text } from '../source/text.js';

/** The parameters with which a message says something in either language. */
export function said(name: string, { zh, en }: Text): Readonly<Record<string, string>> {
  return zh === en ? { [name]: en } : { [name]: en, [`${name}.zh`]: zh };
}
