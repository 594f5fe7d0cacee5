import type { CaseEvent, RecordNode } from '@qingdan/core';
import type { Epochs } from '../compiled/epochs.js';
import { Frame } from '../compiled/frame.js';
import type { World } from '../world/world.js';
import type { Moment } from './monitor.js';

/** What the moments of one case share. */
export class CaseSetting {
  readonly world: World;
  readonly epochs: Epochs;
  #home: Frame | undefined;

  constructor(world: World, epochs: Epochs) {
    this.world = world;
    this.epochs = epochs;
  }

  homeOf(moment: CaseMoment): Frame {
    if (this.#home?.record.organisation !== moment.record.organisation) this.#home = undefined;
    return (this.#home ??= moment.frame);
  }
}

/** A moment whose frame is made when something first reads it: of most events nothing but their step and day is asked. */
export class CaseMoment implements Moment {
  readonly event: CaseEvent;
  readonly position: number;
  /** The case with all that was known after the event. */
  readonly record: RecordNode;
  readonly #setting: CaseSetting;
  #frame: Frame | undefined;

  constructor(event: CaseEvent, position: number, record: RecordNode, setting: CaseSetting) {
    this.event = event;
    this.position = position;
    this.record = record;
    this.#setting = setting;
  }

  get frame(): Frame {
    if (this.#frame === undefined) {
      const { day } = this.event;
      const { world, epochs } = this.#setting;
      this.#frame = new Frame(world, this.record, day, epochs.indexOf(day));
    }
    return this.#frame;
  }

  get home(): Frame {
    return this.#setting.homeOf(this);
  }
}
