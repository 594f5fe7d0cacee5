import type { Line } from './ask-all.js';
import type { Answer, Peer } from './peer.js';
import type { Clause } from './question.js';
import { INTRODUCTION, READING } from './words.js';

const WORDS = {
  violation: 'violation',
  'no violation': 'no violation',
  undetermined: '**undetermined**',
  error: 'error',
  skipped: 'skipped',
  refused: 'refused on loading',
  unsayable: '–',
} as const satisfies Record<Answer, string>;

/** The page docs/missing-evidence.md: what is asked, what every engine answered, and how to read it. */
export function renderMissingEvidence(
  lines: readonly Line[],
  peers: readonly Peer[],
  versions: Readonly<Record<string, string>>,
): string {
  const head = ['clause', 'evidence', ...peers.map(({ name }) => name)];
  const rows = lines.map(({ question, gap, missing, answers }, index) => [
    lines[index - 1]?.question === question
      ? ''
      : `${question.name}: \`${plain(question.clause)}\``,
    gap === undefined ? 'no fact asked for' : missing ? gap : `${gap} (not needed)`,
    ...answers.map((answer) => WORDS[answer]),
  ]);
  return [
    INTRODUCTION,
    table([head, ...rows]),
    `How often each engine gave an answer of its own accord where evidence that mattered was missing:`,
    summary(lines, peers),
    READING,
    `Versions: ${Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')}.`,
  ]
    .join('\n\n')
    .concat('\n');
}

function summary(lines: readonly Line[], peers: readonly Peer[]): string {
  const missing = lines.filter((line) => line.missing);
  const rows = peers.map(({ name }, index) => {
    const count = (...answers: readonly Answer[]): string =>
      String(missing.filter((line) => answers.includes(line.answers[index] as Answer)).length);
    return [
      name,
      count('violation'),
      count('no violation'),
      count('skipped'),
      count('error'),
      count('undetermined'),
    ];
  });
  const head = ['engine', 'accused', 'cleared', 'skipped', 'error', 'undetermined'];
  return `${table([head, ...rows])}\n\n${String(missing.length)} lines each.`;
}

/** `amount greaterThan 1000` */
function plain(clause: Clause): string {
  if ('all' in clause) return `all [${clause.all.map(plain).join(', ')}]`;
  if ('any' in clause) return `any [${clause.any.map(plain).join(', ')}]`;
  if ('not' in clause) return `not ${plain(clause.not)}`;
  const { fact, operator, value } = clause;
  return `${fact} ${operator} ${Array.isArray(value) ? `[${value.join(', ')}]` : String(value)}`;
}

function table(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
}
