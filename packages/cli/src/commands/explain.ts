import { type Diagnostic, diagnostic, hasErrors, type Language, parseDate } from '@qingdan/core';
import { type NamedTest, renderNamed } from '@qingdan/report';
import { testsNaming } from '@qingdan/sdk';
import type { Io } from '../io.js';
import { languageOf } from '../language.js';
import { checkDay, today } from '../options/days.js';
import { checkPlace } from '../options/place.js';
import { renderDiagnostics } from '../output/diagnostics.js';
import { findConfig } from '../packs/config.js';
import { nearestItem, policyOfName } from '../packs/find-item.js';
import { loadPacksInUse } from '../packs/load-chosen.js';
import { readTestFiles } from '../packs/test-files.js';
import { STATUS, type Status } from '../status.js';

export interface ExplainOptions {
  readonly packs?: readonly string[];
  readonly asOf?: string;
  readonly lang?: Language;
  /** Whose figures are told: a jurisdiction code. */
  readonly jurisdiction?: string;
}

/** `qingdan explain`: one item of the lists, or a document the lists rest on, in words. */
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
  const { packs, diagnostics, folders } = await loadPacksInUse(options.packs, config);
  const faults = [...config.diagnostics, ...diagnostics];
  const asOf = parseDate(options.asOf ?? config.clock ?? today());
  const policy = policyOfName(item, packs, options.jurisdiction);
  const tests = await testsOf(item, folders);
  const text =
    policy === undefined || typeof asOf !== 'number'
      ? undefined
      : renderNamed(policy, item, {
          lang,
          asOf,
          colour: io.colour,
          tests,
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

/** The tests beside the rules that expect something of an item; what can't be read there is for `test` to say. */
async function testsOf(name: string, folders: readonly string[]): Promise<readonly NamedTest[]> {
  const { files } = await readTestFiles(folders);
  return testsNaming(name.slice(name.indexOf(':') + 1), files).map(
    ({ file, line, name: test }) => ({
      place: `${file}:${String(line)}`,
      name: test,
    }),
  );
}
