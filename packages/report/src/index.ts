export { LOCALES, type MessageKey } from './locale/messages.js';

export { sayValue, type ValueHints } from './values/say-value.js';
export { plainValue, type PlainValue } from './values/plain-value.js';
export { escapeText } from './values/escape.js';
export type { Voice } from './values/voice.js';

export { createSpeech } from './sentences/create-speech.js';
export type { Manner, Speaker, Speech, SpokenAlias } from './sentences/speech.js';
export { sayClause } from './sentences/say-clause.js';
export { sayMet } from './sentences/say-met.js';
export { sayCitation } from './sentences/say-citation.js';

export { explain, type Explained, explainParagraph } from './explain/explain.js';
export { sayWays } from './explain/say-change.js';
export { sayJudged } from './explain/say-judged.js';

export { restsOn, usedParameters } from './item/references.js';
export { renderText, type TextOptions } from './text/render-text.js';
export { type NamedOptions, type NamedTest, renderNamed } from './document/render-named.js';
export { documentNames, documentsNamed } from './document/documents-named.js';

export { type JsonSchema, LINE_SCHEMA, REPORT_SCHEMA } from './json/schema.js';
export {
  closingJson,
  diagnosticsJson,
  type JsonOptions,
  resultJson,
  toJson,
  toJsonWithCases,
} from './json/to-json.js';
export { requirementJson } from './json/requirement-json.js';
export { type SarifOptions, toSarif } from './sarif/to-sarif.js';
export type { SarifLog } from './sarif/sarif-log.js';
export { type JunitOptions, toJunit } from './junit/to-junit.js';
export type {
  AnswerJson,
  BasisJson,
  BookJson,
  ChangeJson,
  ClauseJson,
  ClosingJson,
  FindingJson,
  MissingJson,
  OrganisationJson,
  PackJson,
  ParameterJson,
  ReportJson,
  ReportWithCasesJson,
  RequirementJson,
  ResultJson,
  SummaryJson,
  UnavailableJson,
  WaivedJson,
  WaiverJson,
} from './json/report-json.js';
export { caseJson, type CaseJson, type DeviationJson } from './cases/case-json.js';
export type { TemplateJson } from './cases/template-json.js';
export { renderCases } from './cases/render-cases.js';
export { renderNext } from './cases/render-next.js';
