import { readRecord } from '@qingdan/core';
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

  it('within an organisation that is not known is unknown', async () => {
    const { values, messages } = await resolve(',张三,,');
    expect(messages).toEqual([expect.stringMatching(/QD5343/)]);
    expect(values).toMatchObject({ approvals: [{ values: [null, null] }] });
  });
});
