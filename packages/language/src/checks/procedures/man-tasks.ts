/** What persons are wanted for, each of them for all of it. */
export interface Task {
  /** How many persons. */
  readonly count: number;
  /** Each person has one role of each of these. */
  readonly wants: readonly (readonly string[])[];
  /** The roles that none of them may have. */
  readonly barred: ReadonlySet<string>;
  /** The numbers of the tasks that other persons must do. */
  readonly apart: ReadonlySet<number>;
}

/** Enough for half a dozen places and roles each; beyond it nothing is claimed. */
const MOST_PLACES = 12;
const MOST_STEPS = 20_000;

interface Person {
  readonly tasks: Set<number>;
  readonly roles: Set<string>;
}

/**
 * Whether persons can be found for all tasks, where no more than so many at once have a role: one person may have several
 * roles and do several tasks. True also where the search would take too long.
 */
export function canBeManned(
  tasks: readonly Task[],
  seatsOf: (role: string) => number | undefined,
): boolean {
  const places = tasks.flatMap(({ count }, task) =>
    Array.from({ length: Math.min(count, MOST_PLACES + 1) }, () => task),
  );
  if (places.length > MOST_PLACES) return true;
  const persons: Person[] = [];
  let steps = 0;
  return fill(0);

  function fill(place: number): boolean {
    const number = places[place];
    const task = number === undefined ? undefined : tasks[number];
    if (number === undefined || task === undefined) return true;
    const next = (person: Person): boolean => {
      person.tasks.add(number);
      const done = isAllowed(person) && fill(place + 1);
      person.tasks.delete(number);
      return done;
    };
    for (const person of [...persons]) {
      if (person.tasks.has(number) || !mayMeet(person, number)) continue;
      if (take(person, task.wants, 0, next)) return true;
    }
    const fresh: Person = { tasks: new Set(), roles: new Set() };
    persons.push(fresh);
    const done = take(fresh, task.wants, 0, next);
    persons.pop();
    return done;
  }

  /** Gives a person one role of each list, each way in turn, until what comes then succeeds. */
  function take(
    person: Person,
    wants: Task['wants'],
    at: number,
    then: (person: Person) => boolean,
  ): boolean {
    steps += 1;
    if (steps > MOST_STEPS) return true;
    const roles = wants[at];
    if (roles === undefined) return then(person);
    for (const role of roles) {
      if (person.roles.has(role)) {
        if (take(person, wants, at + 1, then)) return true;
        continue;
      }
      const holders = persons.filter((other) => other.roles.has(role)).length;
      if (holders >= (seatsOf(role) ?? Infinity)) continue;
      person.roles.add(role);
      const done = take(person, wants, at + 1, then);
      person.roles.delete(role);
      if (done) return true;
    }
    return false;
  }

  function mayMeet(person: Person, number: number): boolean {
    return [...person.tasks].every(
      (other) =>
        tasks[other]?.apart.has(number) !== true && tasks[number]?.apart.has(other) !== true,
    );
  }

  function isAllowed({ tasks: own, roles }: Person): boolean {
    return [...own].every((number) => {
      const barred = tasks[number]?.barred;
      return barred === undefined || [...roles].every((role) => !barred.has(role));
    });
  }
}
