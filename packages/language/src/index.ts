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

export { matchesGlob } from './resolve/glob.js';
export {
  isJurisdiction,
  type Place,
  standsAbove,
  standsAtOrAbove,
} from './resolve/jurisdiction.js';
export { resolvePolicy } from './resolve/resolve-policy.js';
export { checkLibrary } from './checks/check-library.js';
