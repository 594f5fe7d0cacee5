import { type Diagnostic, diagnostic, said } from '@qingdan/core';
import { parseCondition } from './parse-condition.js';
import { type Attribute, type RawConstraint, type RawModel, readModel } from './read-model.js';
import { Refusal } from './refusal.js';
import { type Named, templateNamed } from './template-names.js';
import { type Authored, speaksOf, writeCondition, type Writing } from './write-condition.js';

/** What a Declare model becomes: parts of a Procedure document, in the shape in which its author writes them. */
export interface ImportedProcedure {
  /** One for each activity, by its id; none is required, since a model says so where it is. */
  readonly steps: Authored;
  /** One field for each attribute. */
  readonly data: Authored;
  readonly constraints: readonly Authored[];
}

/**
 * A model of MP-Declare, the text that Declare Miner and RuM write, as a procedure. A constraint is violated exactly where
 * the model says so, days being counted whole; one of which that can't be had is refused by name, and the others stand.
 */
export function importDeclare(
  text: string,
  options: { readonly file: string },
): { readonly value: ImportedProcedure; readonly diagnostics: readonly Diagnostic[] } {
  const { file } = options;
  const { value: model, diagnostics } = readModel(text, file);
  const importing = new Importing(model);
  const refused: Diagnostic[] = [];
  const constraints = model.constraints.flatMap((constraint) => {
    try {
      return importing.constraint(constraint);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const params = { constraint: constraint.text.slice(0, 80), ...said('reason', error.text()) };
      refused.push(diagnostic('cannot-import-constraint', params, constraint.span));
      return [];
    }
  });
  return {
    value: { steps: importing.steps(), data: importing.data(), constraints },
    diagnostics: [...diagnostics, ...refused],
  };
}

class Importing {
  readonly #model: RawModel;
  readonly #steps: ReadonlyMap<string, string>;
  readonly #fields: ReadonlyMap<string, string>;
  #count = 0;

  constructor(model: RawModel) {
    this.#model = model;
    this.#steps = idsOf(model.activities, 'step');
    this.#fields = idsOf([...model.attributes.keys()], 'field');
  }

  steps(): Authored {
    return Object.fromEntries(
      [...this.#steps].map(([activity, id]) => [
        id,
        { title: { zh: activity, en: activity }, optional: true },
      ]),
    );
  }

  data(): Authored {
    return Object.fromEntries(
      [...this.#fields].map(([name, id]) => [
        id,
        {
          ...typeOf(this.#model.attributes.get(name) as Attribute),
          label: { zh: name, en: name },
        },
      ]),
    );
  }

  constraint(raw: RawConstraint): readonly Authored[] {
    const named = templateNamed(raw.template);
    if (named === undefined) throw new Refusal('template', raw.template);
    if (raw.activities.length !== (named.kind === 'unary' ? 1 : 2))
      throw new Refusal('activities', raw.template);
    const written = named.kind === 'unary' ? [this.#unary(named, raw)] : this.#binary(named, raw);
    this.#count += 1;
    const id = `constraint-${this.#count}`;
    return written.map((each, i) => ({ id: i === 0 ? id : `${id}-${i + 1}`, ...each }));
  }

  #unary({ template, count }: Extract<Named, { kind: 'unary' }>, raw: RawConstraint): Authored {
    const [activity = ''] = raw.activities;
    const [when = '', ...times] = raw.conditions;
    const time = times.find((each) => each !== '');
    if (time !== undefined) throw new Refusal('since', time);
    return {
      template,
      activation: this.#pattern(activity, this.#ownCondition(when, activity)),
      ...(count === undefined ? {} : { count }),
    };
  }

  #binary(named: Extract<Named, { kind: 'binary' }>, raw: RawConstraint): readonly Authored[] {
    const [when = '', correlation = '', time = '', ...more] = raw.conditions;
    if (more.some((each) => each !== '')) throw new Refusal('condition', more.join(' | '));
    if (named.activates === 'none' && (when !== '' || correlation !== '' || time !== ''))
      throw new Refusal('pair', raw.template);
    if (named.activates === 'both' && (when !== '' || correlation !== ''))
      throw new Refusal('both', raw.template);
    const [first = '', second = ''] = raw.activities;
    const length = time === '' ? {} : { time: timeOf(time) };
    return named.templates.map(({ template, activation }): Authored => {
      const [own, other] = activation === 'first' ? [first, second] : [second, first];
      return {
        template,
        activation: this.#pattern(own, this.#ownCondition(when, own)),
        ...this.#target(other, own, correlation),
        ...length,
      };
    });
  }

  /** What is said of the target alone, and what is said of the two. */
  #target(activity: string, activation: string, correlation: string): Authored {
    if (correlation === '') return { target: this.#pattern(activity, undefined) };
    const condition = parseCondition(correlation);
    const written = writeCondition(condition, {
      ...this.#writing(),
      bound: { A: this.#boundTo(activation), T: this.#boundTo(activity) },
      at: 'T',
    });
    return speaksOf(condition).has('A')
      ? { target: this.#pattern(activity, undefined), correlation: written }
      : { target: this.#pattern(activity, written) };
  }

  #ownCondition(text: string, activity: string): Authored | undefined {
    if (text === '') return undefined;
    return writeCondition(parseCondition(text), {
      ...this.#writing(),
      bound: { A: this.#boundTo(activity), T: undefined },
      at: 'A',
    });
  }

  #pattern(activity: string, when: Authored | undefined): string | Authored {
    const step = this.#steps.get(activity);
    if (step === undefined) throw new Refusal('activity', activity);
    return when === undefined ? step : { step, when };
  }

  #writing(): Pick<Writing, 'attributes' | 'fieldOf'> {
    return {
      attributes: this.#model.attributes,
      fieldOf: (name) => this.#fields.get(name) ?? name,
    };
  }

  #boundTo(activity: string): ReadonlySet<string> {
    return this.#model.bound.get(activity) ?? new Set();
  }
}

/** `0,3,d`: from and to how many days. */
function timeOf(text: string): Authored {
  const parts = /^(\d{1,6})\s*,\s*(\d{1,6})\s*,\s*d$/.exec(text);
  if (parts === null) throw new Refusal('unit', text);
  const [least, most] = [Number(parts[1]), Number(parts[2])];
  if (least > most) throw new Refusal('span', text);
  return { ...(least === 0 ? {} : { least: `${least} days` }), most: `${most} days` };
}

function typeOf(attribute: Attribute): Authored {
  if (attribute.kind !== 'values') {
    const { kind, min, max } = attribute;
    return { type: kind, min, max };
  }
  const { values } = attribute;
  return values.every((value) => NAME.test(value))
    ? {
        type: 'enum',
        values: Object.fromEntries(values.map((each) => [each, { zh: each, en: each }])),
      }
    : { type: 'text' };
}

const NAME = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*$/u;
/** What a record says of itself. */
const TAKEN = new Set(['kind', 'id', 'none', 'extra', 'organisation', 'activation']);

/** Unique ids made of what ids may hold, by the names they are for. */
function idsOf(names: readonly string[], otherwise: string): ReadonlyMap<string, string> {
  const taken = new Set(TAKEN);
  const ids = new Map<string, string>();
  for (const name of names) {
    const slug = name.replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-').replace(/^[^\p{L}\p{N}_]+|-+$/gu, '');
    const base = slug === '' ? otherwise : slug;
    let id = base;
    for (let n = 2; taken.has(id); n += 1) id = `${base}-${n}`;
    taken.add(id);
    ids.set(name, id);
  }
  return ids;
}
