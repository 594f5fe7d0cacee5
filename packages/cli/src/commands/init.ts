import {
  type Diagnostic,
  diagnostic,
  hasErrors,
  type Language,
  parseDate,
  printDate,
  boundsOf,
  said,
  type Subject,
} from '@qingdan/core';
import { type Manifest, standsAbove, standsAtOrAbove } from '@qingdan/language';
import type { Packs } from '@qingdan/sdk';
import { countyPack } from '../init/county-pack.js';
import type { NewPack } from '../init/new-pack.js';
import { STARTER_RECORD, starterPack } from '../init/starter-pack.js';
import type { Io } from '../io.js';
import { languageOf } from '../language.js';
import { checkDay, today } from '../options/days.js';
import { checkPackName } from '../options/pack-name.js';
import { checkPlace } from '../options/place.js';
import { renderDiagnostics } from '../output/diagnostics.js';
import { writeNew } from '../output/write-new.js';
import { findConfig } from '../packs/config.js';
import { loadPacksInUse } from '../packs/load-chosen.js';
import { STATUS, type Status } from '../status.js';
import { plain } from '../text/plain.js';

export interface InitOptions {
  readonly dir?: string;
  /** The jurisdiction whose figures the pack is to set. */
  readonly county?: string;
  /** For whom the pack is. */
  readonly subject?: Subject;
  readonly clock?: string;
  readonly packs?: readonly string[];
  readonly lang?: Language;
}

const NATION = 'CN';

/** `qingdan init`: a small pack to begin with, or an overlay with every figure that a place owes. Nothing is overwritten. */
export async function runInitCommand(name: string, options: InitOptions, io: Io): Promise<Status> {
  const config = await findConfig();
  const lang = languageOf(options.lang, config.lang, io.env);
  const refuse = (faults: readonly Diagnostic[]): Status => {
    io.stderr(renderDiagnostics(faults, lang));
    return STATUS.bad;
  };
  const misused = [
    ...checkPackName('NAME', name),
    ...checkPlace('--county', options.county),
    ...checkDay('--clock', options.clock),
  ];
  if (misused.length > 0) return refuse(misused);
  const { packs, diagnostics } = await loadPacksInUse(options.packs, config);
  const jurisdiction = options.county ?? NATION;
  const subject = options.subject ?? packs.usualSubject;
  const above = packsAbove(packs, subject, options.county);
  const faults = [
    ...config.diagnostics,
    ...diagnostics,
    ...checkGround(name, packs, above, options),
  ];
  if (hasErrors(faults)) return refuse(faults);
  const clock = parseDate(options.clock ?? config.clock ?? today()) as number;
  const from = printDate(boundsOf(clock, 'year').first);
  const pack: NewPack = { name, jurisdiction, subject, above, from };
  const folder = options.dir ?? name;
  const { files, owed } =
    options.county === undefined
      ? { files: starterPack(pack), owed: undefined }
      : countyPack(pack, packs, clock);
  const unwritten = await writeNew(folder, files);
  if (unwritten !== undefined) return refuse([...faults, unwritten]);
  io.stderr(renderDiagnostics(faults, lang));
  io.stdout(`${renderWritten(folder, owed, lang)}\n`);
  return STATUS.ok;
}

/** The packs in use that are for a subject and stand above a place, or are for the whole nation. */
function packsAbove(
  { library }: Packs,
  subject: Subject | undefined,
  county: string | undefined,
): readonly Manifest[] {
  const manifests = [...library.packs.values()]
    .map(({ manifest }) => manifest)
    .filter(({ subjects }) => subjects.length === 0 || subjects.some((each) => each === subject));
  return manifests.filter(({ jurisdiction }) =>
    county === undefined
      ? standsAtOrAbove(jurisdiction, NATION)
      : standsAbove(jurisdiction, county),
  );
}

function checkGround(
  name: string,
  { library, records }: Packs,
  above: readonly Manifest[],
  { county, packs }: InitOptions,
): readonly Diagnostic[] {
  const bad = (option: string, value: string, zh: string, en: string): Diagnostic =>
    diagnostic('bad-option', { option, value, ...said('expected', { zh, en }) });
  if (library.packs.has(name))
    return [bad('NAME', name, '尚未使用的规则包名称', 'a name that no pack in use has')];
  if (county === NATION)
    return [
      bad(
        '--county',
        county,
        '省、市、县、乡的区划代码',
        'the code of a province, county or township',
      ),
    ];
  const given = (packs ?? []).join(' ');
  if (above.length === 0)
    return [bad('--packs', given, '适用于上级地区的规则包', 'packs of a place above it')];
  if (county === undefined && !records.has(STARTER_RECORD)) {
    return [
      bad(
        '--packs',
        given,
        `含有 ${STARTER_RECORD} 记录的规则包`,
        `packs with records of kind ${STARTER_RECORD}`,
      ),
    ];
  }
  return [];
}

function renderWritten(folder: string, owed: number | undefined, lang: Language): string {
  const out = plain(folder);
  if (lang === 'zh') {
    const what = owed === undefined ? '' : `：${owed}项标准待本地规定，各附示例，去掉注释即可填写`;
    return `已写入 ${out}${what}\n下一步：qingdan lint ${out} && qingdan test ${out}`;
  }
  const figures = `${owed ?? 0} figure${owed === 1 ? '' : 's'}`;
  const what =
    owed === undefined ? 'written' : `written; ${figures} to set, each with an example in comments`;
  return `${out}: ${what}\nnext: qingdan lint ${out} && qingdan test ${out}`;
}
