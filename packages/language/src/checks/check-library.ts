import { type Calendar, type Diagnostic, sortDiagnostics } from '@qingdan/core';
import type { Library } from '../library.js';
import { checkArticles } from './articles.js';
import { checkBasisCoverage } from './basis-coverage.js';
import { checkBasisInForce } from './basis-in-force.js';
import { checkEmptyIntervals } from './empty-intervals.js';
import { checkEqualRank } from './equal-rank.js';
import { checkGlobs } from './globs.js';
import { checkInstrumentsOverlap } from './instruments-overlap.js';
import { checkNotTightenable } from './not-tightenable.js';
import { checkOverlayValues } from './overlay-values.js';
import { checkPowerCompanions } from './power-companions.js';
import { checkPowersGovern } from './powers-govern.js';
import { checkCalendarShort } from './procedures/calendar-short.js';
import { checkDeadlines } from './procedures/deadlines.js';
import { checkNeverRuns } from './procedures/never-runs.js';
import { checkNobodyMay } from './procedures/nobody-may.js';
import { checkQuorumTooHigh } from './procedures/quorum-too-high.js';
import { checkTooFewPersons } from './procedures/too-few-persons.js';
import { checkStepCycles } from './procedures/step-cycles.js';
import { checkViaCycles } from './procedures/via-cycles.js';
import { checkRevisions } from './revisions.js';
import { checkTables } from './tables.js';
import { checkTightenSign } from './tighten-sign.js';
import { checkValuesOverlap } from './values-overlap.js';
import { checkWaivedRequirements } from './waived-requirements.js';
import { checkWaiverRank } from './waiver-rank.js';
import { checkWeakBasis } from './weak-basis.js';

const CHECKS: readonly ((library: Library) => Diagnostic[])[] = [
  checkRevisions,
  checkValuesOverlap,
  checkEmptyIntervals,
  checkBasisCoverage,
  checkWeakBasis,
  checkArticles,
  checkBasisInForce,
  checkInstrumentsOverlap,
  checkOverlayValues,
  checkNotTightenable,
  checkEqualRank,
  checkWaiverRank,
  checkWaivedRequirements,
  checkTightenSign,
  checkTables,
  checkPowerCompanions,
  checkPowersGovern,
  checkGlobs,
  checkStepCycles,
  checkNeverRuns,
  checkDeadlines,
  checkNobodyMay,
  checkQuorumTooHigh,
  checkTooFewPersons,
  checkViaCycles,
];

/**
 * Everything that is wrong with the packs of a library taken together, names and types apart; sorted by place. Whether
 * working days can be counted is looked at where the calendar is given by which they will be.
 */
export function checkLibrary(library: Library, calendar?: Calendar): Diagnostic[] {
  const found = CHECKS.flatMap((check) => check(library));
  return sortDiagnostics(
    calendar === undefined ? found : [...found, ...checkCalendarShort(library, calendar)],
  );
}
