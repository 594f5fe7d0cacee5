/** `用印文件的页数`; a label that is a predicate, such as `是否空白` or `已扫描留存`, follows what it speaks of directly. */
export function chineseOf(owner: string, label: string): string {
  return /^(是否|已|未|须)/.test(label) ? `${owner}${label}` : `${owner}的${label}`;
}
