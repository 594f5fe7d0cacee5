import { type Diagnostic, diagnostic, nearestHint, type RecordType, said } from '@qingdan/core';
import type { Authored } from './comparison.js';
import { readCondition, type Reading, UnknownFact } from './condition.js';
import { instrumentOf, prohibitionOf, recordDocument } from './documents.js';
import { RecordGuess } from './infer-record.js';
import { type RawRule, type RawRules, readRules } from './read-rules.js';
import { reasonText, Refusal } from './reasons.js';

export interface ImportOptions {
  readonly file: string;
  /** The pack that the items are to belong to. */
  readonly pack: string;
  /** The kind of record that the facts are fields of; absent: a new one, made from the facts, with the pack's name. */
  readonly record?: RecordType;
}

/** What rules become: documents of a pack, by what they are. */
export interface ImportedRules {
  readonly instruments: readonly Authored[];
  readonly records: readonly Authored[];
  readonly conditions: readonly Authored[];
  readonly prohibitions: readonly Authored[];
}

/**
 * Rules of json-rules-engine as prohibitions. On records whose facts are all there, and of their types, a prohibition is
 * violated exactly where its rule fires; a rule of which that can't be had is refused by name, and the others stand.
 */
export function importRules(
  text: string,
  options: ImportOptions,
): { readonly value: ImportedRules; readonly diagnostics: readonly Diagnostic[] } {
  const { value: raw, diagnostics } = readRules(text, options.file);
  const importing = new Importing(raw, options);
  const value = importing.run();
  return { value, diagnostics: [...diagnostics, ...importing.diagnostics] };
}

class Importing {
  readonly diagnostics: Diagnostic[] = [];
  readonly #raw: RawRules;
  readonly #options: ImportOptions;
  readonly #ids = new Map<string, string>();
  readonly #taken = new Set<string>();
  /** Named conditions that were asked for; undefined while they are being read. */
  readonly #conditions = new Map<string, Authored | undefined>();

  constructor(raw: RawRules, options: ImportOptions) {
    this.#raw = raw;
    this.#options = options;
  }

  run(): ImportedRules {
    const { rules } = this.#raw;
    const { pack } = this.#options;
    const [record, readable] = this.#recordFor(rules);
    const instrument = `${pack}-imported`;
    const revisions = new Map<string, number>();
    const prohibitions = readable.flatMap((rule): Authored[] => {
      if (this.#isShadow(rule)) return [];
      return this.#try(rule.name, record, () => {
        const when = readCondition(rule.conditions, this.#reading(rule.name, record));
        this.#noteDropped(rule);
        // What our own export wrote of an item in several stretches of law is its revisions.
        const isDated = rule.effective !== undefined;
        const key = `rule ${rule.name}${isDated ? '' : ` ${String(this.#taken.size)}`}`;
        const id = this.#idOf(key, nameOf(rule));
        const revision = (revisions.get(id) ?? 0) + 1;
        revisions.set(id, revision);
        return prohibitionOf(id, rule, when, { record: record.id, instrument, revision });
      });
    });
    const conditions = [...this.#conditions].flatMap(([name, is]): Authored[] =>
      is === undefined
        ? []
        : [{ kind: 'Condition', id: this.#ids.get(`condition ${name}`), record: record.id, is }],
    );
    return {
      instruments: prohibitions.length === 0 ? [] : [instrumentOf(instrument)],
      records:
        this.#options.record === undefined && record.fields.fields.length > 0
          ? [recordDocument(record)]
          : [],
      conditions,
      prohibitions,
    };
  }

  /** The kind of record, and the rules that could be read so far. */
  #recordFor(rules: readonly RawRule[]): [RecordType, readonly RawRule[]] {
    if (this.#options.record !== undefined) return [this.#options.record, rules];
    const { pack } = this.#options;
    const readable: RawRule[] = [];
    const all = new RecordGuess();
    for (const named of this.#raw.conditions.values())
      this.#try('', undefined, () => all.learn(named));
    for (const rule of rules) {
      // Alone first, so that a rule that contradicts itself or the others tells them nothing.
      const learned = this.#try(rule.name, undefined, () => {
        const alone = new RecordGuess();
        for (const each of [...readable, rule]) alone.learn(each.conditions);
        alone.record(pack);
        all.learn(rule.conditions);
        return rule;
      });
      readable.push(...learned);
    }
    const [record] = this.#try('', undefined, () => all.record(pack));
    return record === undefined ? [new RecordGuess().record(pack), []] : [record, readable];
  }

  /** What a rule, or anything of it, becomes; nothing where it is refused, which is reported by its name. */
  #try<T>(rule: string, record: RecordType | undefined, make: () => T): T[] {
    try {
      return [make()];
    } catch (error) {
      const { file } = this.#options;
      if (error instanceof Refusal) {
        const params = { rule, ...said('reason', reasonText(error)) };
        this.diagnostics.push(diagnostic('cannot-import', params, undefined, { file }));
      } else if (error instanceof UnknownFact && record !== undefined) {
        const known = record.fields.names();
        const params = {
          rule,
          fact: error.fact,
          kind: record.id,
          nearest: nearestHint(error.fact, known),
          known: known.join(', '),
        };
        this.diagnostics.push(diagnostic('unknown-rule-fact', params, undefined, { file }));
      } else throw error;
      return [];
    }
  }

  #reading(rule: string, record: RecordType): Reading {
    return {
      record,
      own: this.#raw.own,
      named: (name) => this.#named(name, rule, record),
      drop: (key) => this.#dropped(rule, key),
    };
  }

  /** Reads a named condition when it is first asked for. */
  #named(name: string, rule: string, record: RecordType): string {
    const raw = this.#raw.conditions.get(name);
    if (raw === undefined) throw new Refusal('condition', name);
    const id = this.#idOf(`condition ${name}`, name);
    if (!this.#conditions.has(name)) {
      this.#conditions.set(name, undefined);
      try {
        this.#conditions.set(name, readCondition(raw, this.#reading(rule, record)));
      } catch (error) {
        // The next rule that asks for it is refused for the same reason.
        this.#conditions.delete(name);
        throw error;
      }
    } else if (this.#conditions.get(name) === undefined) throw new Refusal('circle', name);
    return id;
  }

  #noteDropped({ name, rest }: RawRule): void {
    for (const key of ['priority', 'onSuccess', 'onFailure'])
      if (rest[key] !== undefined) this.#dropped(name, key);
  }

  #dropped(rule: string, key: string): void {
    const reason = said('reason', DROPPED[key] ?? DROPPED.name);
    const { file } = this.#options;
    this.diagnostics.push(
      diagnostic('dropped-on-import', { rule, key, ...reason }, undefined, { file }),
    );
  }

  /** Of the two rules that our export writes for an item, the second says where it may be violated. */
  #isShadow({ name }: RawRule): boolean {
    return this.#raw.own && name.endsWith('#possible');
  }

  /** An id of the pack, unique and made of what ids may hold. */
  #idOf(key: string, name: string): string {
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const slug = name.replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-').replace(/^[^\p{L}\p{N}_]+|-+$/gu, '');
    const base = `${this.#options.pack}.${slug === '' ? 'rule' : slug}`;
    let id = base;
    for (let n = 2; this.#taken.has(id); n += 1) id = `${base}-${String(n)}`;
    this.#taken.add(id);
    this.#ids.set(key, id);
    return id;
  }
}

/** What our own export called an item keeps the name it had in its pack. */
function nameOf({ name }: RawRule): string {
  return name.endsWith('#certain') ? name.slice(name.indexOf('.') + 1, -'#certain'.length) : name;
}

const DROPPED: Readonly<Record<string, { readonly zh: string; readonly en: string }>> & {
  readonly name: { readonly zh: string; readonly en: string };
} = {
  priority: { zh: '条目之间没有先后', en: 'items have no order among them' },
  onSuccess: { zh: '条目只给出结论，不触发动作', en: 'items give verdicts and trigger nothing' },
  onFailure: { zh: '条目只给出结论，不触发动作', en: 'items give verdicts and trigger nothing' },
  name: { zh: '不能作条件编号', en: 'it cannot be the id of a clause' },
};
