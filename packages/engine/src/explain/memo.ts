import type { Frame } from '../compiled/frame.js';

/**
 * What was found out about parts of rules in a frame, for as long as the frame is there: every level of a condition asks
 * it of the levels below. Only of parts that no element in scope can make another answer of.
 */
export class Memo<Part extends object, Answer> {
  readonly #place: number;
  readonly #isOwn: (part: Part) => boolean;
  readonly #own = new WeakMap<Part, boolean>();

  /** `place` is its own among the notes of a frame: a weak map of frames would be swept again and again. */
  constructor(place: number, isOwn: (part: Part) => boolean) {
    this.#place = place;
    this.#isOwn = isOwn;
  }

  get(part: Part, frame: Frame, find: () => Answer): Answer {
    if (!this.isOwn(part)) return find();
    const answers = (frame.notes[this.#place] ??= new Map<Part, Answer>()) as Map<Part, Answer>;
    const known = answers.get(part);
    // What is unknown is an answer as well.
    if (known !== undefined || answers.has(part)) return known as Answer;
    const answer = find();
    answers.set(part, answer);
    return answer;
  }

  /** Whether no element in scope can make another answer of a part. */
  isOwn(part: Part): boolean {
    let own = this.#own.get(part);
    if (own === undefined) this.#own.set(part, (own = this.#isOwn(part)));
    return own;
  }
}
