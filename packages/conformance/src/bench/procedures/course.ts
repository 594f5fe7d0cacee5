import type { Day } from '@qingdan/core';
import type { Rng } from '../../random/rng.js';

/** One line of the log of a project, but for its case. */
export interface Deed {
  readonly step: string;
  readonly day: Day;
  readonly kind?: 'start' | 'complete';
  readonly by?: { readonly id: string; readonly role: string };
  readonly evidence?: readonly { readonly document: string }[];
  readonly via?: string;
  readonly tally?: Readonly<Record<string, unknown>>;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Who holds which post in the village of the projects. */
export const POSTS: Readonly<Record<string, string>> = {
  'P-DIR': 'village-director',
  'P-SEC': 'party-secretary',
  'P-CHAIR': 'board-chair',
  'P-CLERK': 'village-clerk',
  'P-BOOK': 'bookkeeper',
  'P-C1': 'committee-member',
  'P-C2': 'committee-member',
  'P-C3': 'committee-member',
  'P-KEEP': 'seal-keeper',
  'P-REP': 'villagers-representative',
  'P-SUP': 'supervision-director',
};

/** Of the township, of whose people the village's roster says nothing. */
const OFFICER = { id: 'P-TWN', role: 'township-officer' } as const;

/** 1 January 2026. */
const FIRST: Day = 20_454;

/** The case in which the village decided on its projects, and on which those rest that take its money. */
export const DECISION = { id: 'FD-1', procedure: 'village.four-discussions' } as const;

export const DECIDED: readonly Deed[] = [
  {
    step: 'propose',
    day: FIRST - 40,
    ...by('P-SEC'),
    ...attached('proposal'),
    data: { matter: 'project', body: 'deputies-assembly', isMajorFinance: true, isSpecial: false },
  },
  { step: 'consult', day: FIRST - 38, ...by('P-SEC'), ...attached('consultation') },
  { step: 'deliberate', day: FIRST - 33, ...by('P-SEC'), ...attached('deliberation') },
  {
    step: 'deputies-assembly',
    day: FIRST - 26,
    ...by('P-CHAIR'),
    ...attached('minutes'),
    tally: { unit: 'deputies', eligible: 60, present: 50, yes: 45 },
  },
  {
    step: 'township-filing',
    day: FIRST - 24,
    by: OFFICER,
  },
  { step: 'collective-posting', day: FIRST - 23, kind: 'start', ...by('P-CLERK') },
  { step: 'collective-posting', day: FIRST - 8, kind: 'complete', ...by('P-CLERK') },
  { step: 'hand-over', day: FIRST - 5, ...by('P-CLERK') },
];

/** The use of the seal on which their contracts rest. */
export const SEALED = { id: 'SU-1', procedure: 'village.seal-use' } as const;

export const STAMPED: readonly Deed[] = [
  {
    step: 'apply',
    day: FIRST - 10,
    ...by('P-C1'),
    ...attached('paper'),
    data: { matter: 'external-contract', isBlank: false },
  },
  { step: 'classify', day: FIRST - 9, ...by('P-CLERK') },
  { step: 'decision', day: FIRST - 8, ...by('P-CLERK'), ...attached('resolution') },
  { step: 'approve-major', day: FIRST - 7, ...by('P-DIR') },
  { step: 'stamp', day: FIRST - 6, ...by('P-KEEP'), ...attached('scan') },
  { step: 'register', day: FIRST - 5, ...by('P-KEEP'), ...attached('register-entry') },
  { step: 'check', day: FIRST - 1, ...by('P-SUP') },
];

/** A project in which everything is as it should be: put out to tender, as the law wants it or as the village chose to. */
export function courseOf(rng: Rng): readonly Deed[] {
  const mustTender = rng.chance(0.4);
  const asksCollectiveFunds = mustTender || rng.chance(0.5);
  const deeds: Deed[] = [];
  let day = FIRST + rng.below(60);
  const then = (days: number, step: string, more: Partial<Deed> = {}): void => {
    day += days;
    deeds.push({ step, day, ...more });
  };
  const lasting = (days: number, step: string, least: number, more: Partial<Deed> = {}): void => {
    then(days, step, { kind: 'start', ...more });
    then(least, step, { kind: 'complete', ...more });
  };
  const soon = (): number => rng.between(1, 3);
  const price = rng.between(30_000, 60_000);
  then(0, 'scheme', {
    ...by('P-DIR'),
    ...attached('budget'),
    data: {
      cost: mustTender ? 100 * price : price,
      inTenderScope: mustTender,
      tendering: mustTender ? 'compulsory' : 'voluntary',
      bidBond: mustTender ? price : 0,
      occupiesFarmland: false,
      needsPermit: mustTender,
      asksCollectiveFunds,
    },
  });
  then(soon(), 'propose', by('P-SEC'));
  if (asksCollectiveFunds)
    then(soon(), 'members-decision', {
      ...by('P-CHAIR'),
      ...attached('minutes'),
      via: DECISION.id,
    });
  lasting(soon(), 'decision-posting', rng.between(15, 20), by('P-CLERK'));
  then(soon(), 'funds-secured', { ...by('P-BOOK'), ...attached('funding') });
  if (mustTender) then(soon(), 'permit', { by: OFFICER, ...attached('permit') });
  then(soon(), 'tender-notice', by('P-C1'));
  if (mustTender) {
    then(1, 'document-sale', { kind: 'start', ...by('P-C1') });
    then(0, 'bid-period', { kind: 'start', ...by('P-C1') });
    then(6, 'document-sale', { kind: 'complete', ...by('P-C1') });
    then(rng.between(16, 20), 'bid-period', { kind: 'complete', ...by('P-C1') });
  }
  then(soon(), 'bid-opening', {
    ...by('P-C2'),
    ...attached('evaluation'),
    data: { bidders: rng.between(3, 6), evaluators: 5, experts: 4 },
  });
  if (mustTender) lasting(2, 'candidates-posting', rng.between(4, 6), by('P-C1'));
  then(soon(), 'award', by('P-C1'));
  if (mustTender) then(rng.between(5, 14), 'tender-report', by('P-C1'));
  then(rng.between(1, 10), 'contract', {
    ...by('P-DIR'),
    ...attached('contract'),
    data: { contractPrice: price, retention: 0 },
  });
  if (mustTender) then(soon(), 'bond-return', by('P-BOOK'));
  then(soon(), 'start-works', { ...by('P-DIR'), data: { hasWageAccount: true } });
  then(soon(), 'seal', { ...by('P-CLERK'), via: SEALED.id });
  if (rng.chance(0.3))
    then(rng.between(10, 40), 'change', {
      ...by('P-C1'),
      ...attached('change-order'),
      data: { changeTotal: rng.below(price / 20) },
    });
  then(rng.between(30, 90), 'acceptance', {
    ...by('P-C3'),
    evidence: [{ document: 'acceptance' }, { document: 'photos' }],
  });
  then(0, 'supervision-acceptance', by('P-SUP'));
  then(0, 'users-acceptance', by('P-REP'));
  if (mustTender) then(0, 'township-acceptance', { by: OFFICER });
  then(soon(), 'final-accounts', {
    ...by('P-BOOK'),
    data: { settlementTotal: price, isSettlementReviewed: true },
  });
  then(soon(), 'payment', { ...by('P-BOOK'), data: { paidTotal: price } });
  lasting(soon(), 'result-posting', rng.between(15, 20), by('P-CLERK'));
  then(soon(), 'archive', by('P-CLERK'));
  return deeds;
}

function by(id: string): Pick<Deed, 'by'> {
  return { by: { id, role: POSTS[id] ?? '' } };
}

function attached(document: string): Pick<Deed, 'evidence'> {
  return { evidence: [{ document }] };
}

/** One thing that goes wrong in a project of whatever course. */
export interface Fault {
  readonly code: 'ROLE' | 'SOD' | 'EVIDENCE' | 'MISSING' | 'PUBLICITY_SHORT';
  readonly spoil: (course: readonly Deed[]) => readonly Deed[];
}

export const FAULTS: readonly Fault[] = [
  { code: 'ROLE', spoil: changing('propose', () => by('P-CLERK')) },
  { code: 'SOD', spoil: changing('acceptance', () => by('P-BOOK')) },
  { code: 'EVIDENCE', spoil: changing('scheme', () => ({ evidence: [] })) },
  {
    code: 'MISSING',
    spoil: (course) => course.filter(({ step }) => step !== 'final-accounts'),
  },
  {
    code: 'PUBLICITY_SHORT',
    spoil: changing('result-posting', ({ day, kind }) =>
      kind === 'start' ? { day: day + 12 } : {},
    ),
  },
];

function changing(step: string, change: (deed: Deed) => Partial<Deed>): Fault['spoil'] {
  return (course) =>
    course.map((deed) => (deed.step === step ? { ...deed, ...change(deed) } : deed));
}
