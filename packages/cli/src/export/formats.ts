import type { ExportFormat } from './format.js';
import { JSON_RULES_ENGINE } from './json-rules-engine.js';

/** Every form in which rule sets can be exported; a new one stands here. */
export const FORMATS: readonly ExportFormat[] = [JSON_RULES_ENGINE];
