/** A full-width mark that stands where YAML or JSON needs the plain one. */
export interface FullWidthMark {
  readonly mark: '：' | '，';
  readonly plain: ':' | ',';
  /** Where it stands in the text. */
  readonly at: number;
}

/** A key with a full-width colon after it: what an input method for Chinese writes for `key: value`. */
export function fullWidthColon(text: string): FullWidthMark | undefined {
  const key = /^[{\s]*["']?[\p{L}\p{N}_.-]{1,64}["']?\s*：/u.exec(text);
  return key === null ? undefined : { mark: '：', plain: ':', at: key[0].length - 1 };
}

/** The first full-width comma, for texts in which one separates. */
export function fullWidthComma(text: string): FullWidthMark | undefined {
  const at = text.indexOf('，');
  return at < 0 ? undefined : { mark: '，', plain: ',', at };
}
