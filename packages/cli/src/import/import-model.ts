import { basename } from 'node:path';
import { type Diagnostic, pluralForm } from '@qingdan/core';
import { importDeclare, procedureDocuments } from '@qingdan/engine';
import type { Imported } from './imported.js';

export interface ModelOptions {
  readonly pack: string;
  readonly procedure?: string;
}

/** A Declare model as a procedure. */
export async function importModelFile(
  read: () => Promise<string | Diagnostic>,
  file: string,
  { pack, procedure = nameIn(file) }: ModelOptions,
): Promise<Imported | readonly Diagnostic[]> {
  const text = await read();
  if (typeof text !== 'string') return [text];
  const { value, diagnostics } = importDeclare(text, { file });
  const { instruments, procedures } = procedureDocuments(value, { pack, procedure });
  const count = value.constraints.length;
  const steps = Object.keys(value.steps).length;
  return {
    documents:
      count === 0
        ? {}
        : { 'instruments.yaml': instruments, 'procedures/imported.yaml': procedures },
    told:
      count === 0
        ? undefined
        : {
            zh: `流程 ${pack}.${procedure}，${steps}个步骤、${count}条约束`,
            en: `the procedure ${pack}.${procedure} of ${steps} ${english(steps, 'one step, other steps')} and ${count} ${english(count, 'one constraint, other constraints')} written`,
          },
    below: undefined,
    diagnostics,
  };
}

function english(count: number, forms: string): string {
  return pluralForm('en', String(count), forms);
}

/** What an id may hold of the name of a file. */
function nameIn(file: string): string {
  const name = basename(file)
    .replace(/\.[^.]*$/, '')
    .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-')
    .replace(/^[^\p{L}\p{N}_]+|-+$/gu, '');
  return name === '' ? 'imported' : name;
}
