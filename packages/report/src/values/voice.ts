import type { Language, Policy, Privacy } from '@qingdan/core';

/** In which language, with whose names, and how much of persons is shown. */
export interface Voice {
  readonly lang: Language;
  /** Labels, roles, bodies, instruments. */
  readonly policy: Policy;
  /** Shows personal data; secret data is never shown. */
  readonly unmask: boolean;
}

const ORDER = { public: 0, personal: 1, secret: 2 } as const satisfies Record<Privacy, number>;

/** The stricter of two classes. */
export function stricter(a: Privacy, b: Privacy): Privacy {
  return ORDER[a] >= ORDER[b] ? a : b;
}
