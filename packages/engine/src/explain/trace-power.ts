import {
  type AuthorityRow,
  type ClauseTrace,
  compare,
  isRecordNode,
  type MissingFact,
  not,
  or,
  type Path,
  type Power,
  type PowerClause,
  type Truth,
} from '@qingdan/core';
import { compileAbout, rowsOf, type RowTests } from '../compiled/authority.js';
import type { Frame } from '../compiled/frame.js';
import { kept } from '../kept.js';
import { MEETING, ROSTER } from '../lists/roles.js';
import { type AliasNames, keeperOf, kindLabel, noAliases } from './labels.js';
import { missingOnPath, runFact } from './missing-path.js';
import { mergeMissing, type Tracer } from './tracer.js';

/** What would satisfy HOLDER, AUTHORITY and NO_POWER, clause by clause. */

export function traceExercised(
  powers: readonly Power[],
  frame: Frame,
  tracer: Tracer,
): ClauseTrace {
  const aliases = noAliases(frame.record.record);
  const children = powers.flatMap(({ governs }) =>
    governs.when === undefined ? [] : [tracer.trace(governs.when, frame, aliases)],
  );
  const always = powers.some(({ governs }) => governs.when === undefined);
  const result = children.reduce<Truth>((truth, child) => or(truth, child.result), always);
  const [first] = powers;
  const span = first === undefined ? undefined : first.span;
  return group({ kind: 'exercised', powers, span: span as PowerClause['span'] }, result, children);
}

export function traceHolder(power: Power, frame: Frame): ClauseTrace {
  const { record } = frame.record;
  const slot = record.holder;
  const value = slot === undefined ? undefined : frame.values[slot];
  const result = compare('in', value, power.holders);
  const field = slot === undefined ? undefined : record.fields.fields[slot];
  const missing: readonly MissingFact[] =
    result === undefined && field !== undefined
      ? [{ fact: field.name, scope: 'record', label: field.label, ...keeperOf(record) }]
      : [];
  return {
    clause: { kind: 'holder', power, span: power.span },
    result,
    children: [],
    missing,
  };
}

export function traceAuthority(power: Power, frame: Frame, tracer: Tracer): ClauseTrace {
  const tests = rowsOf(power, tracer.scope);
  const children = tests.map((row, index) =>
    traceRow(power, power.authority[index] as AuthorityRow, row, frame, tracer),
  );
  let some: Truth = false;
  let all: Truth = true;
  for (const { applies, satisfied } of tests) {
    const here = applies(frame);
    some = or(some, here);
    const ok = or(not(here), satisfied(frame));
    all =
      all === false || ok === false
        ? false
        : all === undefined || ok === undefined
          ? undefined
          : true;
  }
  const result =
    some === false || all === false
      ? false
      : some === undefined || all === undefined
        ? undefined
        : true;
  return group(
    { kind: 'authority', power, span: power.span },
    result,
    children.filter((child) => child !== undefined),
  );
}

/** Undefined where the row doesn't apply. */
function traceRow(
  power: Power,
  row: AuthorityRow,
  tests: RowTests,
  frame: Frame,
  tracer: Tracer,
): ClauseTrace | undefined {
  const applies = tests.applies(frame);
  if (applies === false) return undefined;
  const aliases = noAliases(frame.record.record);
  const children: ClauseTrace[] = [];
  if (row.approvedBy.length > 0) children.push(tracePlaces(row, tests, frame, tracer));
  if (tests.decided !== undefined)
    children.push(traceDecision(power, row, tests.decided(frame), frame, aliases, tracer));
  const unsure = applies === undefined ? missingBounds(power, row, frame, aliases, tracer) : [];
  const result = or(not(applies), tests.satisfied(frame));
  const trace = group({ kind: 'row', power, row, span: row.span }, result, children);
  return {
    ...trace,
    missing: result === undefined ? mergeMissing([...trace.missing, ...unsure]) : [],
  };
}

function missingBounds(
  power: Power,
  row: AuthorityRow,
  frame: Frame,
  aliases: AliasNames,
  tracer: Tracer,
): readonly MissingFact[] {
  const bounds = [power.measure, row.below, row.upTo, row.from, row.above].filter(
    (bound) => bound !== undefined,
  );
  const when = row.when === undefined ? [] : tracer.missingInCondition(row.when, frame, aliases);
  return [...bounds.flatMap((bound) => tracer.missingIn(bound, frame, aliases)), ...when];
}

function tracePlaces(
  row: AuthorityRow,
  { places, approved }: RowTests,
  frame: Frame,
  tracer: Tracer,
): ClauseTrace {
  const result = approved(frame);
  const roles = places.map(({ role }) => role);
  const children = places.map(({ role, filled }): ClauseTrace => {
    const isFilled = filled(frame);
    return {
      clause: { kind: 'place', role, span: row.span },
      result: isFilled,
      children: [],
      missing: isFilled === undefined ? missingApproval(frame, tracer) : [],
    };
  });
  const trace = group({ kind: 'places', roles, span: row.span }, result, children);
  // Each place could be filled alone, but perhaps not each by another person.
  const missing =
    result === undefined && trace.missing.length === 0
      ? missingApproval(frame, tracer)
      : trace.missing;
  return { ...trace, missing };
}

function missingApproval(frame: Frame, tracer: Tracer): readonly MissingFact[] {
  const { record } = frame.record;
  const slot = record.approvals;
  const field = slot === undefined ? undefined : record.fields.fields[slot];
  if (slot === undefined || field === undefined) return [];
  const approvals = frame.values[slot];
  if (!Array.isArray(approvals))
    return [{ fact: field.name, scope: 'record', label: field.label, ...keeperOf(record) }];
  const missing: MissingFact[] = [];
  const struct =
    field.type.kind === 'list' && field.type.items.kind === 'struct'
      ? field.type.items.struct
      : undefined;
  for (const approval of approvals as readonly { values?: readonly unknown[] }[]) {
    for (const [index, part] of (struct?.fields ?? []).entries()) {
      // The role as recorded matters only where there is no roster.
      if (part.name === 'role' || approval.values?.[index] !== undefined) continue;
      missing.push({
        fact: `${field.name}.${part.name}`,
        scope: 'record',
        label: part.label,
        ...keeperOf(record),
      });
    }
  }
  if (missing.length > 0) return mergeMissing(missing);
  return [
    runFact(ROSTER.kind, kindLabel(tracer.policy, ROSTER.kind), `register ${ROSTER.kind}`, tracer),
  ];
}

function traceDecision(
  power: Power,
  row: AuthorityRow,
  result: Truth,
  frame: Frame,
  aliases: AliasNames,
  tracer: Tracer,
): ClauseTrace {
  const missing = result === undefined ? missingDecision(power, row, frame, aliases, tracer) : [];
  return {
    clause: { kind: 'decision', power, bodies: row.bodies, span: row.span },
    result,
    children: [],
    missing: mergeMissing(missing),
  };
}

function missingDecision(
  power: Power,
  row: AuthorityRow,
  frame: Frame,
  aliases: AliasNames,
  tracer: Tracer,
): readonly MissingFact[] {
  const { record } = frame.record;
  const slot = record.decision;
  const field = slot === undefined ? undefined : record.fields.fields[slot];
  if (slot === undefined || field === undefined) return [];
  const type = tracer.policy.records.get(MEETING.kind);
  const definition = [...tracer.policy.definitions.values()]
    .flat()
    .find((each) => each.record === MEETING.kind && each.fact === MEETING.passed);
  const start = [
    { kind: 'field', name: field.name, slot } as const,
    { kind: 'follow', to: MEETING.kind } as const,
  ];
  const paths = kept(tracer.decisions, row, () => new Map<string, Path>());
  const at = (name: string): readonly MissingFact[] => {
    const meetingSlot = type?.fields.slotOf(name);
    if (meetingSlot === undefined) return [];
    return unknownAt(
      [...start, { kind: 'field', name, slot: meetingSlot }],
      `${field.name}.${name}`,
    );
  };
  const unknownAt = (
    steps: Parameters<Tracer['scope']['readPath']>[0]['steps'],
    text: string,
  ): readonly MissingFact[] => {
    let path = paths.get(text);
    if (path === undefined) {
      path = {
        root: { kind: 'record' },
        steps,
        type: { kind: 'text' },
        text,
        span: row.span,
      };
      paths.set(text, path);
    }
    return tracer.scope.readPath(path)(frame) === undefined
      ? missingOnPath(path, frame, aliases, tracer)
      : [];
  };
  const unknownMeeting = unknownAt(start, field.name);
  if (unknownMeeting.length > 0) return unknownMeeting;
  const meeting = tracer.scope.readSteps(start.slice(1))(frame.values[slot], frame, frame.record);
  const isAbout =
    typeof meeting === 'object' && isRecordNode(meeting)
      ? compileAbout(power, tracer.scope)(meeting, frame)
      : undefined;
  const matter =
    power.matter === undefined || isAbout !== undefined
      ? []
      : [
          ...at(MEETING.matter),
          ...at(MEETING.matters),
          ...tracer.missingIn(power.matter, frame, aliases),
        ];
  const passed =
    definition === undefined
      ? [
          runFact(
            'meeting.passed',
            { zh: '会议表决是否通过', en: 'whether the meeting passed it' },
            'definition meeting.passed',
          ),
        ]
      : unknownAt(
          [...start, { kind: 'definition', id: definition.id }],
          `${field.name}.${definition.fact}`,
        );
  return [...at(MEETING.body), ...matter, ...passed];
}

function group(clause: PowerClause, result: Truth, children: readonly ClauseTrace[]): ClauseTrace {
  return {
    clause,
    result,
    children,
    missing: result === undefined ? mergeMissing(children.flatMap(({ missing }) => missing)) : [],
  };
}
