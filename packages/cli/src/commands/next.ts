import { type Diagnostic, diagnostic, hasErrors, type Language, nearestHint } from '@qingdan/core';
import { completeBooks } from '@qingdan/input';
import { renderNext } from '@qingdan/report';
import { createChecker } from '@qingdan/sdk';
import { gatherRecords } from '../input/gather-records.js';
import { wordsOf } from '../input/words.js';
import type { Io } from '../io.js';
import { languageOf } from '../language.js';
import { checkDay, today } from '../options/days.js';
import { renderDiagnostics } from '../output/diagnostics.js';
import { findConfig } from '../packs/config.js';
import { loadPacksInUse } from '../packs/load-chosen.js';
import { STATUS, type Status } from '../status.js';
import { checkCases } from './check-cases.js';

export interface NextOptions {
  readonly log: readonly string[];
  readonly case?: string;
  readonly procedure?: string;
  readonly mapping?: string;
  readonly packs?: readonly string[];
  readonly clock?: string;
  readonly lang?: Language;
  readonly unmask?: boolean;
}

/** `qingdan next`: what may be done next in running cases, by whom and by when. */
export async function runNextCommand(
  files: readonly string[],
  options: NextOptions,
  io: Io,
): Promise<Status> {
  const config = await findConfig();
  const lang = languageOf(options.lang, config.lang, io.env);
  const refuse = (faults: readonly Diagnostic[]): Status => {
    io.stderr(renderDiagnostics(faults, lang));
    return STATUS.bad;
  };
  const misused = checkDay('--clock', options.clock);
  if (misused.length > 0) return refuse(misused);
  const { packs, diagnostics } = await loadPacksInUse(options.packs, config, { orBundle: true });
  const gathered = await gatherRecords(files, packs.records, { words: wordsOf(packs) });
  const complete = completeBooks(gathered.books, gathered.lost);
  const checker = createChecker(packs, {
    lang,
    clock: options.clock ?? config.clock ?? today(),
    records: { records: gathered.records, books: complete.books },
  });
  const cases = await checkCases(options.log, {
    packs,
    checker,
    digests: gathered.digests,
    records: gathered.records,
    ...(options.procedure === undefined ? {} : { procedure: options.procedure }),
    ...(options.mapping === undefined ? {} : { mapping: options.mapping }),
  });
  const found = [
    ...config.diagnostics,
    ...diagnostics,
    ...gathered.diagnostics,
    ...complete.diagnostics,
    ...cases.diagnostics,
  ];
  const ids = cases.logs.map(({ id }) => id);
  const wanted = options.case;
  if (wanted !== undefined && !ids.includes(wanted))
    found.push(
      diagnostic('no-such-case', {
        id: wanted,
        nearest: nearestHint(wanted, ids),
        known: ids.slice(0, 20).join(', '),
      }),
    );
  io.stderr(renderDiagnostics(found, lang));
  // A case that is closed has nothing next, unless it is asked for by its id.
  const shown = cases.results.filter(({ log }) =>
    wanted === undefined ? !log.closed : log.id === wanted,
  );
  const pages = shown.map((result) =>
    renderNext(result, checker.nextSteps(result.log) ?? [], {
      lang,
      colour: io.colour,
      unmask: options.unmask === true,
      ...(io.width === undefined ? {} : { width: Math.min(io.width, 120) }),
    }),
  );
  io.stdout(pages.join('\n'));
  return hasErrors(found) ? STATUS.bad : STATUS.ok;
}
