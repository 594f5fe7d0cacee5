import { convertCell } from '../../tables/cells/convert-cell.js';
import { plain } from '../../tables/cells/plain.js';
import type { Vocabulary } from '../../tables/cells/vocabulary.js';
import type { Column } from '../../tables/rows/find-header.js';
import { type Cell, isBlank, type Row, textOfCell } from '../../tables/sheet/cell.js';
import { NONE_WORDS } from '../../tables/suggest/synonyms.js';
import { documentOf, type ReadSteps, type WordMeant } from './events-of-table.js';
import { matchTitle, type Titled } from './match-steps.js';

/** More different words than this are no posts and no papers. */
const MOST = 40;

/** The posts that a table calls as no role is called. */
export function suggestRoles(cells: readonly Cell[], { roles }: Vocabulary): readonly WordMeant[] {
  if (roles.size === 0) return [];
  const known = [...roles].map(([id, title]) => ({ id, title }));
  const open: WordMeant[] = [];
  for (const word of wordsOf(cells)) {
    const role = convertCell(
      word,
      { type: { kind: 'role' }, perUnit: 1 },
      { roles, bodies: new Map() },
    );
    if (typeof role?.value === 'string' && roles.has(role.value)) continue;
    if (open.length >= MOST) break;
    const match = matchTitle(word, known);
    if (match.kind === 'none') {
      open.push({ word, nearest: match.nearest });
      continue;
    }
    const title = roles.get(match.id)?.zh;
    open.push({ word, id: match.id, nearest: [], ...(title === undefined ? {} : { title }) });
  }
  return open;
}

/** What the papers of a table are to the steps that they are attached to. */
export function suggestDocuments(
  rows: readonly Row[],
  column: Column,
  { documentsOf }: ReadSteps,
): readonly WordMeant[] {
  const meant = new Map<
    string,
    { readonly ids: Set<string | undefined>; near: readonly Titled[] }
  >();
  for (const row of rows) {
    const known = documentsOf(row);
    for (const word of wordsOf([row.cells[column.index]])) {
      for (const part of word.split(/[、;；,，\n]/u).map((each) => each.trim())) {
        if (part === '' || (known.length === 0 && !meant.has(part))) continue;
        const found = meant.get(part) ?? { ids: new Set(), near: known };
        meant.set(part, found);
        if (known.length > 0) found.ids.add(documentOf(part, known));
      }
    }
  }
  return [...meant].slice(0, MOST).flatMap(([word, { ids, near }]): WordMeant[] => {
    const [id] = ids;
    if (id === word && ids.size === 1) return [];
    // A word stands for one paper in a mapping, whatever the step.
    if (id === undefined || ids.size > 1) return [{ word, nearest: few(near, word) }];
    const title = near.find((each) => each.id === id)?.title.zh;
    return [{ word, id, nearest: [], ...(title === undefined ? {} : { title }) }];
  });
}

/** The papers of one step are all named; of many, those that are like the word. */
function few(papers: readonly Titled[], word: string): readonly Titled[] {
  if (papers.length <= FEW) return papers;
  const match = matchTitle(word, papers);
  return match.kind === 'none' ? match.nearest : [];
}

const FEW = 5;

function wordsOf(cells: readonly Cell[]): ReadonlySet<string> {
  const words = cells
    .filter((cell) => !isBlank(cell))
    .map((cell) => textOfCell(cell).slice(0, 200).trim());
  return new Set(words.filter((word) => !NONE_WORDS.includes(plain(word))));
}
