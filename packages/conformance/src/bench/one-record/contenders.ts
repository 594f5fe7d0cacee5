import { CEDAR } from './cedar.js';
import type { Contender } from './contender.js';
import { JSON_LOGIC_ENGINE, JSON_LOGIC_ENGINE_AT_ONCE, JSON_LOGIC_JS } from './json-logic.js';
import { JSON_RULES_ENGINE } from './json-rules-engine.js';
import { OPA_WASM, opaVersion } from './opa.js';
import { QINGDAN_SCREEN, QINGDAN_SCREEN_READ, QINGDAN_VERDICTS } from './qingdan.js';
import { ZEN } from './zen.js';

export const OURS: readonly Contender[] = [QINGDAN_VERDICTS, QINGDAN_SCREEN_READ, QINGDAN_SCREEN];

/** OPA's own compiler may be wanting; the others come with the dependencies. */
export function peers(): readonly Contender[] {
  const always = [
    JSON_LOGIC_ENGINE,
    JSON_LOGIC_ENGINE_AT_ONCE,
    JSON_LOGIC_JS,
    JSON_RULES_ENGINE,
    ZEN,
    CEDAR,
  ];
  return opaVersion() === undefined ? always : [...always, OPA_WASM];
}
