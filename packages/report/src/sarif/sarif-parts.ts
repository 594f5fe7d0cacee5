import type { Waiver } from '@qingdan/core';
import { sayWaived } from '../explain/explain.js';
import type { Voice } from '../values/voice.js';
import type { SarifLocation, SarifResult } from './sarif-log.js';
import { uriOf } from './uri-of.js';

/** The file and line where something was read, as far as they are known. */
export function physicalLocation(
  place: { readonly file: string; readonly line?: number | undefined } | undefined,
): Pick<SarifLocation, 'physicalLocation'> {
  if (place === undefined) return {};
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(place.file) },
      ...(place.line === undefined ? {} : { region: { startLine: place.line } }),
    },
  };
}

/** An exception that was allowed, with its document. */
export function suppressionsOf(
  waiver: Waiver | undefined,
  voice: Voice,
): SarifResult['suppressions'] {
  const justification = sayWaived(waiver, voice);
  return justification === undefined
    ? []
    : [{ kind: 'external', status: 'accepted', justification }];
}
