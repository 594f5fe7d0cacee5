import type { Field, RecordType, Type } from '@qingdan/core';
import { plainHeader } from '../cells/plain.js';
import { FURTHER_APPROVAL } from './synonyms.js';
import { type FieldPath, resolveTarget, type Target } from '../mapping/field-path.js';

/** A field that a column might be, with what it is called. */
export interface Candidate {
  /** As a mapping writes it. */
  readonly written: FieldPath;
  readonly target: Target;
  readonly label: { readonly zh: string; readonly en: string };
  /** Labels, as `plainHeader` has them, without remarks in brackets: 收款方（个人） and 收款方（单位） are one word. */
  readonly words: readonly string[];
  /** Its date chooses the law. */
  readonly isGoverning: boolean;
  readonly period?: 'from' | 'last';
  /** No likeness will do: it is called almost like another. */
  readonly isExact?: true;
}

/** The fields of a kind of record that a column can fill. */
export function candidatesOf(record: RecordType): readonly Candidate[] {
  const candidates: Candidate[] = [];
  const governing =
    record.governingDate === undefined ? undefined : record.fields.fields[record.governingDate];
  const visit = (fields: readonly Field[], path: FieldPath): void => {
    for (const field of fields) {
      const here = [...path, field.name];
      const inner = field.type.kind === 'list' ? field.type.items : field.type;
      if (inner.kind === 'struct') {
        visit(inner.struct.fields, field.type.kind === 'list' ? [...here, 0] : here);
        continue;
      }
      add(field, here);
      if (field.type.kind === 'period') {
        add(field, [...here, 'from'], 'from');
        add(field, [...here, 'last'], 'last');
      }
    }
  };
  const add = (field: Field, written: FieldPath, period?: 'from' | 'last'): void => {
    const found = resolveTarget(record, written);
    if (!('target' in found)) return;
    candidates.push({
      written,
      target: found.target,
      label: field.label,
      words: wordsOf(field),
      isGoverning: field === governing,
      ...(period === undefined ? {} : { period }),
    });
  };
  visit(record.fields.fields, []);
  const { approvals } = record;
  const name = approvals === undefined ? undefined : record.fields.fields[approvals]?.name;
  const first = candidates.filter(({ written }) => written[0] === name);
  const more = first.flatMap((each) =>
    [memberOf(record, each, 1), memberOf(record, each, 2)].flat(),
  );
  return [...candidates, ...more];
}

/** Large payments are approved by several: 联签人 and 第二联签人 beside 审批人. */
function memberOf(record: RecordType, first: Candidate, index: 1 | 2): readonly Candidate[] {
  const written = first.written.map((step) => (step === 0 ? index : step));
  const found = resolveTarget(record, written);
  if (!('target' in found)) return [];
  const isSecond = index === 1;
  const words = first.words.flatMap((word) => {
    const others = word.startsWith(APPROVAL)
      ? FURTHER_APPROVAL.map((other) => other + word.slice(APPROVAL.length))
      : [];
    return [
      ...(isSecond ? others : others.flatMap((other) => [`第二${other}`, `${other}2`])),
      `${isSecond ? '第二' : '第三'}${word}`,
      `${word}${index + 1}`,
    ];
  });
  return [{ ...first, written, target: found.target, words, isExact: true }];
}

const APPROVAL = '审批';

function wordsOf({ label, name }: Field): readonly string[] {
  return [label.zh, label.en, name].map((word) => plainHeader(word).replace(/\(.*\)$/u, ''));
}

/** The kind of register that a type's names are looked up in. */
export function registerOf(type: Type): string | undefined {
  if (type.kind === 'list' || type.kind === 'set') return registerOf(type.items);
  return type.kind === 'person' || type.kind === 'organisation' || type.kind === 'ref'
    ? type.to
    : undefined;
}
