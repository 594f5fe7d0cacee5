/**
 * Whether to colour what goes to a stream. FORCE_COLOR decides where it is set (0 and false are no), then NO_COLOR; else
 * a terminal is coloured unless it can't be.
 */
export function wantsColour(
  isTerminal: boolean,
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  const { FORCE_COLOR, NO_COLOR, TERM } = env;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return (NO_COLOR ?? '') === '' && isTerminal && TERM !== 'dumb';
}
