import type { ImportedProcedure } from './import-declare.js';
import type { Authored } from './write-condition.js';

/** A procedure as a document of a pack, and the instrument it rests on. */
export interface ProcedureDocuments {
  readonly instruments: readonly Authored[];
  readonly procedures: readonly Authored[];
}

/** An imported model as documents. What it rests on isn't known, so that what it finds is a suspicion. */
export function procedureDocuments(
  { steps, data, constraints }: ImportedProcedure,
  { pack, procedure }: { readonly pack: string; readonly procedure: string },
): ProcedureDocuments {
  if (constraints.length === 0) return { instruments: [], procedures: [] };
  const instrument = `${pack}-imported`;
  return {
    instruments: [
      {
        kind: 'Instrument',
        id: instrument,
        title: {
          zh: '导入的 Declare 模型（法律依据待补）',
          en: 'A model imported from Declare (its legal basis is to be found)',
        },
        level: 'CN',
        confidence: 'recalled',
      },
    ],
    procedures: [
      {
        kind: 'Procedure',
        id: `${pack}.${procedure}`,
        title: { zh: procedure, en: procedure },
        basis: [{ instrument, confidence: 'recalled' }],
        severity: 'minor',
        nature: 'suspicion',
        ...(Object.keys(data).length === 0 ? {} : { data }),
        steps,
        constraints,
      },
    ],
  };
}
