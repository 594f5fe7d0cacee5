// Writes docs/diagnostics.md from the catalogue. Needs the build.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CATALOG } from '../dist/index.js';

const entries = Object.entries(CATALOG).sort(([, a], [, b]) => (a.code < b.code ? -1 : 1));
// Of the forms of a word, that of many.
const cell = (text) =>
  text.replaceAll(/\{\w+: [^{}]*other ([^{},]*)\}/g, '$1').replaceAll('|', '\\|');
const lines = [
  '# Diagnostics',
  '',
  'Everything that can be wrong with rule sets and input files. Codes never change meaning; texts may.',
  'Generated from `packages/core/src/diagnostics/catalog`.',
  '',
];
for (const [name, { code, severity, message, help }] of entries) {
  lines.push(`## ${code}`, '', `\`${name}\`, ${severity}`, '');
  lines.push('| | what | what to do |', '|---|---|---|');
  lines.push(`| en | ${cell(message.en)} | ${cell(help.en)} |`);
  lines.push(`| zh | ${cell(message.zh)} | ${cell(help.zh)} |`, '');
}
writeFileSync(
  fileURLToPath(new URL('../../../docs/diagnostics.md', import.meta.url)),
  `${lines.join('\n').trimEnd()}\n`,
);
