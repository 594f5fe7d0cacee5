import { plainHeader } from './plain.js';

/** What people call posts and bodies every day, and what the packs call them; each is tried once, in this order. */
const EVERYDAY: readonly (readonly [RegExp, string])[] = [
  [/\(居\)/gu, ''],
  [/^(村|居)?(监委会|监会|监督委员会)/u, '村务监督委员会'],
  [/^居务监督/u, '村务监督'],
  [/^村(民?)委会?(?!员)/u, '村民委员会'],
  [/^居委会?(?!员)/u, '居民委员会'],
  [/^村(副?主任)$/u, '村民委员会$1'],
  [/^社区(副?主任)$/u, '居民委员会$1'],
  [/^村?(党组织|党支部|党总支|支部)?书记$/u, '党组织书记'],
  [/^村?支书$/u, '党组织书记'],
  [/^(村|社区)(党委|党组织|党支部|党总支|支部)书记$/u, '党组织书记'],
  [/^(村|社区)?(党组织|党支部|党总支|支部)(副书记|委员)$/u, '党组织$3'],
  [/^(村|社区)党委(副书记|委员)$/u, '党组织$2'],
  [/^(副书记|村?副支书|村副书记|社区副书记)$/u, '党组织副书记'],
  [/^支委$/u, '党组织委员'],
  [/^(村民小组长|村民组长|村小组长|小组长)$/u, '村民小组组长'],
  [/^(股份)?(经济)?(联合社|合作社|理事会)(副?理事长|理事)$/u, '$4'],
  [/^(股份)?(经济)?(联合社|合作社|监事会)(监事长|监事)$/u, '$4'],
  [/^村?(会计|出纳)员$/u, '$1'],
  [/委员会成员$/u, '委员会委员'],
  [/^村(会计|出纳|报账员)$/u, '$1'],
  [/^文书$/u, '村文书'],
];

/** A post or a body as it is compared: 村主任 is 村民委员会主任, and 监委会成员 is 村（居）务监督委员会委员. */
export function plainTitle(text: string): string {
  return EVERYDAY.reduce(
    (title, [found, formal]) => title.replace(found, formal),
    plainHeader(text),
  );
}
