import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { AREAS } from './areas.js';
import { renderBars, renderPage, renderSection, type Section } from './render.js';
import { FULL, QUICK } from './scales.js';
import { geometricMean, pace } from './timing/pace.js';

const PAGE = new URL('../../../../docs/benchmarks.md', import.meta.url);

/** Measures what is asked for, prints it, and writes the page if all of it was measured in full. */
export async function bench(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { quick: { type: 'boolean', default: false } },
  });
  const unknown = positionals.find((name) => AREAS.every((area) => area.name !== name));
  if (unknown !== undefined) {
    const known = AREAS.map(({ name }) => name).join(', ');
    throw new Error(`there is nothing to measure called \`${unknown}\`: use ${known}`);
  }
  const areas =
    positionals.length === 0 ? AREAS : AREAS.filter(({ name }) => positionals.includes(name));
  const sections: Section[] = [];
  let before = await pace();
  for (const area of areas) {
    const measured = await area.measure(values.quick ? QUICK : FULL);
    // A machine that others share is not as fast from one minute to the next.
    const after = await pace();
    const section = { area, measured, pace: geometricMean([before, after]) };
    before = after;
    console.log(`${renderSection(section)}\n\n${renderBars([section])}\n`);
    sections.push(section);
  }
  if (sections.length === AREAS.length && !values.quick) writeFileSync(PAGE, renderPage(sections));
}
