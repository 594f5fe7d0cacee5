import type { Body, Role } from '@qingdan/core';
import { get, integerOf } from '../read/node.js';
import type { DocumentText } from '../read/read-pack.js';
import { localizedOf, subjectsOf } from '../read/read-values.js';
import type { Context } from './names.js';
import { idAt } from './references.js';

export function bindRole({ id, node, span }: DocumentText, context: Context): Role | undefined {
  const title = localizedOf(get(node, 'title'));
  const body = idAt(get(node, 'body'), 'Body', context);
  const rank = integerOf(get(node, 'rank'));
  const seats = integerOf(get(node, 'seats'));
  const subjects = subjectsOf(get(node, 'subjects'));
  const declared = body === undefined ? undefined : context.names.declaration('Body', body);
  if (body !== undefined && declared !== undefined && rank !== undefined) {
    // A higher rank fills the places of a lower one, so that a new role could loosen inherited authority.
    if (declared.pack !== context.pack) {
      const params = { id, body, pack: declared.pack };
      const related = declared.documents.map((document) => document.span);
      context.report.add('foreign-rank', params, get(node, 'rank')?.span ?? span, related);
      return undefined;
    }
  }
  if (title === undefined) return undefined;
  return {
    id,
    title,
    span,
    ...(body === undefined ? {} : { body }),
    ...(rank === undefined ? {} : { rank }),
    ...(seats === undefined ? {} : { seats }),
    ...(subjects === undefined ? {} : { subjects }),
  };
}

export function bindBody({ id, node, span }: DocumentText): Body | undefined {
  const title = localizedOf(get(node, 'title'));
  const subjects = subjectsOf(get(node, 'subjects'));
  return title === undefined
    ? undefined
    : { id, title, span, ...(subjects === undefined ? {} : { subjects }) };
}
