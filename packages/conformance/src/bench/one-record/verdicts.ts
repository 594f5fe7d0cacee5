import type { Area, Bar, Table } from '../area.js';
import { assertAgreement } from '../timing/agree.js';
import { microseconds, times } from '../timing/figures.js';
import { interleave } from '../timing/interleave.js';
import { median, ratios } from '../timing/statistics.js';
import { OURS, peers } from './contenders.js';
import { opaVersion } from './opa.js';
import { workload } from './workload.js';

const MOST = 1.6;

/** Which of many rules one record violates, asked of every engine. */
export const VERDICTS: Area = {
  name: 'verdicts',
  title: 'Verdicts on one record',
  measure: async ({ rules: counts, payments, effort }) => {
    const contenders = [...OURS, ...peers()];
    const columns: { readonly times: readonly string[]; readonly bar: Bar }[] = [];
    for (const count of counts) columns.push(await compare(count, payments));
    const table: Table = {
      head: [
        'engine',
        ...counts.flatMap((count) => [`${count} rules`, 'against the fastest peer']),
      ],
      rows: contenders.map(({ name }, row) => [
        name,
        ...columns.flatMap((column) => column.times.slice(row * 2, row * 2 + 2)),
      ]),
    };
    return { text: texts(payments), tables: [table], bars: columns.map(({ bar }) => bar) };

    async function compare(
      count: number,
      size: number,
    ): Promise<{ readonly times: readonly string[]; readonly bar: Bar }> {
      const { rules, payments: paid, expected } = workload(count, size);
      const runners = [];
      for (const contender of contenders) runners.push(await contender.prepare(rules, paid));
      await assertAgreement(runners, expected);
      const timings = await interleave(runners, size, effort);
      const rounds = runners.map((each) => timings.get(each) ?? []);
      const others = rounds.slice(OURS.length).sort((a, b) => median(a) - median(b));
      const fastest = others[0] ?? [];
      const { middle } = ratios(rounds[0] ?? [], fastest);
      return {
        times: rounds.flatMap((each) => {
          const ratio = ratios(each, fastest);
          const spread = `${times(ratio.middle)} (${times(ratio.least)}–${times(ratio.most)})`;
          return [`${microseconds(median(each))} µs`, each === fastest ? '1' : spread];
        }),
        bar: {
          what: `${count} rules: the evaluator against the fastest peer`,
          bar: `at most ${MOST}×`,
          measured: times(middle),
          met: middle <= MOST,
        },
      };
    }
  },
};

function texts(payments: number): readonly string[] {
  const opa = opaVersion();
  return [
    `Each rule has three clauses – an amount of at least so much, one of eight ways to pay, one of three purposes out of ` +
      `twenty-four – and the question is which of all rules a payment violates. Rules and ${payments} payments are drawn by ` +
      `a seeded generator; a tenth of the payments violate at least one rule. Every engine gets the rules beforehand, in ` +
      `the fastest form we found for it, and then one payment after the other.`,
    `*The evaluator* begins, for our part, with a record that has been read: typed values, dates as days, money as whole ` +
      `fen. \`screenRecord\` adds the choice of rules for the record's organisation, and \`screen\` begins with the plain ` +
      `object as the peers do, but checks every field against its type first, which they don't. A peer that finds nothing ` +
      `in a field it can't read says that the rule doesn't match; we say *undetermined*, so each of our clauses has three ` +
      `answers to tell apart. Cedar's policies are parsed beforehand; its entities are empty.`,
    opa === undefined
      ? `OPA is left out: there was no \`opa\` to compile policies to WebAssembly with. It can be had by \`go install ` +
        `github.com/open-policy-agent/opa@latest\`; name it by \`QINGDAN_OPA\` if it isn't on the path.`
      : `OPA's policies are compiled to WebAssembly by \`opa\` ${opa}, found by \`QINGDAN_OPA\` or on the path.`,
  ];
}
