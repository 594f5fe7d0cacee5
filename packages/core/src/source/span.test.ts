import { describe, expect, it } from 'vitest';
import { placeOf, SourceText } from './span.js';

const source = new SourceText('a.yaml', 'one\n二\r\n\nlast');

describe('places in a text', () => {
  it.each<[number, number, number]>([
    [0, 1, 1],
    [3, 1, 4],
    [4, 2, 1],
    [5, 2, 2],
    [7, 3, 1],
    [8, 4, 1],
    [12, 4, 5],
  ])('offset %s is line %s, column %s', (offset, line, column) => {
    expect(source.position(offset)).toEqual({ line, column });
  });

  it('are written as file, line and column', () => {
    expect(placeOf({ source, start: 8, end: 9 })).toBe('a.yaml:4:1');
  });

  it('of an empty text are its beginning', () => {
    expect(new SourceText('a', '').position(0)).toEqual({ line: 1, column: 1 });
  });
});
