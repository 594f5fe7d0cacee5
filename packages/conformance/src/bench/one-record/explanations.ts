import type { Area } from '../area.js';
import { assertAgreement } from '../timing/agree.js';
import { microseconds, times } from '../timing/figures.js';
import { interleave } from '../timing/interleave.js';
import { median, ratios } from '../timing/statistics.js';
import { expectedClauses, jsonRulesEngineTrees, qingdanReport } from './explained.js';
import { workload } from './workload.js';

const RULES = 60;
const LEAST = 30;

/** Verdicts with the reasons for each finding, asked of the one peer that gives reasons. */
export const EXPLANATIONS: Area = {
  name: 'explanations',
  title: 'Verdicts and full explanations',
  measure: async ({ payments, effort }) => {
    const work = workload(RULES, payments);
    const ours = qingdanReport(work);
    const theirs = jsonRulesEngineTrees(work);
    await assertAgreement([ours, theirs], expectedClauses(work));
    const timings = await interleave([ours, theirs], payments, effort);
    const own = timings.get(ours) ?? [];
    const other = timings.get(theirs) ?? [];
    const { middle, least, most } = ratios(other, own);
    return {
      text: [
        `${RULES} of the same rules, ${payments} of the same payments, a tenth of them in violation. json-rules-engine runs and ` +
          `gives, as plain objects, the result tree of each rule that fired. Ours is the whole JSON report on the payment: ` +
          `besides the clauses with their values also the sentences, the law with its article, the remedy, and what would have ` +
          `complied. Before timing, every clause of every finding must be the same in both: rule, fact, operator, limit, value ` +
          `found, and that it held. The other peers give no reasons.`,
      ],
      tables: [
        {
          head: ['engine', 'per payment', 'against Qingdan'],
          rows: [
            [ours.name, `${microseconds(median(own))} µs`, '1'],
            [
              theirs.name,
              `${microseconds(median(other))} µs`,
              `${times(middle)} (${times(least)}–${times(most)})`,
            ],
          ],
        },
      ],
      bars: [
        {
          what: 'json-rules-engine with its result trees against `check`',
          bar: `at least ${LEAST}×`,
          measured: times(middle),
          met: middle >= LEAST,
        },
      ],
    };
  },
};
