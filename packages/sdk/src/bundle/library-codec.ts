import { Duration, Fraction, NONE, Period, Range, SourceText, StructType } from '@qingdan/core';
import type { Library } from '@qingdan/language';
import { parse, stringify } from 'devalue';

/** A library as JSON without spaces, in which what is shared stands once, and what isn't plain stands under a name. */
export function encodeLibrary(library: Library): string {
  const text = stringify(library, {
    Span: (value: unknown) => isSpan(value) && value.source,
    Source: (value: unknown) => value instanceof SourceText && value.file,
    Struct: (value: unknown) => value instanceof StructType && value.fields,
    Duration: (value: unknown) => value instanceof Duration && [value.count, value.unit],
    Fraction: (value: unknown) => value instanceof Fraction && [value.n, value.d],
    Period: (value: unknown) => value instanceof Period && [value.from, value.until],
    Range: (value: unknown) => value instanceof Range && [value.low, value.high],
    None: (value: unknown) => value === NONE,
  });
  // As JSON itself writes it: the digest must not depend on who escaped what.
  return JSON.stringify(JSON.parse(text));
}

/**
 * The library that a text was made from. Of places only the file is kept: the text of the policies is not in it.
 *
 * @throws where the text is not of this form
 */
export function decodeLibrary(text: string): Library {
  const library = parse(text, {
    Span: (source: SourceText) => ({ source, start: 0, end: 0 }),
    Source: (file: string) => new SourceText(file, ''),
    Struct: (fields: ConstructorParameters<typeof StructType>[0]) => new StructType(fields),
    Duration: ([count, unit]: ConstructorParameters<typeof Duration>) => new Duration(count, unit),
    Fraction: ([n, d]: ConstructorParameters<typeof Fraction>) => new Fraction(n, d),
    Period: ([from, until]: ConstructorParameters<typeof Period>) => new Period(from, until),
    Range: ([low, high]: ConstructorParameters<typeof Range>) => new Range(low, high),
    None: () => NONE,
  }) as Library;
  if (!isTree(library)) throw new RangeError('the text holds a circle');
  return library;
}

/** Deeper nesting than the language allows is no policy. */
const DEPTH_LIMIT = 400;

/** Whether nothing holds itself, so that whoever follows it comes to an end. */
function isTree(root: unknown): boolean {
  const done = new Set<unknown>();
  const open = new Set<unknown>();
  const visit = (value: unknown, depth: number): boolean => {
    if (typeof value !== 'object' || value === null || done.has(value)) return true;
    if (depth > DEPTH_LIMIT || open.has(value)) return false;
    open.add(value);
    const parts =
      value instanceof Map
        ? [...value].flat()
        : value instanceof Set
          ? [...value]
          : Object.values(value);
    const isFine = parts.every((part) => visit(part, depth + 1));
    open.delete(value);
    done.add(value);
    return isFine;
  };
  return visit(root, 0);
}

function isSpan(value: unknown): value is { source: SourceText } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'source' in value &&
    value.source instanceof SourceText
  );
}
