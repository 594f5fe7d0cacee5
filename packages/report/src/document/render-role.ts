import type { Body, Role } from '@qingdan/core';
import { say, sayList } from '../locale/messages.js';
import { tidyText } from '../values/escape.js';
import type { DocumentPage } from './document-page.js';

/** A post: the body it belongs to, and who may stand in by rank. */
export function renderRole({ id, body, rank }: Role, on: DocumentPage): void {
  const { page, policy, speech } = on;
  const { lang } = speech;
  if (body === undefined) return;
  page.add(say(lang, 'document.role.body', { body: titleOfBody(body, on) }), { indent: 2 });
  if (rank === undefined) return;
  const above = [...policy.roles.values()].filter(
    (other) => other.id !== id && other.body === body && (other.rank ?? 0) > rank,
  );
  if (above.length === 0) return;
  page.add(
    say(lang, 'document.role.standIns', { roles: sayList(lang, titles(above, on), 'list.or') }),
    { indent: 2 },
  );
}

/** A body: the posts in it. */
export function renderBody({ id }: Body, on: DocumentPage): void {
  const { page, policy, speech } = on;
  const posts = [...policy.roles.values()].filter(({ body }) => body === id);
  if (posts.length === 0) return;
  page.add(
    say(speech.lang, 'document.body.roles', { roles: sayList(speech.lang, titles(posts, on)) }),
    { indent: 2 },
  );
}

function titles(roles: readonly Role[], { speech: { lang } }: DocumentPage): string[] {
  return roles.map(({ title, id }) => say(lang, 'note', { text: tidyText(title[lang]), note: id }));
}

function titleOfBody(id: string, { policy, speech: { lang } }: DocumentPage): string {
  return say(lang, 'note', { text: tidyText(policy.bodies.get(id)?.title[lang] ?? id), note: id });
}
