/**
 * So many elements of a source are asked what they lack: each further one costs as much, and mostly lacks the same. What
 * it lacks beside that is told once theirs is known.
 */
export const ASKED = 20;
