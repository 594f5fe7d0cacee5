import { DOCUMENT_KINDS, type DocumentShape, DOCUMENTS } from '../documents/documents.js';
import { manifest } from '../documents/manifest.js';
import type { Key, ObjectShape } from '../documents/shape.js';
import { definitionsOfShapes, schemaOfShape } from './from-shape.js';
import { byKey, type JsonSchema, schemaFile } from './json-schema.js';

/** The schema of each document of a policy file, told apart by `kind`. */
export function policySchema(): JsonSchema {
  const kinds = DOCUMENT_KINDS.map((kind) => [kind, schemaOfShape(merged(DOCUMENTS[kind]))]);
  return schemaFile('policy', 1, 'Qingdan policy document', {
    ...byKey('kind', Object.fromEntries(kinds) as Record<string, JsonSchema>),
    definitions: definitionsOfShapes(),
  });
}

/** The schema of `qingdan.yaml`. */
export function manifestSchema(): JsonSchema {
  return schemaFile('manifest', 1, 'Qingdan pack manifest', {
    ...schemaOfShape(manifest),
    definitions: definitionsOfShapes(),
  });
}

/** Whether a document declares or overlays is seen only beside other packs: what either may say is let through. */
function merged({ declaration, overlay }: DocumentShape): ObjectShape {
  if (overlay === undefined) return declaration;
  const keys: Record<string, Key> = {};
  for (const [name, key] of Object.entries({ ...overlay.keys, ...declaration.keys })) {
    const both = declaration.keys[name]?.required === true && overlay.keys[name]?.required === true;
    keys[name] = { ...key, required: both };
  }
  return { kind: 'object', what: declaration.what, keys };
}
