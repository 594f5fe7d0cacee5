import type { Book } from '@qingdan/core';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { Books } from './books.js';

const seed = Number(process.env.QINGDAN_SEED ?? 20260301);
vi.setConfig({ testTimeout: 60_000 });
const CLOCK = 100;

type Covers = readonly [
  organisation: string | undefined,
  first?: number | undefined,
  last?: number,
];

function covers(
  books: readonly Omit<Book, 'kind'>[],
  [organisation, first, last]: Covers,
): boolean {
  return new Books(books.map((book) => ({ kind: 'meeting', ...book }))).covers(
    'meeting',
    organisation,
    first,
    last,
    CLOCK,
  );
}

describe('complete books', () => {
  it.each<[string, readonly Omit<Book, 'kind'>[], Covers, boolean]>([
    ['no books at all', [], ['V1', 10, 20], false],
    ['a window inside', [{ from: 10, until: 21 }], ['V1', 10, 20], true],
    ['a window whose last day is the end', [{ from: 10, until: 20 }], ['V1', 10, 20], false],
    ['a window that begins a day earlier', [{ from: 11, until: 30 }], ['V1', 10, 20], false],
    ['a window that ends with the clock', [{}], ['V1', 10, CLOCK], true],
    ['a window that reaches past the clock', [{}], ['V1', 10, CLOCK + 1], false],
    ['a window without beginning, in books without', [{ until: 30 }], ['V1', undefined, 20], true],
    [
      'a window without beginning, in books that begin',
      [{ from: 1 }],
      ['V1', undefined, 20],
      false,
    ],
    ['a window without end, in books past the clock', [{ from: 5, until: 101 }], ['V1', 5], true],
    ['a window without end, in books up to the clock', [{ from: 5, until: 100 }], ['V1', 5], false],
    ['no window, in books without ends', [{}], ['V1'], true],
    ['no window, in books that begin', [{ from: 1 }], ['V1'], false],
    ['no window, in books that end', [{ until: 100 }], ['V1'], false],
    ['no window, in books that end after the clock', [{ until: 101 }], ['V1'], true],
    ['the books of this organisation', [{ organisation: 'V1' }], ['V1', 10, 20], true],
    ['the books of another', [{ organisation: 'V2' }], ['V1', 10, 20], false],
    ['the books of one, asked for all', [{ organisation: 'V1' }], [undefined, 10, 20], false],
    ['the books of all, asked for all', [{}], [undefined, 10, 20], true],
    ['one of several', [{ from: 50 }, { from: 5, until: 30 }], ['V1', 10, 20], true],
    [
      'two that adjoin',
      [
        { from: 5, until: 15 },
        { from: 15, until: 30 },
      ],
      ['V1', 10, 20],
      true,
    ],
    [
      'two that overlap',
      [
        { from: 12, until: 30 },
        { from: 5, until: 15 },
      ],
      ['V1', 10, 20],
      true,
    ],
    [
      'two a day apart',
      [
        { from: 5, until: 15 },
        { from: 16, until: 30 },
      ],
      ['V1', 10, 20],
      false,
    ],
    [
      'two that adjoin, of two organisations',
      [
        { organisation: 'V1', from: 5, until: 15 },
        { organisation: 'V2', from: 15, until: 30 },
      ],
      ['V1', 10, 20],
      false,
    ],
    [
      'two that adjoin, one of them of all organisations',
      [
        { organisation: 'V1', from: 5, until: 15 },
        { from: 15, until: 30 },
      ],
      ['V1', 10, 20],
      true,
    ],
    ['two that make everything', [{ until: 15 }, { from: 15 }], ['V1'], true],
  ])('are asked of %s', (_, books, asked, expected) => {
    expect(covers(books, asked)).toBe(expected);
  });

  it('of one kind say nothing of another', () => {
    expect(new Books([{ kind: 'meeting' }]).covers('payment', 'V1', 1, 2, CLOCK)).toBe(false);
  });

  it('are listed by organisation, with those of all', () => {
    const own = { kind: 'meeting', organisation: 'V1' };
    const everybody = { kind: 'meeting', from: 5 };
    const books = new Books([own, { kind: 'meeting', organisation: 'V2' }, everybody]);
    expect(books.of('meeting', 'V1')).toEqual([own, everybody]);
    expect(books.of('payment', 'V1')).toEqual([]);
  });

  it(`cover a window exactly when some book holds each of its days (seed ${String(seed)})`, () => {
    const day = fc.integer({ min: 0, max: 12 });
    const book = fc.record(
      { from: day, until: day, organisation: fc.constantFrom('V1', 'V2') },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        fc.array(book, { maxLength: 5 }),
        day,
        fc.nat({ max: 5 }),
        (books, first, more) => {
          const last = first + more;
          const days = Array.from({ length: more + 1 }, (_, index) => first + index);
          const expected = days.every((each) =>
            books.some(
              ({ from = -Infinity, until = Infinity, organisation = 'V1' }) =>
                organisation === 'V1' && from <= each && each < until,
            ),
          );
          expect(covers(books, ['V1', first, last])).toBe(expected);
        },
      ),
      { seed, numRuns: 2000 },
    );
  });
});
