import type { Condition, Item, Power, Prohibition, Responsibility } from '@qingdan/core';
import { match } from 'ts-pattern';
import { sayPack } from '../explain/say-law.js';
import { say, sayList } from '../locale/messages.js';
import { sayCondition } from '../sentences/say-condition.js';
import { sayExpression } from '../sentences/say-expression.js';
import { sayRole, sayRowAsk, sayRowWhen } from '../sentences/say-power-clause.js';
import type { Speech } from '../sentences/speech.js';
import type { Page } from '../text/page.js';
import { renderParts, sayPart } from './render-condition.js';
import { tidyText } from '../values/escape.js';

/** What an item says, as a rule: when it applies and what it asks or forbids. */
export function renderRule(item: Item, speech: Speech, page: Page): void {
  match(item)
    .with({ kind: 'Prohibition' }, (prohibition) => renderProhibition(prohibition, speech, page))
    .with({ kind: 'Power' }, (power) => renderPower(power, speech, page))
    .with({ kind: 'Responsibility' }, (duty) => renderResponsibility(duty, speech, page))
    .exhaustive();
}

function renderProhibition(item: Prohibition, speech: Speech, page: Page): void {
  const { lang } = speech;
  const { appliesTo, appliesWhen, violatedWhen, also } = item;
  page.add(
    appliesTo.kind === 'records'
      ? say(lang, 'item.applies.records', { kind: labelOf(appliesTo.record, speech) })
      : say(lang, 'item.applies.periods', { per: say(lang, `unit.${appliesTo.per}`) }),
    INDENT,
  );
  if (appliesWhen !== undefined) renderClaim('item.appliesWhen', appliesWhen, speech, page);
  renderClaim('item.violatedWhen', violatedWhen, speech, page);
  if (violatedWhen.kind === 'any') {
    for (const branch of violatedWhen.of) {
      if (branch.branch === undefined) continue;
      page.add(
        say(lang, 'item.branch', {
          sentence: sayCondition(branch, speech),
          nature: say(lang, `nature.${branch.branch.nature ?? item.nature}`),
          severity: say(lang, `severity.${branch.branch.severity ?? item.severity}`),
        }),
        { indent: 4 },
      );
    }
  }
  for (const { condition, pack } of also) {
    page.add(
      say(lang, 'item.also', {
        pack: sayPack(pack, speech),
        sentence: sayCondition(condition, speech),
      }),
      INDENT,
    );
  }
}

/** A condition in one sentence, and below it part by part. */
function renderClaim(
  key: 'item.appliesWhen' | 'item.violatedWhen' | 'item.fulfilledWhen',
  condition: Condition,
  speech: Speech,
  page: Page,
): void {
  page.add(say(speech.lang, key, { sentence: sayPart(condition, speech) }), INDENT);
  renderParts(condition, speech, page, 4);
}

function renderPower(power: Power, speech: Speech, page: Page): void {
  const { lang, policy } = speech;
  const { governs, authority, disclosure } = power;
  const kind = labelOf(governs.record, speech);
  const bodies = power.holders.map((body) => policy.bodies.get(body)?.title[lang] ?? body);
  page.add(
    governs.when === undefined
      ? say(lang, 'item.governs', { kind })
      : say(lang, 'item.governs.when', { kind, sentence: sayCondition(governs.when, speech) }),
    INDENT,
  );
  page.add(say(lang, 'item.holders', { bodies: sayList(lang, bodies, 'list.or') }), INDENT);
  page.add(
    say(lang, 'item.capacities', {
      capacities: sayList(
        lang,
        power.capacities.map((name) => say(lang, `capacity.${name}`)),
      ),
    }),
    INDENT,
  );
  if (authority.length > 0) page.add(say(lang, 'item.authority'), INDENT);
  for (const row of authority) {
    const when = sayRowWhen(power, row, speech);
    const ask = sayRowAsk(row, speech);
    page.add(
      when === '' ? say(lang, 'power.row.plain', { ask }) : say(lang, 'power.row', { when, ask }),
      { indent: 4 },
    );
  }
  for (const { role, pack } of power.alsoApprovedBy) {
    page.add(
      say(lang, 'item.alsoApproved', { role: sayRole(role, speech), pack: sayPack(pack, speech) }),
      { indent: 4 },
    );
  }
  if (power.risks.length > 0) page.add(say(lang, 'item.risks'), INDENT);
  for (const { point, level, prevention } of power.risks) {
    page.add(
      say(lang, 'item.risk', {
        level: say(lang, `risk.${level}`),
        point: tidyText(point[lang]),
        prevention: tidyText(prevention[lang]),
      }),
      { indent: 4 },
    );
  }
  if (disclosure !== undefined) {
    const what = tidyText(disclosure.what[lang]);
    page.add(
      disclosure.within === undefined
        ? say(lang, 'item.disclosure', { what })
        : say(lang, 'item.disclosure.within', {
            what,
            within: sayExpression(disclosure.within.within, speech),
            of: sayExpression(disclosure.within.of, speech),
          }),
      INDENT,
    );
  }
  if (power.procedure !== undefined)
    page.add(say(lang, 'item.procedure', { procedure: power.procedure }), INDENT);
  const { noDuty, noProhibition, noProcedure } = power;
  for (const [key, reason] of Object.entries({ noDuty, noProhibition, noProcedure })) {
    if (reason === undefined) continue;
    page.add(
      say(lang, `item.${key as 'noDuty' | 'noProhibition' | 'noProcedure'}`, {
        reason: tidyText(reason[lang]),
      }),
      INDENT,
    );
  }
}

function renderResponsibility(item: Responsibility, speech: Speech, page: Page): void {
  const { lang } = speech;
  page.add(say(lang, 'item.role', { role: sayRole(item.role, speech) }), INDENT);
  page.add(say(lang, 'item.duty', { duty: tidyText(item.duty[lang]) }), INDENT);
  if (item.appliesWhen !== undefined) {
    renderClaim('item.appliesWhen', item.appliesWhen, speech, page);
  }
  renderClaim('item.fulfilledWhen', item.fulfilledWhen, speech, page);
  if (item.due !== undefined) {
    page.add(
      say(lang, 'item.due', {
        of: sayExpression(item.due.of, speech),
        within: sayExpression(item.due.within, speech),
      }),
      INDENT,
    );
  }
}

const INDENT = { indent: 2 } as const;

function labelOf(kind: string, { policy, lang }: Speech): string {
  return policy.records.get(kind)?.label[lang] ?? kind;
}
