import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { askBoth, DIVERGENCES } from './divergences.js';
import { differs, divergencesPage, PAGE } from './page.js';

const about = (name: string) => DIVERGENCES.filter((each) => each.about === name);

describe('where json-rules-engine and an imported rule part', () => {
  it.each(about('absent facts'))('an absent fact is undetermined: $conditions', async (each) => {
    expect((await askBoth(each)).here).toBe('undetermined');
  });

  it('an absent fact may make json-rules-engine accuse, and clear', async () => {
    const answers = await Promise.all(about('absent facts').map(askBoth));
    const lenient = answers.map((answer) => answer.lenient);
    expect(lenient).toContain('fires');
    expect(lenient).toContain('does not fire');
    // A path that leads nowhere is no absent fact to the library.
    expect(answers.filter(({ there }) => there !== 'error').map(({ there }) => there)).toEqual([
      'fires',
    ]);
  });

  it('a numeric string is a number here, and there only where it is put in order beside a number', async () => {
    const answers = await Promise.all(about('numeric strings').map(askBoth));
    expect(answers.map(({ there, here }) => [there, here])).toEqual([
      ['does not fire', 'violated'],
      ['fires', 'satisfied'],
      ['does not fire', 'violated'],
      ['fires', 'violated'],
      ['does not fire', 'violated'],
    ]);
  });

  it.each([
    ['`in` on a string', 'fires', 'refused: `in` on a text'],
    ['empty `any`', 'fires', 'refused: an empty `any`'],
    ['`everyFact` on an empty list', 'fires', 'violated'],
    ['a month where a day may stand', 'fires', 'undetermined'],
  ])('%s: %s there, %s here', async (name, there, here) => {
    const [each] = about(name);
    const answers = await askBoth(each!);
    expect(answers.there).toBe(there);
    expect(answers.here).toContain(here);
  });

  it('they differ in all that is listed but an empty list under everyFact', async () => {
    const alike: string[] = [];
    for (const each of DIVERGENCES) if (!differs(await askBoth(each))) alike.push(each.about);
    // A numeric string beside a number is put in order alike.
    expect(alike).toEqual(['numeric strings', '`everyFact` on an empty list']);
  });
});

it('docs/json-rules-engine.md is what the engines say today', async () => {
  expect(readFileSync(PAGE, 'utf8')).toBe(await divergencesPage());
});
