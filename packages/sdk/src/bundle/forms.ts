import { Duration, Fraction, NONE, Period, Range, SourceText, StructType } from '@qingdan/core';

/** How a value that isn't plain is written: its name, then the parts it is made of. */
export function formOf(value: unknown): readonly [name: string, ...parts: unknown[]] | undefined {
  if (value === undefined) return ['Unknown'];
  if (value === NONE) return ['None'];
  if (typeof value === 'bigint') return ['BigInt', String(value)];
  if (value instanceof Map) return ['Map', ...[...(value as Map<unknown, unknown>)].flat(1)];
  if (value instanceof Set) return ['Set', ...(value as Set<unknown>)];
  if (value instanceof SourceText) return ['Source', value.file];
  if (value instanceof StructType) return ['Struct', ...value.fields];
  if (value instanceof Duration) return ['Duration', value.count, value.unit];
  if (value instanceof Fraction) return ['Fraction', value.n, value.d];
  if (value instanceof Period) return ['Period', value.from, value.until];
  if (value instanceof Range) return ['Range', value.low, value.high];
  return undefined;
}

/** What makes a value again of the parts under its name. */
export const MAKERS: ReadonlyMap<unknown, (parts: never) => unknown> = new Map(
  Object.entries<(parts: never) => unknown>({
    Unknown: () => undefined,
    None: () => NONE,
    BigInt: ([digits]: [string]) => BigInt(digits),
    Map: (parts: readonly unknown[]) => mapOf(parts),
    Set: (parts: readonly unknown[]) => new Set(parts),
    // Of places only the file is kept: the text of the policies is not in a bundle.
    Source: ([file]: [string]) => new SourceText(file, ''),
    Span: ([source]: [SourceText]) => ({ source, start: 0, end: 0 }),
    Struct: (fields: ConstructorParameters<typeof StructType>[0]) => new StructType(fields),
    Duration: ([count, unit]: ConstructorParameters<typeof Duration>) => new Duration(count, unit),
    Fraction: ([n, d]: ConstructorParameters<typeof Fraction>) => new Fraction(n, d),
    Period: ([from, until]: ConstructorParameters<typeof Period>) => new Period(from, until),
    Range: ([low, high]: ConstructorParameters<typeof Range>) => new Range(low, high),
  }),
);

function mapOf(parts: readonly unknown[]): Map<unknown, unknown> {
  const map = new Map<unknown, unknown>();
  for (let at = 0; at < parts.length; at += 2) map.set(parts[at], parts[at + 1]);
  return map;
}
