import type { Library } from '../../library.js';

/** The roles whose holder fills a place: the role itself, and higher ranks of the same body. */
export function rolesThatFill({ roles }: Library, id: string): readonly string[] {
  const { body, rank } = roles.get(id) ?? {};
  if (body === undefined || rank === undefined) return [id];
  const above = [...roles.values()].filter(
    (other) => other.body === body && other.rank !== undefined && other.rank > rank,
  );
  return [id, ...above.map((other) => other.id)];
}
