import { describe, expect, it } from 'vitest';
import { EVALUATORS } from '../evaluators/evaluators.js';
import { buildPolicy } from './build-policy.js';
import { expectedOf } from './case-file.js';
import { judgeCase } from './judge-case.js';
import { caseOf, cellsOf } from './operator-table.js';
import { CASE_FILES, readCases, readOperators } from './read-cases.js';

describe.each(EVALUATORS)('$name', (evaluator) => {
  describe.each(CASE_FILES)('says of %s what the cases expect', (file) => {
    for (const section of readCases(file).sections) {
      const policy = buildPolicy(section.policy);
      it.each(section.cases.map((one) => [one.name, one] as const))(
        `${section.title}: %s`,
        async (_, one) => {
          const said = await judgeCase(evaluator, policy, section, one);
          // What an evaluator refuses it needn't answer; nothing here is refused yet.
          if (typeof said === 'string') expect.fail(said);
          const expected = expectedOf(one);
          expect(
            Object.fromEntries(Object.keys(expected).map((name) => [name, said.get(name)])),
          ).toEqual(expected);
        },
      );
    }
  });

  it.each(
    cellsOf(readOperators()).map(
      (cell) =>
        [`${cell.operator} of ${cell.fact}, ${cell.class}: ${String(cell.truth)}`, cell] as const,
    ),
  )('says what the table of operators says: %s', async (_, cell) => {
    const { policy, one } = caseOf(cell);
    const said = await judgeCase(evaluator, buildPolicy(policy), {}, one);
    expect(typeof said === 'string' ? said : Object.fromEntries(said)).toEqual(expectedOf(one));
  });
});
