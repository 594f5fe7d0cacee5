import { type Diagnostic, diagnostic, hasErrors, type Language, parseDate } from '@qingdan/core';
import { renderItem } from '@qingdan/report';
import type { Io } from '../io.js';
import { languageOf } from '../language.js';
import { checkDay, today } from '../options/days.js';
import { checkPlace } from '../options/place.js';
import { renderDiagnostics } from '../output/diagnostics.js';
import { findConfig } from '../packs/config.js';
import { nearestItem, policyOfItem } from '../packs/find-item.js';
import { loadPacksInUse } from '../packs/load-chosen.js';
import { STATUS, type Status } from '../status.js';

export interface ExplainOptions {
  readonly packs?: readonly string[];
  readonly asOf?: string;
  readonly lang?: Language;
  /** Whose figures are told: a jurisdiction code. */
  readonly jurisdiction?: string;
}

/** `qingdan explain`: one item of the lists, in words. */
export async function runExplainCommand(
  item: string,
  options: ExplainOptions,
  io: Io,
): Promise<Status> {
  const config = await findConfig();
  const lang = languageOf(options.lang, config.lang, io.env);
  const refuse = (faults: readonly Diagnostic[]): Status => {
    io.stderr(renderDiagnostics(faults, lang));
    return STATUS.bad;
  };
  const misused = [
    ...checkDay('--as-of', options.asOf),
    ...checkPlace('--jurisdiction', options.jurisdiction),
  ];
  if (misused.length > 0) return refuse(misused);
  const { packs, diagnostics } = await loadPacksInUse(options.packs, config);
  const faults = [...config.diagnostics, ...diagnostics];
  const asOf = parseDate(options.asOf ?? config.clock ?? today());
  const policy = policyOfItem(item, packs, options.jurisdiction);
  const text =
    policy === undefined || typeof asOf !== 'number'
      ? undefined
      : renderItem(policy, item, {
          lang,
          asOf,
          colour: io.colour,
          ...(io.width === undefined ? {} : { width: io.width }),
        });
  if (text === undefined) {
    return refuse([
      ...faults,
      diagnostic('no-such-item', { id: item, nearest: nearestItem(item, packs) }),
    ]);
  }
  io.stderr(renderDiagnostics(faults, lang));
  io.stdout(text);
  return hasErrors(faults) ? STATUS.bad : STATUS.ok;
}
