import { type Diagnostic, diagnostic, said, type Span, type Text } from '@qingdan/core';
import { SaxesParser } from 'saxes';
import { spanOfCell } from '../text/place.js';

/** What comes by on a pass over XML; names are without their namespace. */
export interface LogVisitor {
  open(name: string, attributes: Readonly<Record<string, string>>, depth: number): void;
  /** `depth` as it was when it opened; the root is 1. */
  close(name: string, depth: number): void;
  /** The text since the last tag; wanted of elements only that are asked for. */
  text?(text: string): void;
}

/** Deeper nesting is refused. */
const DEPTH_LIMIT = 64;

/** So many characters between two tags are no attribute of an event but an attempt on the memory. */
const ITEM_LIMIT = 4 * 1024 * 1024;

const PIECE = 64 * 1024;

class XmlFault extends Error {
  readonly fault: Diagnostic;

  constructor(fault: Diagnostic) {
    super(fault.name);
    this.fault = fault;
  }
}

/**
 * One pass over XML that arrives in pieces. Entities of a document's own are not expanded: they are an error. What is
 * no XML ends the pass; what came by before stands.
 */
export class XmlStream {
  readonly #file: string;
  readonly #parser: SaxesParser;
  #decoder: TextDecoder | undefined;
  #depth = 0;
  #lastTag = 0;
  #column = 1;
  #fault: Diagnostic | undefined;

  constructor(file: string, visitor: LogVisitor) {
    this.#file = file;
    const parser = new SaxesParser({ xmlns: false, position: false });
    this.#parser = parser;
    parser.on('error', ({ message }) => {
      this.stop(diagnostic('xml-syntax', said('reason', reasonOf(message)), this.#here()));
    });
    parser.on('opentagstart', (tag) => {
      // Both the `<` and what ended the name were read.
      this.#column = Math.max(1, parser.columnIndex - tag.name.length - 1);
      tag.attributes = new Attributes() as unknown as Record<string, string>;
    });
    parser.on('opentag', ({ name, attributes }) => {
      this.#depth += 1;
      this.#lastTag = parser.position;
      if (this.#depth > DEPTH_LIMIT) {
        const params = { limit: String(DEPTH_LIMIT) };
        this.stop(diagnostic('log-too-deep', params, this.span()));
      }
      visitor.open(local(name), attributes, this.#depth);
    });
    parser.on('closetag', ({ name }) => {
      this.#lastTag = parser.position;
      visitor.close(local(name), this.#depth);
      this.#depth -= 1;
    });
    if (visitor.text !== undefined) {
      const text = (content: string): void => visitor.text?.(content);
      parser.on('text', text);
      parser.on('cdata', text);
    }
  }

  /** Why it came to an end before the end. */
  get fault(): Diagnostic | undefined {
    return this.#fault;
  }

  /** The line that is being read, 1-based. */
  get line(): number {
    return this.#parser.line;
  }

  /** The column at which the tag begins that came by last. */
  get column(): number {
    return this.#column;
  }

  /** How many characters were read. */
  get position(): number {
    return this.#parser.position;
  }

  /** Where the tag begins that came by last. */
  span(): Span {
    return spanOfCell(this.#file, this.line, this.#column);
  }

  /** Ends the pass; only for a visitor, while it is called. */
  stop(fault: Diagnostic): never {
    throw new XmlFault(fault);
  }

  push(bytes: Uint8Array): void {
    for (let start = 0; start < bytes.length && this.#fault === undefined; start += PIECE) {
      this.#try(() => {
        const piece = bytes.subarray(start, start + PIECE);
        this.#decoder ??= decoderOf(piece);
        this.#parser.write(this.#decode(this.#decoder, piece));
        if (this.#parser.position - this.#lastTag <= ITEM_LIMIT) return;
        const params = { ...LONG_ITEM, limit: `${ITEM_LIMIT / 1024 / 1024} MiB` };
        this.stop(diagnostic('too-large', params, this.#here()));
      });
    }
  }

  end(): void {
    if (this.#fault !== undefined) return;
    this.#try(() => {
      this.#parser.close();
    });
  }

  #try(step: () => void): void {
    try {
      step();
    } catch (error) {
      if (!(error instanceof XmlFault)) throw error;
      this.#fault = error.fault;
    }
  }

  #decode(decoder: TextDecoder, bytes: Uint8Array): string {
    try {
      return decoder.decode(bytes, { stream: true });
    } catch {
      return this.stop(diagnostic('not-utf8', {}, this.#here()));
    }
  }

  #here(): Span {
    return spanOfCell(this.#file, this.line, Math.max(1, this.#parser.columnIndex));
  }
}

/** What the parser fills: of one shape for nearly every tag of a log, so that it is quick to make and to read. */
class Attributes {
  key: string | undefined = undefined;
  value: string | undefined = undefined;
}
// The parser takes what an attribute's name finds there for an attribute that stands twice.
Object.setPrototypeOf(Attributes.prototype, null);
Reflect.deleteProperty(Attributes.prototype, 'constructor');

const LONG_ITEM = said('what', { zh: '一项内容', en: 'one item' });

/** By what a document says of itself; UTF-8 where that is nothing, or nothing that is known. */
function decoderOf(head: Uint8Array): TextDecoder {
  const start = new TextDecoder('latin1').decode(head.subarray(0, 200));
  const marked = start.startsWith('\u00ff\u00fe') ? 'utf-16le' : undefined;
  const said = marked ?? /^<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(start)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(said, { fatal: true });
  } catch {
    return new TextDecoder('utf-8', { fatal: true });
  }
}

/** What the parser says, and the commonest of it in Chinese. */
function reasonOf(message: string): Text {
  const zh = /unclosed|unexpected end|must contain a root/.test(message)
    ? '文件不完整，有标签没有结束'
    : message.includes('entity')
      ? '有未定义的实体引用（& 应写成 &amp;）'
      : /unexpected close tag|unmatched close/.test(message)
        ? '结束标签与开始标签不对应'
        : '此处不符合 XML 语法';
  return { zh, en: message.replace(/\.$/, '') };
}

function local(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}
