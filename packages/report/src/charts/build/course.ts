import type { After, Procedure, Step } from '@qingdan/core';

/** What a step waits for. */
export type Sources = string | { readonly kind: 'all' | 'any'; readonly of: readonly Sources[] };

/** The steps of a procedure with what each waits for, as far as it can be drawn without a circle. */
export interface Course {
  /** Every step after what it waits for. */
  readonly steps: readonly Step[];
  readonly sources: ReadonlyMap<string, Sources>;
  /** The same with those that come before another one anyway. */
  readonly waits: ReadonlyMap<string, readonly string[]>;
  /** Steps that may break in on another, which then is done again: by the one they break in on. */
  readonly breaks: ReadonlyMap<string, readonly Step[]>;
  /** Steps after which an earlier one must be done again. */
  readonly backTo: ReadonlyMap<string, string>;
}

/** Templates by which one step comes after another. */
const LATER_IS_TARGET = new Set([
  'response',
  'alternateResponse',
  'chainResponse',
  'succession',
  'alternateSuccession',
  'chainSuccession',
]);
const LATER_IS_ACTIVATION = new Set(['precedence', 'alternatePrecedence', 'chainPrecedence']);

/** The order of the steps. What only breaks in on others, or holds their time up, has its place by them. */
export function courseOf(procedure: Procedure): Course {
  const asked = askedOf(procedure);
  const breaks = breaksOf(procedure, asked);
  attachPauses(procedure, asked, breaks);
  const { steps, sources } = inOrder(procedure, asked, breaks);
  const necessary = necessaryOf(steps, sources);
  const ends = new Set(steps.filter((step) => step.ends !== undefined).map(({ id }) => id));
  const reduced = new Map(
    [...sources].map(([step, of]) => [step, reduce(of, necessary, ends)] as const),
  );
  return {
    steps,
    sources: reduced,
    waits: new Map([...sources].map(([step, of]) => [step, leavesOf(of)])),
    breaks,
    backTo: backToOf(procedure, sources, necessary, breaks),
  };
}

export function leavesOf(sources: Sources | undefined): string[] {
  if (sources === undefined) return [];
  return typeof sources === 'string' ? [sources] : sources.of.flatMap(leavesOf);
}

/** What `after` and the templates ask of each step. */
function askedOf({ constraints }: Procedure): Map<string, Sources> {
  const asked = new Map<string, Sources>();
  const add = (step: string, more: Sources): void => {
    const before = asked.get(step);
    asked.set(step, before === undefined ? more : { kind: 'all', of: [before, more] });
  };
  for (const { rule } of constraints) {
    if (rule.kind === 'precedence') add(rule.step, sourcesOf(rule.after));
    if (rule.kind !== 'template' || !('target' in rule.template)) continue;
    const { kind, activation, target } = rule.template;
    if (activation.step === target.step) continue;
    if (LATER_IS_TARGET.has(kind)) add(target.step, activation.step);
    if (LATER_IS_ACTIVATION.has(kind)) add(activation.step, target.step);
  }
  return asked;
}

function sourcesOf(after: After): Sources {
  if (after.kind === 'step') return after.step;
  const { kind, of } = after;
  return { kind, of: of.map(sourcesOf) };
}

function isFloating(step: Step | undefined, asked: ReadonlyMap<string, Sources>): step is Step {
  return step?.optional === true && !asked.has(step.id) && step.ends === undefined;
}

/** Optional steps without a place of their own that interrupt one, or after which what came before is done again. */
function breaksOf(
  { steps, constraints }: Procedure,
  asked: ReadonlyMap<string, Sources>,
): Map<string, readonly Step[]> {
  const breaks = new Map<string, readonly Step[]>();
  const placed = new Set<string>();
  for (const { rule } of constraints) {
    const [broken, by] =
      rule.kind === 'publicity'
        ? [rule.step, rule.interruptedBy]
        : rule.kind === 'precedence'
          ? [leavesOf(sourcesOf(rule.after)).at(-1), rule.redoOn]
          : [];
    const step = steps.find(({ id }) => id === by);
    if (broken === undefined || !isFloating(step, asked) || placed.has(step.id)) continue;
    if (broken === step.id) continue;
    placed.add(step.id);
    breaks.set(broken, [...(breaks.get(broken) ?? []), step]);
  }
  return breaks;
}

/** An optional step that only holds a time up stands where that time begins. */
function attachPauses(
  { steps, constraints }: Procedure,
  asked: Map<string, Sources>,
  breaks: ReadonlyMap<string, readonly Step[]>,
): void {
  const breaking = new Set([...breaks.values()].flat().map(({ id }) => id));
  for (const { rule } of constraints) {
    if (rule.kind !== 'deadline' || rule.pausedBy === undefined) continue;
    const step = steps.find(({ id }) => id === rule.pausedBy);
    if (!isFloating(step, asked) || breaking.has(step.id) || rule.from.step === step.id) continue;
    asked.set(step.id, rule.from.step);
  }
}

/** The steps so that each comes after its sources; a source that would close a circle is left out. */
function inOrder(
  { steps }: Procedure,
  asked: ReadonlyMap<string, Sources>,
  breaks: ReadonlyMap<string, readonly Step[]>,
): { steps: Step[]; sources: Map<string, Sources> } {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const broken = new Map(
    [...breaks].flatMap(([id, by]) => by.map((step) => [step.id, id] as const)),
  );
  const ordered: Step[] = [];
  const sources = new Map<string, Sources>();
  const state = new Map<string, 'open' | 'done'>();
  const visit = (step: Step): void => {
    if (state.has(step.id)) return;
    state.set(step.id, 'open');
    const host = byId.get(broken.get(step.id) ?? '');
    if (host !== undefined) visit(host);
    const of = asked.get(step.id);
    for (const leaf of leavesOf(of)) {
      const source = byId.get(leaf);
      if (source !== undefined) visit(source);
    }
    const kept = only(of, (leaf) => state.get(leaf) === 'done');
    if (kept !== undefined) sources.set(step.id, kept);
    state.set(step.id, 'done');
    ordered.push(step);
  };
  for (const step of steps) visit(step);
  return { steps: ordered, sources };
}

function only(
  sources: Sources | undefined,
  isKept: (leaf: string) => boolean,
): Sources | undefined {
  if (sources === undefined) return undefined;
  if (typeof sources === 'string') return isKept(sources) ? sources : undefined;
  const of = sources.of.map((each) => only(each, isKept)).filter((each) => each !== undefined);
  return of.length <= 1 ? of[0] : { kind: sources.kind, of };
}

/** The steps that have come before a step in every case. */
function necessaryOf(
  steps: readonly Step[],
  sources: ReadonlyMap<string, Sources>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const necessary = new Map<string, ReadonlySet<string>>();
  const of = (each: Sources): ReadonlySet<string> => {
    if (typeof each === 'string') return new Set([each, ...(necessary.get(each) ?? [])]);
    const parts = each.of.map(of);
    if (each.kind === 'all') return new Set(parts.flatMap((part) => [...part]));
    const [first = new Set<string>(), ...rest] = parts;
    return new Set([...first].filter((step) => rest.every((part) => part.has(step))));
  };
  for (const { id } of steps) {
    const each = sources.get(id);
    necessary.set(id, each === undefined ? new Set() : of(each));
  }
  return necessary;
}

/** Leaves out what comes before another source anyway. */
function reduce(
  sources: Sources,
  necessary: ReadonlyMap<string, ReadonlySet<string>>,
  ends: ReadonlySet<string>,
): Sources {
  if (typeof sources === 'string') return sources;
  const { kind } = sources;
  const flat = sources.of
    .map((each) => reduce(each, necessary, ends))
    .flatMap((each) => (typeof each !== 'string' && each.kind === kind ? each.of : [each]));
  const unique = [...new Map(flat.map((each) => [JSON.stringify(each), each])).values()];
  const leaves = unique.filter((each) => typeof each === 'string' && !ends.has(each)) as string[];
  const of =
    kind === 'any'
      ? unique
      : unique.filter(
          (each) =>
            typeof each !== 'string' || !leaves.some((other) => necessary.get(other)?.has(each)),
        );
  const [first] = of;
  return of.length === 1 && first !== undefined ? first : { kind, of };
}

/** Steps with a place of their own after which what came before another one must be done again. */
function backToOf(
  { steps, constraints }: Procedure,
  sources: ReadonlyMap<string, Sources>,
  necessary: ReadonlyMap<string, ReadonlySet<string>>,
  breaks: ReadonlyMap<string, readonly Step[]>,
): ReadonlyMap<string, string> {
  const breaking = new Set([...breaks.values()].flat().map(({ id }) => id));
  const back = new Map<string, string>();
  for (const { rule } of constraints) {
    if (rule.kind !== 'precedence' || rule.redoOn === undefined) continue;
    const { redoOn } = rule;
    const step = steps.find(({ id }) => id === redoOn);
    const again = leavesOf(sources.get(rule.step)).find(
      (leaf) => necessary.get(redoOn)?.has(leaf) === true,
    );
    const mayBeLeftOut = step?.optional === true || step?.when !== undefined;
    if (again === undefined || !mayBeLeftOut || breaking.has(redoOn)) continue;
    if (step.ends === undefined && !back.has(redoOn)) back.set(redoOn, again);
  }
  return back;
}
