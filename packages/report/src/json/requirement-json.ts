import type { Change, Explanation, RecordNode, RecordType } from '@qingdan/core';
import { explainParagraph, sayTitle, speechFor } from '../explain/explain.js';
import { factAt } from '../explain/fact-at.js';
import { sayChange } from '../explain/say-change.js';
import { say } from '../locale/messages.js';
import { sayRole } from '../sentences/say-power-clause.js';
import { tidyText } from '../values/escape.js';
import { plainValue } from '../values/plain-value.js';
import type { Voice } from '../values/voice.js';
import { basisJson, missingJson } from './finding-json.js';
import type { ChangeJson, RequirementJson } from './report-json.js';

/** What one item still wants of a draft, in words and plain values. */
export function requirementJson(
  explanation: Explanation,
  satisfiedBy: readonly Change[],
  draft: RecordNode,
  voice: Voice,
): RequirementJson {
  const { lang } = voice;
  const speech = speechFor(explanation, draft, voice);
  return {
    item: explanation.item,
    list: explanation.list,
    code: explanation.code ?? null,
    verdict: explanation.verdict === 'violated' ? 'violated' : 'undetermined',
    nature: explanation.nature,
    severity: explanation.severity,
    title: sayTitle(explanation, voice),
    explanation: explainParagraph(explanation, draft, voice),
    missing: explanation.missing.map((fact) => missingJson(fact, voice)),
    satisfiedBy: satisfiedBy.map((change) => changeJson(change, draft.record, voice)),
    basis: explanation.basis.map((basis) => basisJson(basis, voice)),
    accountable: explanation.accountable.map(({ role, duty }) => ({
      role,
      title: sayRole(role, speech),
      duty: duty === undefined ? null : tidyText(duty[lang]),
    })),
    remedy: explanation.remedy === undefined ? null : tidyText(explanation.remedy[lang]),
    doubts: [...new Set(explanation.doubts)].sort().map((doubt) => say(lang, `doubt.${doubt}`)),
  };
}

function changeJson(change: Change, record: RecordType, voice: Voice): ChangeJson {
  const { type, privacy } = factAt(change.fact, record, voice);
  return {
    fact: change.fact,
    label: tidyText(change.label[voice.lang]),
    operator: change.operator,
    value: plainValue(change.to, type, privacy, voice.unmask),
    sentence: sayChange(change, [change.to], record, voice),
  };
}
