import type { Frame } from '../compiled/frame.js';
import { kept } from '../kept.js';

/**
 * What was found out about parts of rules in a frame, for as long as the frame is there: every level of a condition asks
 * it of the levels below. Only of parts that no element in scope can make another answer of.
 */
export class Memo<Part extends object, Answer> {
  readonly #isOwn: (part: Part) => boolean;
  readonly #own = new WeakMap<Part, boolean>();
  readonly #byFrame = new WeakMap<Frame, Map<Part, Answer>>();

  constructor(isOwn: (part: Part) => boolean) {
    this.#isOwn = isOwn;
  }

  get(part: Part, frame: Frame, find: () => Answer): Answer {
    if (!kept(this.#own, part, this.#isOwn)) return find();
    const answers = kept(this.#byFrame, frame, () => new Map<Part, Answer>());
    // What is unknown is an answer as well.
    if (!answers.has(part)) answers.set(part, find());
    return answers.get(part) as Answer;
  }
}
