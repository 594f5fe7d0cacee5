export { placeOf, SourceText, type Position, type Span } from './source/span.js';
export type { Language, Text } from './source/text.js';
export { pluralForm } from './source/plural-form.js';
export { chineseOf } from './source/chinese-of.js';
export {
  codeOf,
  type Diagnostic,
  diagnostic,
  hasErrors,
  renderDiagnostic,
  type RenderedDiagnostic,
  type Severity,
  severityOf,
  sortDiagnostics,
} from './diagnostics/diagnostic.js';
export { CATALOG, type DiagnosticName } from './diagnostics/catalog.js';
export type { CatalogEntry } from './diagnostics/entry.js';
export { nearestHint, nearestName } from './diagnostics/nearest.js';
export { said } from './diagnostics/said.js';
export { systemReason } from './diagnostics/system-reason.js';
export { fullWidth, type YamlFault, yamlFault } from './diagnostics/yaml-fault.js';
export { fullWidthColon, type FullWidthMark } from './diagnostics/full-width.js';

export { and, not, or, type Truth } from './values/kleene.js';
export {
  addExact,
  compareExact,
  divideExact,
  type Exact,
  Fraction,
  fraction,
  isExact,
  multiplyExact,
  negateExact,
  parseExact,
  printExact,
  subtractExact,
} from './values/exact.js';
export {
  addQuantities,
  between,
  divideQuantities,
  highOf,
  isQuantity,
  lowOf,
  multiplyQuantities,
  negateQuantity,
  type Quantity,
  Range,
  subtractQuantities,
} from './values/range.js';
export {
  addMonths,
  boundsOf,
  type CalendarUnit,
  type CivilDate,
  civilOf,
  type Day,
  dayOf,
  daysInMonth,
  monthsBetween,
  parseDate,
  printDate,
  printDateRange,
  yearsBetween,
} from './values/date.js';
export { dayOfInstant, parseInstant, startOfDay } from './values/instant.js';
export { Duration, type DurationUnit, parseDuration, printDuration } from './values/duration.js';
export { NONE, type None, Period, type Value } from './values/value.js';
export { compare, compareText } from './values/compare.js';
export {
  type Arithmetic,
  arithmetic,
  calendarBounds,
  type Elapsed,
  elapsed,
  partOf,
  shift,
  shiftDay,
  without,
} from './values/functions.js';

export {
  type Calendar,
  type CalendarTable,
  createCalendar,
  NO_CALENDAR,
  weekdayOf,
} from './time/calendar.js';

export {
  type Field,
  isNumeric,
  isOrdered,
  isReference,
  nameOfType,
  type Privacy,
  type RecordType,
  SCALAR_TYPES,
  type ScalarName,
  StructType,
  type Type,
  type TypeKind,
} from './types/type.js';
export { boundParams } from './types/bound-params.js';
export { typeParams, typeText } from './types/type-words.js';
export {
  isRecordNode,
  isStruct,
  type Origin,
  type RecordNode,
  type Struct,
  withFields,
  withValues,
} from './records/record.js';
export { homeOf, isSameRecord } from './records/identity.js';
export { type Outside, readScalar, type ReadScalar } from './records/read-value.js';
export { shapeText } from './records/shape-text.js';
export { type HeldTexts, type ReadRecord, readRecord, withRead } from './records/read-record.js';

export { isUnary, NEGATIONS, type Operator, OPERATORS } from './conditions/operator.js';
export type { Path, PathRoot, PathStep } from './conditions/path.js';
export type { Aggregate, Expression, ExpressionKind } from './conditions/expression.js';
export type {
  Branch,
  ClauseMarks,
  Condition,
  ConditionKind,
  Link,
  Quantifier,
} from './conditions/condition.js';
export type { Alias, RecordSource, Window } from './conditions/source.js';
export { type TreeVisitor, walkCondition, walkExpression, walkSource } from './conditions/walk.js';

export { matchesGlob } from './policy/glob.js';
export {
  ALWAYS,
  contains,
  type Interval,
  intersect,
  printEnd,
  uncovered,
} from './policy/interval.js';
export {
  type Basis,
  type Confidence,
  CONFIDENCES,
  type Subject,
  SUBJECTS,
} from './policy/basis.js';
export { isForSubject } from './policy/is-for-subject.js';
export {
  type AppliesTo,
  type AuthorityRow,
  CAPACITIES,
  type Capacity,
  type Dated,
  type Deadline,
  GRAVITIES,
  type Gravity,
  type Item,
  type ItemBase,
  type Nature,
  NATURES,
  type OverlayBranch,
  PERIOD_UNITS,
  type PeriodUnit,
  type Power,
  type Prohibition,
  type Responsibility,
  RISK_LEVELS,
  type RiskLevel,
} from './policy/item.js';
export {
  type Body,
  type Cell,
  type Definition,
  type Instrument,
  type NamedCondition,
  type Parameter,
  type ParameterValue,
  type Relations,
  type Role,
  type Table,
  type TableRow,
  type Tightening,
  TIGHTENINGS,
} from './policy/law.js';
export {
  changesOfLaw,
  inForce,
  type PackInfo,
  type Policy,
  type Revisions,
  valueInForce,
  type Waiver,
} from './policy/policy.js';

export { agreedVerdict, type Verdict, verdictOf, VERDICTS } from './findings/verdict.js';
export type {
  Clause,
  ClauseTrace,
  Doubt,
  LookedAt,
  MissingFact,
  OperandTrace,
  PowerClause,
} from './findings/trace.js';
export type { Change, Explanation } from './findings/explanation.js';
export {
  type Book,
  type CheckReport,
  type Finding,
  type InputDigest,
  type Outcome,
  OUTCOMES,
  type RecordResult,
  type Unavailable,
  type UnavailableQuestion,
} from './findings/result.js';
export {
  type Activation,
  CASE_VERDICTS,
  type Card,
  type CaseFinding,
  type CaseResult,
  type CaseVerdict,
  type Closing,
  type ConstraintState,
  type Deviation,
  type Due,
} from './procedures/case-result.js';
export {
  type CaseEvent,
  type CaseLog,
  EVENT_KINDS,
  type EventKind,
  type EventPlace,
  type Evidence,
  type Participant,
  type Tally,
  TALLY_UNITS,
  type TallyUnit,
} from './procedures/event.js';
export { Attributes, NOTHING_SAID, type Sayings } from './procedures/attributes.js';
export type { NextNeed, NextState, NextStep } from './procedures/next.js';
export { wordsForDocument, wordsForDocuments } from './procedures/documents.js';
export { leadsTo } from './procedures/lead-to.js';
export { logUntil } from './procedures/log-until.js';
export { orderEvents, precedes } from './procedures/order.js';
export {
  type After,
  type Constraint,
  type Counting,
  DEVIATION_CODES,
  type DeviationCode,
  type Ending,
  ENDINGS,
  OPENED_ON,
  type Procedure,
  type ProcedureRule,
  type Share,
  type Step,
  type StepPart,
  type StepRisk,
  type Within,
} from './procedures/procedure.js';
export {
  BINARY_TEMPLATES,
  type BinaryTemplate,
  type EventPattern,
  type Template,
  UNARY_TEMPLATES,
  type UnaryTemplate,
} from './procedures/template.js';
