import type { RenderedDiagnostic } from '@qingdan/core';
import { escapeText } from '../values/escape.js';
import { maskNumbers } from '../values/mask.js';
import type { SarifNotification } from './sarif-log.js';
import { uriOf } from './uri-of.js';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

/** What is wrong with the packs or the input, at its place. */
export function sarifNotification(
  { code, severity, message, file, range, help }: RenderedDiagnostic,
  index: number,
): SarifNotification {
  return {
    descriptor: { id: code, index },
    level: LEVELS[severity],
    message: { text: escapeText(maskNumbers([message, help].join('\n').trim()), 1200) },
    ...(file === null
      ? {}
      : {
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: uriOf(file) },
                ...(range === null
                  ? {}
                  : {
                      region: {
                        startLine: range.start.line,
                        startColumn: range.start.column,
                        endLine: range.end.line,
                        endColumn: range.end.column,
                      },
                    }),
              },
            },
          ] as const,
        }),
  };
}
