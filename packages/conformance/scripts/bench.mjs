// Prints what is measured and writes docs/benchmarks.md. Needs the build.
import { bench } from '../dist/bench/main.js';

await bench(process.argv.slice(2));
