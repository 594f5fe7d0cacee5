import type { Language, RecordResult } from '@qingdan/core';
import { sayTitle } from '../explain/explain.js';
import { say, sayList } from '../locale/messages.js';
import { escapeText } from '../values/escape.js';
import { sayRecord, sayValue } from '../values/say-value.js';
import type { Voice } from '../values/voice.js';
import { foldOpen, type OpenFold } from './fold-open.js';
import { compareRecords } from './order.js';
import type { Page } from './page.js';

/** How many records of a fold are named after the first. */
const NAMED = 5;

/** What the records of an organisation leave undecided, folded: which facts are wanting for which items, and where. */
export function renderOpen(
  results: readonly RecordResult[],
  voiceOf: (result: RecordResult) => Voice,
  lang: Language,
  page: Page,
): void {
  const folds = foldOpen([...results].sort(compareRecords), voiceOf);
  if (folds.length === 0) return;
  const records = new Set(folds.flatMap((fold) => fold.results));
  const count = folds.reduce((sum, fold) => sum + fold.findings.length * fold.results.length, 0);
  page.add(say(lang, 'text.open', { count: String(count), records: String(records.size) }), {
    indent: 2,
    colour: 'bold',
  });
  page.gap();
  for (const fold of folds) {
    renderFold(fold, voiceOf, lang, page);
    page.gap();
  }
}

function renderFold(
  { findings, missing, results }: OpenFold,
  voiceOf: (result: RecordResult) => Voice,
  lang: Language,
  page: Page,
): void {
  const [first, ...others] = results;
  if (first === undefined) return;
  const voice = voiceOf(first);
  const titles = findings.map((finding) => {
    const text = sayTitle(finding, voice);
    const code = finding.code === undefined ? [] : [say(lang, `topic.${finding.code}`)];
    return say(lang, 'note', { text, note: [...code, finding.item].join(' · ') });
  });
  page.add(titles.join(say(lang, 'clause.semicolon')), {
    indent: 4,
    mark: say(lang, 'text.open.mark', { verdict: say(lang, 'verdict.undetermined') }),
    colour: 'cyan',
  });
  for (const sentence of missing) page.add(sentence, { indent: 6 });
  page.add(sayPlace(first, voice), { indent: 6, colour: 'dim' });
  if (others.length === 0) return;
  const named = others.slice(0, NAMED).map((result) => sayRecord(result.record, voiceOf(result)));
  page.add(
    say(lang, others.length > NAMED ? 'text.open.more.some' : 'text.open.more', {
      count: String(others.length),
      records: sayList(lang, named, others.length > NAMED ? 'list.comma' : 'list.last'),
    }),
    { indent: 6, colour: 'dim' },
  );
}

/** `用印 SU-1（2026年5月14日，seal-use.jsonl 第10行）` */
function sayPlace({ record, asOf }: RecordResult, voice: Voice): string {
  const { lang } = voice;
  const text = sayRecord(record, voice);
  const date = sayValue(asOf, { kind: 'date' }, voice);
  if (record.origin === undefined) return say(lang, 'note', { text, note: date });
  const { line } = record.origin;
  const file = escapeText(record.origin.file);
  const source = line === undefined ? file : say(lang, 'text.place', { file, line: String(line) });
  return say(lang, 'text.open.place', { record: text, date, source });
}
