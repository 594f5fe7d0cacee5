import type { Operator, Verdict } from '@qingdan/core';
import type { CaseText, Plain } from './case-file.js';

export type TruthText = boolean | 'unknown';

/** The rows of each operator. Keys beside `fact` and `value` are classes of value. */
export type OperatorTable = Readonly<Record<Operator, readonly Plain[]>>;

/** One cell: what an operator says of a field with a value of a class. */
export interface OperatorCell {
  readonly operator: Operator;
  readonly fact: string;
  /** The literal on the right; undefined for `present` and `absent`. */
  readonly value: unknown;
  readonly class: string;
  /** The fields of the record. */
  readonly given: Plain;
  readonly truth: TruthText;
}

/** The classes whose value follows from their name. */
const WANTING: Readonly<Record<string, (fact: string) => Plain>> = {
  absent: () => ({}),
  nullValue: (fact) => ({ [fact]: null }),
  wrongType: (fact) => ({ [fact]: { not: 'the type' } }),
  none: (fact) => ({ none: [fact] }),
};

export function cellsOf(table: OperatorTable): OperatorCell[] {
  return Object.entries(table).flatMap(([operator, rows]) =>
    rows.flatMap(({ fact, value, ...classes }) =>
      Object.entries(classes).map(([name, cell]): OperatorCell => {
        const field = String(fact);
        const wanting = WANTING[name];
        const [is, truth] =
          wanting === undefined ? (cell as [unknown, TruthText]) : [undefined, cell as TruthText];
        return {
          operator: operator as Operator,
          fact: field,
          value,
          class: name,
          given: wanting === undefined ? { [field]: is } : wanting(field),
          truth,
        };
      }),
    ),
  );
}

const VERDICTS: Readonly<Record<string, Verdict>> = {
  true: 'violated',
  false: 'satisfied',
  unknown: 'undetermined',
};

/** The cell as a case: a prohibition of what the operator says. */
export function caseOf(cell: OperatorCell): {
  readonly policy: readonly Plain[];
  readonly one: CaseText;
} {
  const { operator, fact, value, given, truth } = cell;
  return {
    policy: [
      {
        kind: 'Prohibition',
        id: 'x.rule',
        violatedWhen: { fact, operator, ...(value === undefined ? {} : { value }) },
      },
    ],
    one: { name: cell.class, given, expect: VERDICTS[String(truth)] ?? 'undetermined' },
  };
}
