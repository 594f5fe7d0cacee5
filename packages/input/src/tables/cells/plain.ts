/** Full width to half width, without spaces of any kind: how cells and headers are compared. */
export function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200b\ufeff]+/gu, '');
}

/** A person's or a firm's name as it is compared. */
export function plainName(text: string): string {
  return plain(text).toLowerCase();
}

/** A header or a sheet's name as it is compared: `金额 （元）` and `金额[元]` are one. */
export function plainHeader(text: string): string {
  return plain(text)
    .replace(/[【〔〖[{]/g, '(')
    .replace(/[】〕〗\]}]/g, ')')
    .replace(/^\*+|[*:]+$/g, '')
    .toLowerCase();
}
