import type { Area } from '../area.js';
import { assertAgreement } from '../timing/agree.js';
import { microseconds, times } from '../timing/figures.js';
import { interleave } from '../timing/interleave.js';
import type { Runner } from '../timing/runner.js';
import { median, ratios } from '../timing/statistics.js';
import { expectedClauses, jsonRulesEngineTrees, qingdanReport, qingdanTrees } from './explained.js';
import { workload } from './workload.js';

const RULES = 60;
const LEAST = 30;

/** Verdicts with the reasons for each finding, asked of the one peer that gives reasons. */
export const EXPLANATIONS: Area = {
  name: 'explanations',
  title: 'Verdicts and full explanations',
  measure: async ({ payments, effort }) => {
    const work = workload(RULES, payments);
    const [trees, report] = [qingdanTrees(work), qingdanReport(work)];
    const theirs = jsonRulesEngineTrees(work);
    const runners = [trees, report, theirs];
    await assertAgreement(runners, expectedClauses(work));
    const timings = await interleave(runners, payments, effort);
    const of = (each: Runner): readonly number[] => timings.get(each) ?? [];
    return {
      text: [
        `${RULES} of the same rules, ${payments} of the same payments, a tenth of them in violation. json-rules-engine runs and ` +
          `gives, as plain objects, the result tree of each rule that fired. \`checkRecord\` gives what is like it: for each ` +
          `finding its clauses with their values, and besides the law in force with its articles, what is missing, who answers ` +
          `for it and what would have complied. \`check\` writes the JSON report of that, with sentences. All begin with the ` +
          `plain object. Before timing, every clause of every finding must be the same in all: rule, fact, operator, limit, ` +
          `value found, and that it held. The other peers give no reasons.`,
      ],
      tables: [
        {
          head: ['engine', 'per payment', 'json-rules-engine takes'],
          rows: runners.map((each) => {
            const { middle, least, most } = ratios(of(theirs), of(each));
            const ratio =
              each === theirs ? '1' : `${times(middle)} (${times(least)}–${times(most)})`;
            return [each.name, `${microseconds(median(of(each)))} µs`, ratio];
          }),
        },
      ],
      bars: [trees, report].map((ours) => {
        const { middle } = ratios(of(theirs), of(ours));
        return {
          what: `json-rules-engine with its result trees against ${ours.name}`,
          bar: `at least ${LEAST}×`,
          measured: times(middle),
          met: middle >= LEAST,
        };
      }),
    };
  },
};
