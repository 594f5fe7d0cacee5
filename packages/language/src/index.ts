export type {
  Checked,
  Extension,
  ItemOverlay,
  Library,
  LoadedPack,
  Manifest,
  ManifestWaiver,
  ParameterDocument,
} from './library.js';

export { type DocumentText, type PackFile, type PackText, readPack } from './read/read-pack.js';
export { bindPacks } from './bind/bind-packs.js';
export {
  DOCUMENT_KINDS,
  type DocumentKind,
  DOCUMENTS,
  type DocumentShape,
  SHAPES,
} from './documents/documents.js';
export { manifest as MANIFEST } from './documents/manifest.js';
export { nameOfShape } from './documents/name-of-shape.js';
export type { Key, ObjectShape, Shape, ShapeName } from './documents/shape.js';

export {
  isJurisdiction,
  type Place,
  standsAbove,
  standsAtOrAbove,
} from './resolve/jurisdiction.js';
export { extendedBy } from './resolve/applicable-packs.js';
export { resolvePolicy } from './resolve/resolve-policy.js';
export { checkLibrary } from './checks/check-library.js';
export { checkLock } from './lock/check-lock.js';
export { digestFiles, type NamedContent } from './lock/digest-files.js';
export {
  LOCK_FILE,
  type LockedPack,
  lockedPacks,
  type LockFileEntry,
  parseLockFile,
  renderLockFile,
} from './lock/lock-file.js';
export { formatPolicy } from './format/format-policy.js';
export { modelineFor } from './format/modeline.js';
export { renderPolicy } from './format/render-policy.js';
export type { JsonSchema } from './schema/json-schema.js';
export { manifestSchema, policySchema } from './schema/policy-schema.js';
export { recordSchema } from './schema/record-schema.js';
export { testSchema } from './schema/test-schema.js';
