/** Files larger than this, in UTF-16 code units, are refused. */
export const SIZE_LIMIT = 1 << 20;

/** How deep mappings and lists may nest, what aliases stand for included. */
export const DEPTH_LIMIT = 64;

/** How many nodes aliases may stand for in one document. */
export const ALIAS_LIMIT = 2000;
