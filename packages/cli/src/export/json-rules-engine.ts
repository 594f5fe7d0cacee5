import { readdir, readFile } from 'node:fs/promises';
import { diagnostic, pluralForm, said } from '@qingdan/core';
import { exportItem, type RuleSet } from '@qingdan/engine/json-rules-engine';
import type { ExportFormat } from './format.js';

const NAME = 'json-rules-engine';

/** Rule sets of json-rules-engine, one for each item and stretch of law, and the module that runs them there. */
export const JSON_RULES_ENGINE: ExportFormat = {
  name: NAME,
  of: 'items',
  export: async (items) => {
    const exported = items.map(({ policy, revisions }) => exportItem(revisions, policy));
    const diagnostics = exported.flatMap(({ refused }) =>
      refused.map(({ item, reason, span }) =>
        diagnostic('cannot-export', { item, format: NAME, ...said('reason', reason) }, span),
      ),
    );
    const sets = exported.flatMap(({ value }) => value);
    const left = exported.filter(({ refused }) => refused.length > 0).length;
    return {
      files: new Map([...sets.map(fileOf(sets)), ...(await moduleFiles())]),
      text: print(sets),
      diagnostics,
      written: sets.length,
      left,
      summary: {
        zh: `${sets.length}个规则集；${left}个条目未导出`,
        en: `${sets.length} ${pluralForm('en', String(sets.length), 'one rule set, other rule sets')} written; ${left} ${pluralForm('en', String(left), 'one item, other items')} left out`,
      },
    };
  },
};

/** `<item>.json`, or one file for each stretch of time where the law has changed. */
function fileOf(sets: readonly RuleSet[]): (set: RuleSet) => readonly [string, string] {
  return (set) => {
    const isOnly = sets.filter(({ item }) => item === set.item).length === 1;
    const since = isOnly ? '' : `@${set.effective.from ?? 'start'}`;
    return [`rules/${set.item}${since}.json`, print(set)];
  };
}

/** The module as it was built: it stands alone but for json-rules-engine. */
async function moduleFiles(): Promise<(readonly [string, string])[]> {
  const folder = new URL('portable/', import.meta.resolve('@qingdan/engine/json-rules-engine'));
  const names = (await readdir(folder)).filter((name) => name.endsWith('.js'));
  const files = names.sort().map(async (name) => {
    const text = await readFile(new URL(name, folder), 'utf8');
    return [`qingdan/${name}`, text.replace(/^\/\/# sourceMappingURL=.*\n?/m, '')] as const;
  });
  const manifest = ['qingdan/package.json', print({ type: 'module' })] as const;
  return [...(await Promise.all(files)), manifest];
}

function print(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
