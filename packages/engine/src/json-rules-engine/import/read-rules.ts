import { type Diagnostic, diagnostic, said, type Text } from '@qingdan/core';

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** A rule of the library, not yet understood. */
export interface RawRule {
  /** By which it is called in messages: its name, else the type of its event. */
  readonly name: string;
  readonly conditions: JsonObject;
  readonly event: JsonObject;
  readonly rest: JsonObject;
  /** When it holds, where `qingdan export` wrote it. */
  readonly effective?: JsonObject;
}

export interface RawRules {
  readonly rules: readonly RawRule[];
  readonly conditions: ReadonlyMap<string, JsonObject>;
  /** Rules that `qingdan export` wrote: its own operators are known. */
  readonly own: boolean;
}

/** Reads a JSON text: a rule, a list of rules, or rules with named conditions beside them. */
export function readRules(
  text: string,
  file: string,
): { value: RawRules; diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const fail = (reason: Text): void => {
    diagnostics.push(diagnostic('not-rules', said('reason', reason), undefined, { file }));
  };
  const rules: RawRule[] = [];
  const conditions = new Map<string, JsonObject>();
  let own = false;
  const readAny = (value: Json, effective?: JsonObject): void => {
    if (isList(value)) for (const each of value) readAny(each, effective);
    else if (!isObject(value)) fail({ zh: '规则应为对象', en: 'a rule has to be an object' });
    else if (isList(value.rules)) {
      own ||= value.schema === 'qingdan.json-rules-engine/1';
      for (const [name, condition] of Object.entries(
        isObject(value.conditions) ? value.conditions : {},
      )) {
        if (isObject(condition)) conditions.set(name, condition);
        else fail({ zh: `条件 ${name} 应为对象`, en: `the condition ${name} has to be an object` });
      }
      readAny(value.rules, isObject(value.effective) ? value.effective : undefined);
    } else readRule(value, effective);
  };
  const readRule = (rule: JsonObject, effective: JsonObject | undefined): void => {
    const { conditions: when, event, ...rest } = rule;
    const name = rest.name ?? (isObject(event) ? event.type : undefined) ?? rules.length + 1;
    const called = typeof name === 'object' ? JSON.stringify(name) : String(name);
    if (!isObject(when))
      fail({ zh: `规则 ${called} 没有 conditions`, en: `the rule ${called} has no conditions` });
    else if (!isObject(event) || event.type === undefined)
      fail({ zh: `规则 ${called} 没有 event.type`, en: `the rule ${called} has no event.type` });
    else {
      const dated = own && effective !== undefined ? { effective } : {};
      rules.push({ name: called, conditions: when, event, rest, ...dated });
    }
  };
  try {
    const parsed = JSON.parse(text) as Json;
    if (isDeeper(parsed, DEPTH_LIMIT)) {
      const params = { limit: String(DEPTH_LIMIT) };
      diagnostics.push(diagnostic('too-deep', params, undefined, { file }));
    } else readAny(parsed);
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
    fail({ zh: '不是有效的 JSON', en: 'it is no JSON' });
  }
  if (rules.length === 0 && diagnostics.length === 0) fail({ zh: '没有规则', en: 'no rules' });
  return { value: { rules, conditions, own }, diagnostics };
}

/** Rules and groups of conditions take two levels each, so that no sound rule comes near it. */
const DEPTH_LIMIT = 256;

function isDeeper(value: Json, limit: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (limit === 0) return true;
  return Object.values(value).some((part: Json) => isDeeper(part, limit - 1));
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
