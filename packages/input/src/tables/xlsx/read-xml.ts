import { SaxesParser } from 'saxes';

/** What comes by on a pass over XML; names are without their namespace. */
export interface XmlVisitor {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

const PIECE = 64 * 1024;

/** Thrown on XML that is none; caught by whoever reads the part. */
export class XmlError extends Error {}

/** One pass over XML. Entities of a document's own are not expanded: they are an error. */
export function visitXml(bytes: Uint8Array, visitor: XmlVisitor): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', (error) => {
    throw new XmlError(error.message);
  });
  parser.on('opentag', ({ name, attributes }) => {
    visitor.open?.(local(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    visitor.close?.(local(name));
  });
  if (visitor.text !== undefined) {
    const text = (content: string): void => visitor.text?.(content);
    parser.on('text', text);
    parser.on('cdata', text);
  }
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let start = 0; start < bytes.length; start += PIECE) {
    parser.write(decode(decoder, bytes.subarray(start, start + PIECE)));
  }
  parser.close();
}

function decode(decoder: TextDecoder, bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes, { stream: true });
  } catch {
    throw new XmlError('no UTF-8');
  }
}

function local(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

/** An attribute, whatever the prefix of its namespace. */
export function attributeOf(
  attributes: Readonly<Record<string, string>>,
  name: string,
): string | undefined {
  if (Object.hasOwn(attributes, name)) return attributes[name];
  for (const key of Object.keys(attributes)) if (local(key) === name) return attributes[key];
  return undefined;
}
