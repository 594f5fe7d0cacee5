import { type Diagnostic, diagnostic, type Interval, printEnd, type Span } from '@qingdan/core';
import type { Library } from '../library.js';
import { citingPlaces } from './citations.js';
import { datedDocuments } from './documents.js';

/** Whatever has two ends holds on one day at least. */
export function checkEmptyIntervals(library: Library): Diagnostic[] {
  const intervals: { interval: Interval; span: Span }[] = [
    ...datedDocuments(library)
      .flat()
      .map(({ effective, span }) => ({ interval: effective, span })),
    ...[...library.instruments.values()].map(({ effective, span }) => ({
      interval: effective,
      span,
    })),
    ...[...library.parameters.values()].flat().flatMap(({ values }) => values),
    ...citingPlaces(library).flatMap(({ basis }) => basis),
    ...[...library.packs.values()].flatMap(({ manifest }) => manifest.waivers),
  ];
  return intervals.flatMap(({ interval: { from, until }, span }) =>
    from === undefined || until === undefined || from < until
      ? []
      : [diagnostic('empty-interval', { from: printEnd(from), until: printEnd(until) }, span)],
  );
}
