import { NONE, readRecord, type Struct, type Value } from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import { KINDS } from '../../testing/kinds.js';
import { messagesOf, readWhole, valuesOf } from '../../testing/read-whole-table.js';
import { resolveNames } from './resolve-names.js';

const registers = [
  { kind: 'person', id: 'P1', name: '张 三' },
  { kind: 'person', id: 'P2', name: '李四' },
  { kind: 'person', id: 'P3', name: '李四' },
  { kind: 'person', id: 'P4', name: '王小五' },
  { kind: 'officer', id: 'O1', organisation: 'V1', person: 'P1' },
  { kind: 'officer', id: 'O2', organisation: 'V1', person: 'P2' },
  { kind: 'officer', id: 'O3', organisation: 'V2', person: 'P3' },
  { kind: 'vendor', id: 'G1', name: '禾渡商店' },
  { kind: 'vendor', id: 'G2', name: 'ＡＢ建材' },
  { kind: 'organisation', id: 'V1', name: '云溪村' },
].map((raw) => readRecord(raw, KINDS).record!);

const printed = (value: Value): Value => (value === NONE ? 'NONE' : value);

const MAPPING = `
kind: expenditure
id: 号
columns: { 村: organisation, 审批: "approvals[0].person", 经手: handler, 收款: payees }
resolve: { 村: organisation by name, 审批: person by name within organisation, 经手: person by name, 收款: vendor by name }
`;

async function resolve(row: string) {
  const { records, names } = await readWhole(`号,村,审批,经手,收款\n1,${row}\n`, MAPPING);
  const resolved = resolveNames([...registers, ...records], names);
  const record = resolved.records.at(-1)!;
  return { record, values: valuesOf(record), messages: messagesOf(resolved.diagnostics) };
}

describe('a name', () => {
  it('that is unique gives the id, and its field is marked', async () => {
    const { record, values, messages } = await resolve('云溪村,张三,王 小五,ab建材店、禾渡商店');
    expect(messages).toEqual([expect.stringMatching(/QD5341.*vendor → `G2`\?/)]);
    expect(record.organisation).toBe('V1');
    expect(values).toMatchObject({
      approvals: [{ values: ['P1', null] }],
      handler: 'P4',
      payees: [null, 'G1'],
    });
    expect(record.fields.byName).toEqual(new Set(['handler', 'payees']));
  });

  it('is looked up within the organisation where the mapping says so', async () => {
    const { values, messages } = await resolve('云溪村,李四,,');
    expect(messages).toEqual([]);
    expect(values).toMatchObject({ approvals: [{ values: ['P2', null] }] });
  });

  it('is looked up within the organisation where its register is a ledger of names itself', async () => {
    const officers = await readWhole(
      '号,姓名\nO9,王小五\n',
      'kind: officer\norganisation: V1\nid: 号\ncolumns: { 姓名: person }\nresolve: { 姓名: person by name }',
    );
    const payments = await readWhole('号,村,审批,经手,收款\n1,云溪村,王小五,,\n', MAPPING);
    const records = [...registers, ...payments.records, ...officers.records];
    const resolved = resolveNames(records, [...payments.names, ...officers.names]);
    expect(messagesOf(resolved.diagnostics)).toEqual([]);
    const payment = resolved.records[registers.length]!;
    expect(valuesOf(payment)).toMatchObject({ approvals: [{ values: ['P4', null] }] });
  });

  it('that is an id already is taken as one', async () => {
    const { record, values, messages } = await resolve('云溪村,,P2,');
    expect(messages).toEqual([]);
    expect(values).toMatchObject({ handler: 'P2' });
    expect(record.fields.byName).toBeUndefined();
  });

  it.each([
    ['禾渡商店', { witness: null, seller: 'G1' }],
    ['王小五', { witness: 'P4', seller: null }],
  ])('may be a person or a firm: %s', async (name, expected) => {
    const mapping = `
kind: expenditure
id: 号
columns: { 收款: [witness, seller] }
resolve: { 收款: [person by name, vendor by name] }
`;
    const { records, names } = await readWhole(`号,收款\n1,${name}\n`, mapping);
    const resolved = resolveNames([...registers, ...records], names);
    expect(messagesOf(resolved.diagnostics)).toEqual([]);
    const { witness = null, seller = null } = valuesOf(resolved.records.at(-1)!);
    expect({ witness, seller }).toEqual(expected);
  });

  it.each([
    ['禾渡商店', { type: 'unit', id: 'G1', person: 'NONE', unit: 'G1' }],
    ['王小五', { type: 'person', id: 'P4', person: 'P4', unit: 'NONE' }],
  ])('says of a party what it is: %s', async (name, expected) => {
    const mapping = `
kind: expenditure
id: 号
columns: { 收款: [payee.unit, payee.person] }
resolve: { 收款: [vendor by name, person by name] }
`;
    const { records, names } = await readWhole(`号,收款\n1,${name}\n`, mapping);
    const { records: resolved, diagnostics } = resolveNames([...registers, ...records], names);
    expect(messagesOf(diagnostics)).toEqual([]);
    const payee = resolved.at(-1)!.fields.values[KINDS.get('expenditure')!.fields.slotOf('payee')!];
    const { type, values, byName } = payee as Struct;
    const known = type.fields.map((field, slot) => [field.name, printed(values[slot])]);
    expect(Object.fromEntries(known)).toEqual(expected);
    expect(byName).toEqual(new Set(['type', 'id', 'person', 'unit']));
  });

  it('does not change what a ledger says of a party itself', async () => {
    const mapping = `
kind: expenditure
id: 号
columns: { 收款: [payee.unit, payee.person], 类型: payee.type }
resolve: { 收款: [vendor by name, person by name] }
`;
    const { records, names } = await readWhole('号,收款,类型\n1,禾渡商店,个人\n', mapping);
    const { records: resolved } = resolveNames([...registers, ...records], names);
    expect(valuesOf(resolved.at(-1)!).payee).toMatchObject({
      values: ['person', 'G1', 'NONE', 'G1'],
    });
  });

  it('of several is unknown, and they are listed', async () => {
    const { record, values, messages } = await resolve('云溪村,,李四,');
    expect(messages).toEqual([expect.stringMatching(/^2:4 QD5342 D2 handler: .*`P2`, `P3`/)]);
    expect(values).not.toHaveProperty('handler');
    expect(record.fields.byName).toBeUndefined();
  });

  it('of nobody is unknown, and the nearest is told by its id and not by its name', async () => {
    const { values, messages } = await resolve('云溪村,,王五,');
    expect(messages).toEqual([expect.stringMatching(/^2:4 QD5341 D2 handler: .*→ `P4`\?/)]);
    expect(messages.join()).not.toContain('王');
    expect(values).not.toHaveProperty('handler');
  });

  it('beside another in a cell for one is unknown, and neither is taken for it', async () => {
    const { values, messages } = await resolve('云溪村,,张三、王小五,');
    expect(messages).toEqual([expect.stringMatching(/^2:4 QD5345 D2 handler: .*has 2 names/)]);
    expect(messages.join()).not.toContain('P');
    expect(values).not.toHaveProperty('handler');
  });

  it('within an organisation that is not known is unknown', async () => {
    const { values, messages } = await resolve(',张三,,');
    expect(messages).toEqual([expect.stringMatching(/QD5343/)]);
    expect(values).toMatchObject({ approvals: [{ values: [null, null] }] });
  });

  const LEDGER = `
kind: expenditure
id: 号
columns: { 审批: "approvals[0].person", 收款: [payee.unit, payee.person] }
resolve: { 审批: person by name within organisation, 收款: [vendor by name, person by name] }
`;

  it('in two columns without any register is reported once a column', async () => {
    const { records, names } = await readWhole(
      '号,审批,收款\n1,张三,禾渡商店\n2,李四,王小五\n',
      `organisation: V1\n${LEDGER}`,
    );
    const { diagnostics } = resolveNames(records, names);
    expect(messagesOf(diagnostics)).toEqual([
      expect.stringMatching(/^2:3 QD5344 C2 .*no register of vendor or person: .*`收款`/),
      expect.stringMatching(/^2:2 QD5344 B2 .*no register of person: .*`审批`/),
    ]);
  });

  it('that is in none of two registers is reported once', async () => {
    const { records, names } = await readWhole(
      '号,审批,收款\n1,张三,不在册\n',
      `organisation: V1\n${LEDGER}`,
    );
    const { diagnostics } = resolveNames([...registers, ...records], names);
    expect(messagesOf(diagnostics)).toEqual([
      expect.stringMatching(/^2:3 QD5341 C2 .*vendor or person/),
    ]);
  });

  it('in rows that name no organisation is reported once a column, and the rest are counted', async () => {
    const { records, names } = await readWhole('号,审批,收款\n1,张三,\n2,张三,\n3,张三,\n', LEDGER);
    const { diagnostics } = resolveNames([...registers, ...records], names);
    expect(messagesOf(diagnostics)).toEqual([
      expect.stringMatching(/^2:2 QD5343/),
      expect.stringMatching(/QD5335.*2 more of QD5343/),
    ]);
  });
});
