import {
  type Diagnostic,
  hasErrors,
  NO_CALENDAR,
  parseDate,
  type Policy,
  readRecord,
  renderDiagnostic,
  type Verdict,
} from '@qingdan/core';
import { judgeByReference } from '@qingdan/engine';
import { importRules } from '@qingdan/engine/json-rules-engine';
import { bindPacks, checkLibrary, readPack, renderPolicy, resolvePolicy } from '@qingdan/language';
import { Engine, type RuleProperties, type TopLevelCondition } from 'json-rules-engine';
import { worldOf } from '../random/worlds.js';
import { type Facts, TRIAL_PACK } from './trial-records.js';

/** A rule of the library as it stands in a file. */
interface PlainRule {
  readonly name?: string;
  readonly conditions: unknown;
  readonly event: { readonly type: string; readonly params?: unknown };
  readonly [key: string]: unknown;
}

export interface PlainRules {
  readonly rules: readonly PlainRule[];
  readonly conditions?: Readonly<Record<string, unknown>>;
}

/** The names of the rules that fire, in json-rules-engine alone. */
export async function fireThere(
  { rules, conditions = {} }: PlainRules,
  facts: Facts,
  options: { readonly allowUndefinedFacts?: boolean } = {},
): Promise<ReadonlySet<string>> {
  const engine = new Engine(structuredClone(rules) as unknown as RuleProperties[], options);
  for (const [name, condition] of Object.entries(structuredClone(conditions)))
    engine.setCondition(name, condition as TopLevelCondition);
  const { results } = await engine.run({ ...facts });
  return new Set(results.map(({ name }) => name));
}

export interface Imported {
  readonly diagnostics: readonly Diagnostic[];
  /** The policy of the items; undefined where none was left. */
  readonly policy: Policy | undefined;
  /** The documents as a file of policies. */
  readonly text: string;
}

const MANIFEST = `
name: mine
version: 1.0.0
title: { zh: 导入, en: imported }
jurisdiction: CN
`;

/** Imports rules over the trial records, and loads what they become as any pack is loaded. */
export function importTrial(rules: unknown): Imported {
  const base = readPack(filesOf(TRIAL_PACK));
  const record = bindPacks([base.value]).value.records.get('trial');
  if (record === undefined) throw new Error('the pack of trial records is broken');
  const { value, diagnostics } = importRules(JSON.stringify(rules), {
    file: 'rules.json',
    pack: 'mine',
    record,
  });
  if (value.prohibitions.length === 0) return { diagnostics, policy: undefined, text: '' };
  const { instruments, conditions, prohibitions } = value;
  const text = renderPolicy([...instruments, ...conditions, ...prohibitions]);
  const manifest = `${MANIFEST}extends: [{ pack: base, version: ^1, use: [] }]\n`;
  const mine = readPack(filesOf({ 'mine/qingdan.yaml': manifest, 'mine/items.yaml': text }));
  const bound = bindPacks([base.value, mine.value]);
  const found = [...base.diagnostics, ...mine.diagnostics, ...bound.diagnostics];
  const faults = [...found, ...checkLibrary(bound.value)];
  // An imported pack has to pass lint, warnings included.
  if (faults.length > 0)
    throw new Error(
      `${faults.map((item) => renderDiagnostic(item, 'en').message).join('\n')}\n${text}`,
    );
  return {
    diagnostics,
    policy: resolvePolicy(bound.value, { subject: undefined, jurisdiction: 'CN' }).value,
    text,
  };
}

function filesOf(files: Readonly<Record<string, string>>): { file: string; text: string }[] {
  return Object.entries(files).map(([file, text]) => ({ file, text }));
}

const WORLD = worldOf({
  records: [],
  books: [],
  clock: parseDate('2026-03-01') as number,
  calendar: NO_CALENDAR,
});

/** What each item of a policy says of a record. */
export function judgeHere(policy: Policy, facts: Facts): ReadonlyMap<string, Verdict> {
  const { record, diagnostics } = readRecord(facts, policy.records);
  if (record === undefined || hasErrors(diagnostics.filter(({ name }) => name !== 'wrong-type')))
    throw new Error(diagnostics.map((item) => renderDiagnostic(item, 'en').message).join('\n'));
  const { judgements } = judgeByReference(policy, record, WORLD);
  return new Map(judgements.map(({ item, verdict }) => [item, verdict]));
}
