import type { Span } from '../source/span.js';
import type { Text } from '../source/text.js';
import type { Interval } from './interval.js';

/** How the words behind a citation were seen, strongest first. */
export const CONFIDENCES = ['verified', 'restated', 'cited', 'recalled', 'local'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** One citation. It holds on the days of `interval` on which its instrument is in force. */
export interface Basis {
  readonly instrument: string;
  readonly article?: string;
  readonly confidence: Confidence;
  readonly interval: Interval;
  /** Absent: every subject. */
  readonly subjects?: readonly Subject[];
  readonly note?: Text;
  readonly span: Span;
}

export const SUBJECTS = ['village', 'community', 'cooperative', 'station'] as const;
export type Subject = (typeof SUBJECTS)[number];
