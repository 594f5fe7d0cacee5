/**
 * What was made of a thing in a setting, so that it is made once: many records meet the same few rules. For what rests on
 * no record, as nothing here is ever made anew.
 */
export class Once<Thing extends object, Made> {
  readonly #made = new WeakMap<object, WeakMap<Thing, Made[]>>();

  /** What `make` made the first time, for each variant apart; without a setting it is made each time. */
  of(setting: object | undefined, thing: Thing, variant: number, make: () => Made): Made {
    if (setting === undefined) return make();
    let things = this.#made.get(setting);
    if (things === undefined) this.#made.set(setting, (things = new WeakMap()));
    let variants = things.get(thing);
    if (variants === undefined) things.set(thing, (variants = []));
    let made = variants[variant];
    if (made === undefined) variants[variant] = made = make();
    return made;
  }
}
