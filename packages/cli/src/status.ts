/** What the process ends with (contracts: Exit codes). */
export const STATUS = {
  ok: 0,
  /** Something was found, or a test failed. */
  found: 1,
  /** Bad usage, bad packs or bad input; beats `found`. */
  bad: 2,
  internal: 3,
} as const;

export type Status = (typeof STATUS)[keyof typeof STATUS];
