export type { Io } from './io.js';
export { runProgram } from './program.js';
export { STATUS, type Status } from './status.js';
