import { BPMN, MERMAID, SVG } from './charts.js';
import type { ExportFormat } from './format.js';
import { JSON_RULES_ENGINE } from './json-rules-engine.js';
import { JSON_SCHEMA } from './json-schema.js';
import { TYPES } from './types.js';

/** Every form in which packs can be exported; a new one stands here. */
export const FORMATS: readonly ExportFormat[] = [
  JSON_RULES_ENGINE,
  TYPES,
  JSON_SCHEMA,
  SVG,
  BPMN,
  MERMAID,
];
