/** Parts of procedures for tests, beside `BASE`. */
const TITLE = 'title: { zh: 步骤, en: step }';

/** A procedure of the national pack with steps and further keys; the steps are lines with an indent of two. */
export const procedure = (steps: string, more = '', id = 'national.p'): string => `
---
kind: Procedure
id: ${id}
title: { zh: 程序, en: procedure }
severity: minor
nature: suspicion
basis: [{ instrument: LAW, article: "5", confidence: verified }]
${more}
steps:
${steps}
`;

/** A step of flow-style keys. */
export const step = (id: string, keys = ''): string =>
  `  ${id}: { ${TITLE}${keys === '' ? '' : `, ${keys}`} }\n`;
