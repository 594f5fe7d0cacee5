import type { LeafCount, Way } from './count.js';

/** What no test can show of a leaf. */
export interface Exemption {
  readonly item: string;
  /** As the rule names the leaf; absent: each leaf of the item. */
  readonly leaf?: string;
  readonly ways: readonly Way[];
  readonly reason: string;
}

const OWN_BOOKS =
  'the record at hand stands in the books it is added up with: a set of books that is unknown is missed there as well';

export const EXEMPTIONS: readonly Exemption[] = [
  {
    item: 'village.no-power.seal-use#NO_POWER',
    ways: ['off'],
    reason:
      'certificates are one power and all other matters the other: one of the two is always exercised',
  },
  {
    item: 'village.seal-use.meeting-first',
    leaf: 'not-certificate',
    ways: ['on'],
    reason:
      'a certificate is no major use either, so that this alone never keeps the duty from being breached',
  },
  {
    item: 'village.exp-over-budget',
    leaf: 'collective-books',
    ways: ['unknown'],
    reason: OWN_BOOKS,
  },
  {
    item: 'village.exp-over-budget',
    leaf: 'committee-books',
    ways: ['unknown'],
    reason: OWN_BOOKS,
  },
  {
    item: 'village.exp-offcycle-burst',
    leaf: 'in-december',
    ways: ['unknown'],
    reason:
      'the record at hand stands in the books it is added up with: a day that is unknown is missed there as well',
  },
];

export function isExempt(count: LeafCount, way: Way, { item, leaf, ways }: Exemption): boolean {
  return item === count.item && (leaf === undefined || leaf === count.id) && ways.includes(way);
}
