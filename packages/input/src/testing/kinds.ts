import { type Field, type RecordType, StructType, type Type } from '@qingdan/core';

function field(name: string, type: Type, zh: string, more: Partial<Field> = {}): Field {
  return { name, type, label: { zh, en: name }, privacy: 'public', ...more };
}

function struct(...fields: Field[]): Type {
  return { kind: 'struct', struct: new StructType(fields) };
}

function kind(id: string, fields: Field[], more: Partial<RecordType> = {}): [string, RecordType] {
  return [
    id,
    {
      id,
      label: { zh: id, en: id },
      fields: new StructType(fields),
      register: false,
      shared: false,
      ...more,
    },
  ];
}

const person: Type = { kind: 'person', to: 'person' };

const methods: Type = {
  kind: 'enum',
  name: 'method',
  values: new Map([
    ['cash', { zh: '现金', en: 'cash' }],
    ['bank', { zh: '转账', en: 'bank transfer' }],
  ]),
};

const parties: Type = {
  kind: 'enum',
  name: 'payee.type',
  values: new Map([
    ['person', { zh: '个人', en: 'person' }],
    ['unit', { zh: '单位', en: 'unit' }],
  ]),
};

/** A few kinds of record with a field of each type that tables have. */
export const KINDS = new Map([
  kind('expenditure', [
    field('paidOn', { kind: 'date' }, '付款日期'),
    field('amount', { kind: 'money', min: 0 }, '金额'),
    field('payment', struct(field('method', methods, '付款方式')), '付款'),
    field(
      'approvals',
      {
        kind: 'list',
        items: struct(
          field('person', person, '审批人', { privacy: 'personal' }),
          field('on', { kind: 'date' }, '审批日期'),
        ),
      },
      '审批记录',
    ),
    field('handler', person, '经手人', { privacy: 'personal' }),
    field('payees', { kind: 'list', items: { kind: 'ref', to: 'vendor' } }, '收款人'),
    field(
      'payee',
      struct(
        field('type', parties, '收款方类型'),
        field('id', { kind: 'text' }, '收款方编号'),
        field('person', person, '收款方（个人）', { privacy: 'personal' }),
        field('unit', { kind: 'ref', to: 'vendor' }, '收款方（单位）'),
      ),
      '收款方',
    ),
    field('witness', person, '收款方（个人）', { privacy: 'personal' }),
    field('seller', { kind: 'ref', to: 'vendor' }, '收款方（单位）'),
    field('description', { kind: 'text' }, '摘要'),
    field('urgent', { kind: 'boolean' }, '急用'),
    field('area', { kind: 'number' }, '面积', { unit: { zh: '亩', en: 'mu' } }),
    field('share', { kind: 'ratio' }, '占比'),
    field('term', { kind: 'period' }, '期限'),
    field('role', { kind: 'role', ids: new Set(['clerk']) }, '职务'),
    field('dates', { kind: 'list', items: { kind: 'date' } }, '日期'),
  ]),
  kind('organisation', [field('name', { kind: 'text' }, '名称')], { register: true }),
  kind('officer', [field('person', person, '任职人')], { register: true }),
  kind('person', [field('name', { kind: 'text' }, '姓名', { privacy: 'personal' })], {
    register: true,
    shared: true,
  }),
  kind('vendor', [field('name', { kind: 'text' }, '名称')], { register: true, shared: true }),
]);
