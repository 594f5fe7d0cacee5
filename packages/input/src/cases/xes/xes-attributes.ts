type Take = (key: string, value: unknown) => void;

/**
 * The attributes of a trace or an event. An attribute of an attribute is named by the way to it, `parent.child`; the
 * members of a list are a list.
 */
export class XesAttributes {
  /** By depth: the list that is open there, and the name of what is. */
  readonly #lists: (unknown[] | undefined)[] = [];
  readonly #names: string[] = [];
  readonly #base: number;
  readonly #take: Take;

  /** @param base the depth of the attributes that are nobody's but the owner's. */
  constructor(base: number, take: Take) {
    this.#base = base;
    this.#take = take;
  }

  open(tag: string, { key, value }: Readonly<Record<string, string>>, depth: number): void {
    const isTop = depth === this.#base;
    const list = isTop ? undefined : this.#lists[depth - 1];
    const within = isTop ? '' : (this.#names[depth - 1] ?? '');
    if (key === undefined) {
      // `values`: what stands in it belongs to the list around it.
      this.#lists[depth] = list;
      this.#names[depth] = within;
      return;
    }
    const name = within === '' ? key : `${within}.${key}`;
    this.#names[depth] = name;
    this.#lists[depth] = undefined;
    if (tag === 'list') {
      const members: unknown[] = [];
      this.#lists[depth] = members;
      this.#give(name, members, list);
    } else if (value !== undefined) this.#give(name, valueOf(tag, value), list);
  }

  #give(name: string, value: unknown, list: unknown[] | undefined): void {
    if (list === undefined) this.#take(name, value);
    else list.push(value);
  }
}

/** A value by the kind of its attribute; as the text that it is where it is none of that kind. */
function valueOf(tag: string, text: string): unknown {
  switch (tag) {
    case 'int':
    case 'float': {
      const number = text.trim() === '' ? NaN : Number(text);
      return Number.isFinite(number) && (tag === 'float' || Number.isSafeInteger(number))
        ? number
        : text;
    }
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text;
    default:
      return text;
  }
}
