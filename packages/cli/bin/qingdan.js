#!/usr/bin/env node
import module from 'node:module';

// Halves the cold start where Node keeps compiled code (22.1 and later).
module.enableCompileCache?.();
await import('../dist/main.js');
