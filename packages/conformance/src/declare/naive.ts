/** The templates of Declare by their definitions, counted over the whole of a closed list of events. */

export interface NaiveEvent {
  readonly step: string;
  readonly day: number;
  readonly amount: number;
  readonly by: string;
}

/** What a template with conditions asks, as functions. */
export interface NaiveConstraint {
  readonly template: string;
  readonly own: (event: NaiveEvent) => boolean;
  readonly target: (event: NaiveEvent) => boolean;
  readonly together: (own: NaiveEvent, target: NaiveEvent) => boolean;
  /** Days between the earlier and the later, both ends included. */
  readonly days: readonly [least: number, most: number] | undefined;
}

type Outcome = 'fulfilled' | 'violated' | 'pending';

/** Of each activation, by the number of its event: what became of it on a day, more events being possible. */
export function naively(
  events: readonly NaiveEvent[],
  constraint: NaiveConstraint,
  today: number,
): readonly string[] {
  const [direction = '', reach] = WHERE[constraint.template] ?? [];
  const { own, target, together, days } = constraint;
  const forbids = constraint.template.startsWith('not');
  return events.flatMap((activation, i) => {
    if (!own(activation)) return [];
    const isNear = (j: number): boolean => {
      if (reach === 'chain') return Math.abs(i - j) === 1;
      if (reach !== 'alternate') return true;
      const [from, to] = [Math.min(i, j), Math.max(i, j)];
      return !events.some((each, k) => k > from && k < to && own(each));
    };
    const found = events.some((event, j) => {
      if (j === i || (direction === 'ahead' && j < i) || (direction === 'behind' && j > i))
        return false;
      const passed = Math.abs(event.day - activation.day);
      const inTime = days === undefined || (passed >= days[0] && passed <= days[1]);
      return target(event) && isNear(j) && inTime && together(activation, event);
    });
    // Nothing more can come of it: it looks back, its time has gone, or what ends its reach has come.
    const isOver =
      direction === 'behind' ||
      (days !== undefined && today > activation.day + days[1]) ||
      (reach === 'chain' && i + 1 < events.length) ||
      (reach === 'alternate' && events.some((each, k) => k > i && own(each)));
    const outcome: Outcome = found
      ? forbids
        ? 'violated'
        : 'fulfilled'
      : !isOver
        ? 'pending'
        : forbids
          ? 'fulfilled'
          : 'violated';
    return [`${String(i)} ${outcome}`];
  });
}

const WHERE: Readonly<Record<string, readonly [string, string?]>> = {
  respondedExistence: ['around'],
  response: ['ahead'],
  alternateResponse: ['ahead', 'alternate'],
  chainResponse: ['ahead', 'chain'],
  precedence: ['behind'],
  alternatePrecedence: ['behind', 'alternate'],
  chainPrecedence: ['behind', 'chain'],
  notResponse: ['ahead'],
  notChainResponse: ['ahead', 'chain'],
  notPrecedence: ['behind'],
  notChainPrecedence: ['behind', 'chain'],
  coExistence: ['around'],
  notCoExistence: ['around'],
};
