import type { RecordResult } from '@qingdan/core';
import { expect, it } from 'vitest';
import { DUTY_OPEN, FINDING, REPORT } from '../testing/items.js';
import { compareFindings, groupResults } from './order.js';

it('puts what was found before what is open, and the gravest first', () => {
  const minor = { ...FINDING, severity: 'minor' } as const;
  const suspicion = { ...FINDING, nature: 'suspicion', severity: 'critical' } as const;
  const sorted = [DUTY_OPEN, suspicion, minor, FINDING].sort(compareFindings);
  expect(sorted).toEqual([FINDING, minor, suspicion, DUTY_OPEN]);
});

it('puts organisations with the gravest records first', () => {
  const [clean, violation] = REPORT.results as readonly [RecordResult, RecordResult];
  const elsewhere = { ...clean, record: { ...clean.record, organisation: 'A' } };
  const groups = groupResults([elsewhere, clean, violation]);
  expect(groups.map(({ organisation }) => organisation)).toEqual(['V1', 'A']);
  expect(groups[0]?.results.map(({ record }) => record.id)).toEqual(['E-2', 'E-9']);
});
