import { ALWAYS, type CheckReport, type Finding, type RecordResult } from '@qingdan/core';
import { compare, fact, TEXT, text } from './build.js';
import { CASH_PAYMENT, DUTY_OPEN, FINDING, REPORT } from './items.js';

/** A report that has each verdict, nature, severity and a waiver once, and hostile texts. */

const WAIVED: Finding = {
  ...FINDING,
  fingerprint: 'aaaaaaaaaaaaaaaa',
  waived: {
    item: FINDING.item,
    document: '县纪〔2026〕3号',
    approver: { jurisdiction: '990101', name: '清平县' },
    reason: text('抗洪期间', 'during the flood'),
    interval: ALWAYS,
    pack: 'county',
  },
};

const NOTED = compare(fact('note', TEXT), 'present');

/** Reads a field that is personal. */
const PERSONAL: Finding = {
  ...FINDING,
  claim: {
    clause: NOTED,
    result: true,
    left: { expression: NOTED.left, value: '王小明家中用款说明' },
    children: [],
    missing: [],
  },
};

const FINDINGS: readonly Finding[] = [
  FINDING,
  { ...PERSONAL, severity: 'notice', item: 'village.a', fingerprint: 'bbbbbbbbbbbbbbbb' },
  { ...FINDING, severity: 'minor', item: 'village.b', fingerprint: 'cccccccccccccccc' },
  { ...FINDING, nature: 'suspicion', severity: 'critical', fingerprint: 'dddddddddddddddd' },
  WAIVED,
  DUTY_OPEN,
  { ...FINDING, verdict: 'satisfied', fingerprint: 'eeeeeeeeeeeeeeee' },
  { ...FINDING, verdict: 'notApplicable', fingerprint: 'ffffffffffffffff' },
];

const HOSTILE: RecordResult = {
  record: {
    ...CASH_PAYMENT,
    id: '<b>"E&\u0000\u001b[2J]]>\ud800\ufffe\n3',
    origin: { file: '台账 1/<a>&"\ud800\u001b.jsonl', line: 7 },
  },
  policy: policy(),
  asOf: 20_487,
  outcome: 'violation',
  judged: { decided: 3, undetermined: 0, unavailable: 0 },
  unavailable: [],
  findings: [FINDING],
};

function policy() {
  const [first] = REPORT.results;
  if (first === undefined) throw new Error('the report has results');
  return first.policy;
}

export const VARIED: CheckReport = {
  ...REPORT,
  input: {
    digest: `sha256:${'0'.repeat(64)}`,
    files: [{ file: '台账 1/a.jsonl', digest: `sha256:${'1'.repeat(64)}` }],
  },
  outcomes: { ...REPORT.outcomes, violation: 2 },
  results: [
    ...REPORT.results.map((result) =>
      result.outcome === 'violation' ? { ...result, findings: FINDINGS } : result,
    ),
    HOSTILE,
  ],
};
