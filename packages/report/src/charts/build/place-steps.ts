import type { Step } from '@qingdan/core';
import { say } from '../../locale/messages.js';
import type { Speech } from '../../sentences/speech.js';
import { tidyText } from '../../values/escape.js';
import { type Course, leavesOf, type Sources } from './course.js';
import { Draft, type DraftNode, type Way } from './draft.js';
import { aroundOf, belongsIn, leftIn, type Region, WHOLE } from './region.js';
import { type Term, termsOf } from './terms.js';

/** A step with those of its terms that no decision has settled yet. */
interface Waiting {
  readonly step: Step;
  readonly terms: readonly Term[];
}

/** A way that leads to a gate from which several things begin. */
interface Place {
  readonly gate: DraftNode;
  readonly region: Region;
}

/** The steps with decisions before what may be left out, so that whatever is decided the way goes on. */
export function placeSteps(course: Course, speech: Speech): Draft {
  const placing = new Placing(course, speech);
  placing.placeAll();
  return placing.draft;
}

class Placing {
  readonly draft = new Draft();
  readonly #start = this.draft.add({ kind: 'start' });
  readonly #course: Course;
  readonly #speech: Speech;
  /** Steps with the same sources, but those that break in on others. */
  readonly #groups = new Map<string, Step[]>();
  readonly #placed = new Set<string>();
  /** How it goes on after a step. */
  readonly #ways = new Map<string, Way>();
  readonly #regions = new Map<string, Region>();
  readonly #entries = new Map<string, DraftNode>();
  readonly #regionOfWay = new Map<Way, Region>();

  constructor(course: Course, speech: Speech) {
    this.#course = course;
    this.#speech = speech;
    const breaking = new Set([...course.breaks.values()].flat());
    for (const step of course.steps) {
      if (breaking.has(step)) continue;
      const key = keyOf(course.sources.get(step.id));
      this.#groups.set(key, [...(this.#groups.get(key) ?? []), step]);
    }
  }

  placeAll(): void {
    for (const { id } of this.#course.steps)
      if (!this.#regions.has(id)) this.#placeGroup(this.#course.sources.get(id));
    this.#close();
  }

  /** Leads what nothing has followed to where its region meets the others, or to an end. */
  #close(): void {
    const depth = (way: Way): number => aroundOf(this.#regionOfWay.get(way) ?? WHOLE).length;
    for (;;) {
      const [deepest] = [...this.draft.loose].sort((a, b) => depth(b) - depth(a));
      if (deepest === undefined) return;
      const region = this.#regionOfWay.get(deepest) ?? WHOLE;
      if (region.meets === undefined) {
        this.draft.follow(deepest, this.draft.add({ kind: 'end' }));
        continue;
      }
      // All that was begun on the way is done before it meets the others.
      const join = this.draft.add({ kind: 'join' });
      for (const way of this.draft.loose)
        if (this.#regionOfWay.get(way) === region) this.draft.follow(way, join);
      this.draft.lead({ from: join }, region.meets);
    }
  }

  #open(from: DraftNode, region: Region, label?: string): Way {
    // Several things may follow one answer.
    const gate = label === undefined ? from : this.draft.add({ kind: 'fork' });
    if (gate !== from) this.draft.lead({ from, label }, gate);
    const way = this.draft.open(gate);
    this.#regionOfWay.set(way, region);
    return way;
  }

  #placeGroup(sources: Sources | undefined): void {
    const key = keyOf(sources);
    if (this.#placed.has(key)) return;
    this.#placed.add(key);
    const byRegion = new Map<Region, Waiting[]>();
    for (const step of [...(this.#groups.get(key) ?? []), ...this.#twinsOf(sources)]) {
      const terms = termsOf(step.when, this.#speech);
      const region = this.#regionFor(step, terms, sources);
      const waiting = byRegion.get(region) ?? [];
      byRegion.set(region, waiting);
      waiting.push({ step, terms: leftIn(region, terms) });
    }
    for (const [region, waiting] of byRegion) {
      const gate = this.draft.add({ kind: 'fork' });
      this.draft.follow(this.#wayAfter(sources, region), gate);
      this.#placeAt({ gate, region }, waiting, sources);
    }
  }

  /** Steps for which it makes no difference that they wait for any of several steps rather than for all: one way leads on. */
  #twinsOf(sources: Sources | undefined): readonly Step[] {
    if (sources === undefined || typeof sources === 'string') return [];
    const { kind, of } = sources;
    const twin = keyOf({ kind: kind === 'all' ? 'any' : 'all', of });
    const leaves = leavesOf(sources);
    const regions = leaves.map((leaf) => this.#regions.get(leaf) ?? WHOLE);
    const [first = WHOLE] = regions;
    const isOne =
      of.length === leaves.length &&
      regions.every(({ after }) => after !== undefined && after === first.after);
    if (!isOne || this.#placed.has(twin)) return [];
    this.#placed.add(twin);
    return this.#groups.get(twin) ?? [];
  }

  /** The innermost region in which a step may stand: all that it waits for is in there, and it is only done there. */
  #regionFor(step: Step, terms: readonly Term[], sources: Sources | undefined): Region {
    const leaves = leavesOf(sources);
    const around = leaves.map((leaf) => aroundOf(this.#regions.get(leaf) ?? WHOLE));
    const [first = [WHOLE]] = around;
    const [nearest] = first;
    const waits = this.#course.waits.get(step.id) ?? [];
    const isIn = (leaf: string, region: Region): boolean =>
      aroundOf(this.#regions.get(leaf) ?? WHOLE).includes(region);
    return (
      first.find(
        (region) =>
          around.every((each) => each.includes(region)) &&
          belongsIn(step, terms, region, {
            isDirect: waits.length === 1 && region === nearest,
            isWhole: waits.every((leaf) => isIn(leaf, region)),
          }),
      ) ?? WHOLE
    );
  }

  /** Sets steps side by side, behind the decisions that they need. */
  #placeAt(place: Place, waiting: readonly Waiting[], sources: Sources | undefined): void {
    const closing = waiting.filter(
      ({ step, terms }) => step.ends !== undefined && isLeftToChoice(step, terms),
    );
    if (closing.length > 0) {
      const others = waiting.filter((each) => !closing.includes(each));
      this.#placeClosing(place, closing, others, sources);
      return;
    }
    const subject = commonSubject(waiting);
    if (subject === undefined) {
      for (const each of waiting) this.#placeAlone(place, each);
      return;
    }
    const asked = waiting.filter(({ terms }) => terms.some((term) => term.subject === subject));
    const others = waiting.filter((each) => !asked.includes(each));
    this.#placeAsked(place, subject, asked, others, sources);
  }

  /** A step without terms, or one that may simply be left out. */
  #placeAlone(place: Place, { step, terms }: Waiting): void {
    if (!isLeftToChoice(step, terms)) {
      this.draft.lead({ from: place.gate }, this.#placeStep(step, place.region));
      return;
    }
    const { lang } = this.#speech;
    const decision = this.draft.add({ kind: 'decision', label: this.#ask(step.title[lang]) });
    this.draft.lead({ from: place.gate }, decision);
    const meets = this.draft.add({ kind: 'merge' });
    const after = this.#open(meets, place.region);
    this.draft.lead({ from: decision, label: say(lang, 'chart.no') }, meets);
    const region = { ...this.#regionIn(place.region, meets, [step]), term: undefined, after };
    const entry = this.#placeStep(step, region);
    this.draft.lead({ from: decision, label: say(lang, 'chart.yes') }, entry);
  }

  /** Steps that may close the case: where none of them is done, it goes on. */
  #placeClosing(
    { gate, region }: Place,
    closing: readonly Waiting[],
    others: readonly Waiting[],
    sources: Sources | undefined,
  ): void {
    const { lang } = this.#speech;
    const [only] = closing;
    const isOne = closing.length === 1 && only !== undefined;
    const decision = this.draft.add({
      kind: 'decision',
      label: isOne ? this.#ask(only.step.title[lang]) : say(lang, 'chart.outcome'),
    });
    this.draft.lead({ from: gate }, decision);
    for (const { step } of closing) {
      const inner = { ...WHOLE, outer: region };
      const label = isOne ? say(lang, 'chart.yes') : undefined;
      this.draft.lead({ from: decision, label }, this.#placeStep(step, inner));
    }
    if (!isOne && others.length === 0 && !this.#isFollowed(sources, closing)) return;
    const past = this.#open(decision, region, say(lang, isOne ? 'chart.no' : 'chart.otherwise'));
    if (typeof sources === 'string') this.#ways.set(sources, past);
    this.#placeOthers(past, region, others, sources);
  }

  /** Steps that are done by the answer to one question. */
  #placeAsked(
    place: Place,
    subject: string,
    asked: readonly Waiting[],
    others: readonly Waiting[],
    sources: Sources | undefined,
  ): void {
    const { gate, region } = place;
    const terms = asked.flatMap((each) => each.terms.filter((term) => term.subject === subject));
    const answers = new Map(terms.map((term) => [term.answer, term]));
    const [first] = terms;
    if (first === undefined) return;
    const label = this.#ask(first.question);
    const decision = this.draft.add({ kind: 'decision', label, isFact: true });
    this.draft.lead({ from: gate }, decision);
    const branches = [...answers.values()].map((term) => {
      const waiting = asked
        .filter((each) => each.terms.some((other) => isAnswer(other, term)))
        .map((each) => ({
          ...each,
          terms: each.terms.filter((other) => other.subject !== subject),
        }));
      const closes = waiting.some(
        ({ step, terms: left }) =>
          step.ends !== undefined && left.length === 0 && this.#followersOf(step.id).length === 0,
      );
      return { term, waiting, closes };
    });
    const closes = branches.some((branch) => branch.closes);
    const open = branches.filter((branch) => !branch.closes);
    const [opened] = open;
    const isWhole = first.answers === answers.size;
    const meets = this.draft.add({ kind: 'merge' });
    const after = this.#open(meets, region);
    if (closes && typeof sources === 'string') this.#ways.set(sources, after);
    // What is done whatever the answer is goes on beside it, unless an answer closes the case.
    const isShared = closes && open.length === 1 && isWhole;
    for (const { term, waiting, closes: isClosing } of branches) {
      const inner = {
        ...this.#regionIn(
          region,
          meets,
          waiting.map(({ step }) => step),
        ),
        term,
        after,
      };
      const fork = this.draft.add({ kind: 'fork' });
      this.draft.lead({ from: decision, label: term.answer }, fork);
      const more = isShared && !isClosing ? others : [];
      this.#placeAt({ gate: fork, region: inner }, [...waiting, ...more], undefined);
    }
    if (!isWhole) {
      const otherwise =
        answers.size === 1 ? first.otherwise : say(this.#speech.lang, 'chart.otherwise');
      this.draft.lead({ from: decision, label: otherwise }, meets);
    }
    if (isShared && opened !== undefined) return;
    if (closes) this.#placeOthers(after, region, others, sources);
    else if (others.length > 0) this.#placeAt(place, others, sources);
  }

  #placeOthers(
    way: Way,
    region: Region,
    others: readonly Waiting[],
    sources: Sources | undefined,
  ): void {
    if (others.length === 0) return;
    const gate = this.draft.add({ kind: 'fork' });
    this.draft.follow(way, gate);
    this.#placeAt({ gate, region }, others, sources);
  }

  /** A region in which some steps stand; one after which an earlier one is done again leads back to that. */
  #regionIn(
    outer: Region,
    meets: DraftNode,
    steps: readonly Step[],
  ): Omit<Region, 'term' | 'after'> {
    const [step] = steps;
    const back = steps.length === 1 ? this.#course.backTo.get(step?.id ?? '') : undefined;
    return { outer, isBreak: false, meets: this.#entries.get(back ?? '') ?? meets };
  }

  /** A step, with what may break in on it. */
  #placeStep(step: Step, region: Region): DraftNode {
    const entry = this.draft.add({ kind: 'merge' });
    const task = this.draft.add({ kind: 'task', step: step.id });
    this.draft.lead({ from: entry }, task);
    this.#entries.set(step.id, entry);
    this.#regions.set(step.id, region);
    if (step.ends !== undefined && this.#followersOf(step.id).length === 0) {
      this.draft.lead({ from: task }, this.draft.add({ kind: 'end', ending: step.ends }));
      return entry;
    }
    let way = this.#open(task, region);
    const { lang } = this.#speech;
    for (const breaking of this.#course.breaks.get(step.id) ?? []) {
      const label = this.#ask(breaking.title[lang]);
      const decision = this.draft.add({ kind: 'decision', label, isBelow: true });
      this.draft.follow(way, decision);
      way = this.#open(decision, region, say(lang, 'chart.no'));
      const inner = { ...WHOLE, outer: region, isBreak: true, meets: entry, after: way };
      const broken = this.#placeStep(breaking, inner);
      this.draft.lead({ from: decision, label: say(lang, 'chart.yes') }, broken);
    }
    this.#ways.set(step.id, way);
    return entry;
  }

  #ask(text: string): string {
    return say(this.#speech.lang, 'chart.question', { text: tidyText(text) });
  }

  /** How it goes on in a region after what a step waits for. */
  #wayAfter(sources: Sources | undefined, region: Region): Way {
    if (sources === undefined) return { from: this.#start };
    if (typeof sources === 'string') {
      this.#closeFirst(sources);
      const inner = aroundOf(this.#regions.get(sources) ?? WHOLE).find(
        ({ outer }) => outer === region,
      );
      return inner?.after ?? this.#ways.get(sources) ?? { from: this.#start };
    }
    const ways = [...new Set(sources.of.map((each) => this.#wayAfter(each, region)))];
    const [first] = ways;
    if (ways.length === 1 && first !== undefined) return first;
    const gate = this.draft.add({ kind: sources.kind === 'all' ? 'join' : 'merge' });
    for (const way of ways) this.draft.follow(way, gate);
    return { from: gate };
  }

  /** Steps that may close the case after a step are decided on before all else that waits for it. */
  #closeFirst(source: string): void {
    const group = this.#groups.get(keyOf(source));
    if (
      group?.some(
        (step) => step.ends !== undefined && (step.optional || step.when !== undefined),
      ) === true
    )
      this.#placeGroup(source);
  }

  #followersOf(source: string): readonly Step[] {
    const { steps, sources } = this.#course;
    return steps.filter(({ id }) => leavesOf(sources.get(id)).includes(source));
  }

  /** Whether anything but the steps at hand waits for what these wait for. */
  #isFollowed(sources: Sources | undefined, waiting: readonly Waiting[]): boolean {
    return leavesOf(sources).some((leaf) => this.#followersOf(leaf).length > waiting.length);
  }
}

function keyOf(sources: Sources | undefined): string {
  return JSON.stringify(sources ?? null);
}

function isLeftToChoice({ optional, when }: Step, terms: readonly Term[]): boolean {
  return optional && when === undefined && terms.length === 0;
}

function isAnswer(one: Term, other: Term): boolean {
  return one.subject === other.subject && one.answer === other.answer;
}

/** What most of the steps turn on. */
function commonSubject(waiting: readonly Waiting[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { terms } of waiting)
    for (const subject of new Set(terms.map((term) => term.subject)))
      counts.set(subject, (counts.get(subject) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
