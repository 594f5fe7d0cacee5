// Prints what is measured and writes docs/benchmarks.md. Needs the build.
import { setFlagsFromString } from 'node:v8';
import { bench } from '../dist/bench/main.js';

// Node 20 dies when optimized code with an inlined call into Cedar's WebAssembly is given up in the middle of that call.
setFlagsFromString('--no-turbo-inline-js-wasm-calls');

await bench(process.argv.slice(2));
