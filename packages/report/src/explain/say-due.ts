import { Duration, type Explanation } from '@qingdan/core';
import { say } from '../locale/messages.js';
import { sayExpression } from '../sentences/say-expression.js';
import type { Speech } from '../sentences/speech.js';
import { sayValue } from '../values/say-value.js';

/** Until when a duty had to be done, and how that was counted. */
export function sayDue({ due, revision }: Explanation, speech: Speech): string | undefined {
  const { lang } = speech;
  if (due === undefined) return undefined;
  const day = sayValue(due, { kind: 'date' }, speech);
  const deadline = revision?.kind === 'Responsibility' ? revision.due : undefined;
  const within = deadline?.within.kind === 'literal' ? deadline.within.value : undefined;
  const sameDay = within instanceof Duration && within.count === 0;
  return deadline === undefined || sameDay
    ? say(lang, 'explain.due', { due: day })
    : say(lang, 'explain.due.counted', {
        due: day,
        of: sayExpression(deadline.of, speech),
        within: sayExpression(deadline.within, speech),
      });
}
