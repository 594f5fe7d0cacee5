import { diagnostic, said } from '@qingdan/core';
import { shorten } from '../../text/shorten.js';
import type { CaseReading } from '../case-reading.js';
import { type LogVisitor, XmlStream } from '../xml-stream.js';
import { emptyLog, type OcelAttribute, type OcelLog, type OcelRelation } from './ocel-log.js';

/** The log that is written in XML; undefined where it is none, or breaks off. */
export function readOcelXml(bytes: Uint8Array, reading: CaseReading): OcelLog | undefined {
  const visitor = new OcelVisitor(reading);
  const stream = new XmlStream(reading.file, visitor);
  visitor.stream = stream;
  stream.push(bytes);
  stream.end();
  if (stream.fault === undefined) return visitor.log;
  // An event may come before or after what it is about: of half a log no case is whole.
  reading.fail(stream.fault);
  return undefined;
}

interface Open {
  readonly id: string;
  readonly type: string;
  readonly time: string | undefined;
  readonly line: number;
  readonly attributes: OcelAttribute[];
  readonly objects: OcelRelation[];
}

class OcelVisitor implements LogVisitor {
  readonly log: OcelLog = emptyLog();
  stream!: XmlStream;
  readonly #reading: CaseReading;
  #section = '';
  #declared: Map<string, string> | undefined;
  #open: Open | undefined;
  #attribute: { readonly name: string; readonly time: string | undefined } | undefined;
  #text = '';

  constructor(reading: CaseReading) {
    this.#reading = reading;
  }

  open(name: string, attributes: Readonly<Record<string, string>>, depth: number): void {
    if (depth === 1) {
      if (name === 'log') return;
      const what = said('what', { zh: 'OCEL 2.0 日志', en: 'log in OCEL 2.0' });
      this.stream.stop(diagnostic('no-event-log', what, this.stream.span()));
    }
    if (depth === 2) this.#section = name;
    else if (depth === 3) this.#openItem(attributes);
    else if (name === 'attribute') this.#openAttribute(attributes);
    else if (name === 'relationship' || (name === 'object' && depth === 5)) {
      const object = attributes['object-id'];
      if (object === undefined) return;
      this.#open?.objects.push({ object, qualifier: attributes.qualifier ?? '' });
    }
  }

  text(text: string): void {
    if (this.#attribute !== undefined) this.#text += text;
  }

  close(name: string, depth: number): void {
    if (this.#attribute !== undefined && name === 'attribute') {
      this.#open?.attributes.push({ ...this.#attribute, value: this.#text });
      this.#attribute = undefined;
    }
    if (depth === 3) this.#closeItem();
  }

  #openItem(attributes: Readonly<Record<string, string>>): void {
    const declared = new Map<string, string>();
    switch (this.#section) {
      case 'object-types':
        this.log.objectTypes.set(attributes.name ?? '', declared);
        this.#declared = declared;
        return;
      case 'event-types':
        this.log.eventTypes.set(attributes.name ?? '', declared);
        this.#declared = declared;
        return;
      default:
        this.#open = {
          id: attributes.id ?? '',
          type: attributes.type ?? '',
          time: attributes.time === '' ? undefined : attributes.time,
          line: this.stream.line,
          attributes: [],
          objects: [],
        };
    }
  }

  #openAttribute({ name, type, time }: Readonly<Record<string, string>>): void {
    if (name === undefined) return;
    if (this.#open === undefined) this.#declared?.set(name, type ?? '');
    else {
      this.#attribute = { name, time };
      this.#text = '';
    }
  }

  #closeItem(): void {
    const item = this.#open;
    this.#open = undefined;
    this.#declared = undefined;
    if (item === undefined) return;
    const { id, type, time, line, attributes, objects } = item;
    if (this.#section === 'events') {
      this.log.events.push({
        id: id === '' ? `#${String(this.log.events.length + 1)}` : id,
        type: type === '' ? undefined : type,
        time,
        line,
        attributes,
        objects,
      });
    } else if (this.#section === 'objects') {
      if (id !== '' && !this.log.objects.has(id)) {
        this.log.objects.set(id, { type, line, attributes });
        return;
      }
      const span = this.#reading.spanOfLine(line, line);
      this.#reading.lostCases += 1;
      this.#reading.log.add(
        id === ''
          ? diagnostic('missing-key', { owner: 'object', key: 'id' }, span)
          : diagnostic('duplicate-case', { case: shorten(id) }, span),
      );
    }
  }
}
