/** An element of an XML document that holds elements, or text alone. */
export interface XmlElement {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string | number>>;
  readonly content: readonly XmlElement[] | string;
}

/** A whole XML document; what XML can't hold is written visibly as `\u{…}`. */
export function printXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${printElement(root, '')}`;
}

function printElement({ name, attributes = {}, content }: XmlElement, indent: string): string {
  const head = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escapeXml(String(value)).replace(/[\t\n]/g, asReference)}"`,
  );
  const open = `${indent}<${name}${head.join('')}`;
  if (content.length === 0) return `${open}/>\n`;
  const inner =
    typeof content === 'string'
      ? escapeXml(content)
      : `\n${content.map((child) => printElement(child, `${indent}  `)).join('')}${indent}`;
  return `${open}>${inner}</${name}>\n`;
}

const NAMED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escapeXml(text: string): string {
  return text
    .replace(/[&<>"]/g, (character) => NAMED[character] ?? '')
    .replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, asEscape);
}

function asEscape(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** A parser would read it as a blank. */
function asReference(character: string): string {
  return `&#${String(character.charCodeAt(0))};`;
}
