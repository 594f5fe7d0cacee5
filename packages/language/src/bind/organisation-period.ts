import { type Field, type PeriodUnit, type RecordType, StructType, type Text } from '@qingdan/core';

const UNITS: Readonly<Record<PeriodUnit, Text>> = {
  month: { zh: '月份', en: 'month' },
  quarter: { zh: '季度', en: 'quarter' },
  year: { zh: '年度', en: 'year' },
  term: { zh: '任期', en: 'term' },
};

const FIELDS: readonly Field[] = [
  {
    name: 'organisation',
    type: { kind: 'organisation', to: 'organisation' },
    label: { zh: '组织', en: 'organisation' },
    privacy: 'public',
  },
  {
    name: 'period',
    type: { kind: 'period' },
    label: { zh: '期间', en: 'period' },
    privacy: 'public',
  },
  {
    name: 'date',
    type: { kind: 'date' },
    label: { zh: '期末日', en: 'last day of the period' },
    privacy: 'public',
  },
];

/** The kind of record that stands for one organisation's month, quarter, year or term. */
export function organisationPeriod(per: PeriodUnit): RecordType {
  const fields = new StructType(FIELDS);
  const { zh, en } = UNITS[per];
  return {
    id: `organisation-${per}`,
    label: { zh: `组织${zh}`, en: `${en} of an organisation` },
    fields,
    governingDate: fields.slotOf('date') as number,
    register: false,
    shared: false,
  };
}
