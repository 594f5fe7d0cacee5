import {
  type CheckReport,
  compareText,
  type Language,
  renderDiagnostic,
  sortDiagnostics,
} from '@qingdan/core';
import { say } from '../locale/messages.js';
import { escapeText, tidyText } from '../values/escape.js';
import { maskNumbers } from '../values/mask.js';
import { sayInterval } from '../values/say-date.js';
import type { Page } from './page.js';
import { renderAdditions } from './render-additions.js';

/** What would let more be judged, what could not be judged for want of a register, the waivers in force, and what is wrong with the inputs. */
export function renderAppendix(report: CheckReport, lang: Language, page: Page): void {
  renderAdditions(report, lang, page);
  renderUnavailable(report, lang, page);
  renderWaivers(report, lang, page);
  renderDiagnostics(report, lang, page);
}

function renderUnavailable({ unavailable }: CheckReport, lang: Language, page: Page): void {
  if (unavailable.length === 0) return;
  page.gap();
  page.add(say(lang, 'text.unavailable'), { colour: 'bold' });
  for (const { label, items } of [...unavailable].sort((a, b) => compareText(a.needs, b.needs))) {
    page.add(
      say(lang, 'text.unavailable.row', {
        label: tidyText(label[lang]),
        items: [...items].sort(compareText).join(say(lang, 'list.comma')),
      }),
      { indent: 2 },
    );
  }
}

function renderWaivers({ waivers }: CheckReport, lang: Language, page: Page): void {
  if (waivers.length === 0) return;
  page.gap();
  page.add(say(lang, 'text.waivers'), { colour: 'bold' });
  for (const { item, parameter, document, approver, reason, interval } of waivers) {
    page.add(
      say(lang, 'text.waiver', {
        what: item ?? parameter ?? '',
        document: tidyText(document),
        approver: tidyText(approver.name),
        reason: tidyText(reason[lang]),
        interval: sayInterval(interval, lang),
      }),
      { indent: 2 },
    );
  }
}

function renderDiagnostics({ diagnostics }: CheckReport, lang: Language, page: Page): void {
  if (diagnostics.length === 0) return;
  page.gap();
  page.add(say(lang, 'text.diagnostics'), { colour: 'bold' });
  for (const item of sortDiagnostics(diagnostics)) {
    const { code, severity, message, file, range, help } = renderDiagnostic(item, lang);
    const place =
      range === null
        ? (file ?? '')
        : `${String(file)}:${String(range.start.line)}:${String(range.start.column)}`;
    page.add(
      say(lang, 'text.diagnostic', {
        severity: say(lang, `text.severity.${severity}`),
        code,
        place: escapeText(place),
        message: escapeText(maskNumbers(message), 600),
      }),
      { indent: 2 },
    );
    if (help !== '')
      page.add(say(lang, 'text.diagnostic.help', { help: escapeText(help, 600) }), {
        indent: 4,
        colour: 'dim',
      });
  }
}
