import { diagnostic, type Diagnostic, nearestHint, pluralForm } from '@qingdan/core';
import { importRules } from '@qingdan/engine/json-rules-engine';
import type { Config } from '../packs/config.js';
import { loadPacksInUse } from '../packs/load-chosen.js';
import { packDeclaring } from '../packs/pack-declaring.js';
import type { Imported } from './imported.js';

/** Says that the kind of record is to be made from the facts that are seen. */
const NEW = 'new';

export interface RulesOptions {
  readonly pack: string;
  readonly record: string;
  readonly packs?: readonly string[];
}

/** Rules of json-rules-engine as prohibitions; the fault alone where the kind of record isn't known. */
export async function importRuleFile(
  read: () => Promise<string | Diagnostic>,
  file: string,
  { pack, record: kind, packs: asked }: RulesOptions,
  config: Config,
): Promise<Imported | readonly Diagnostic[]> {
  const { packs, diagnostics, folders } = await loadPacksInUse(asked, config);
  const record = packs.records.get(kind);
  if (record === undefined && kind !== NEW) {
    const known = [...packs.records.keys(), NEW];
    const expected = `${known.join(', ')}${nearestHint(kind, known)}`;
    return [
      ...diagnostics,
      diagnostic('bad-option', { option: '--record', value: kind, expected }),
    ];
  }
  const text = await read();
  if (typeof text !== 'string') return [...diagnostics, text];
  const { value, diagnostics: found } = importRules(text, {
    file,
    pack,
    ...(record === undefined ? {} : { record }),
  });
  const { instruments, records, conditions, prohibitions } = value;
  const count = prohibitions.length;
  return {
    documents:
      count === 0
        ? {}
        : {
            'instruments.yaml': instruments,
            'records/imported.yaml': records,
            'conditions/imported.yaml': conditions,
            'prohibitions/imported.yaml': prohibitions,
          },
    told:
      count === 0
        ? undefined
        : {
            zh: `${count}个负面清单条目`,
            en: `${count} ${pluralForm('en', String(count), 'one prohibition, other prohibitions')} written`,
          },
    below: record === undefined ? undefined : await packDeclaring(record.id, folders),
    diagnostics: [...diagnostics, ...found],
  };
}
