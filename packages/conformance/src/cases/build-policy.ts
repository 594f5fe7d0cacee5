import { type Policy, renderDiagnostic } from '@qingdan/core';
import { bindPacks, readPack, resolvePolicy } from '@qingdan/language';
import { stringify } from 'yaml';
import type { Plain } from './case-file.js';
import { readBase } from './read-cases.js';

/** Reads documents as a pack named `x` beside the base, with labels and citations filled in. */
export function buildPolicy(documents: readonly Plain[]): Policy {
  const text = [...readBase(), ...documents].map((each) => stringify(complete(each))).join('---\n');
  const read = readPack(
    [
      { file: 'x/qingdan.yaml', text: MANIFEST },
      { file: 'x/cases.yaml', text },
    ],
    'sha256:cases',
  );
  const bound = bindPacks([read.value]);
  const resolved = resolvePolicy(bound.value, { subject: 'village', jurisdiction: 'CN' });
  const wrong = [read, bound, resolved].flatMap(({ diagnostics }) => diagnostics);
  if (wrong.length > 0)
    throw new Error(wrong.map((item) => renderDiagnostic(item, 'en').message).join('\n'));
  return resolved.value;
}

const MANIFEST = 'name: x\nversion: 1.0.0\ntitle: { zh: 例, en: cases }\njurisdiction: CN\n';
const BASIS = [{ instrument: 'LAW', article: '1', confidence: 'verified' }];

function complete(document: Plain): Plain {
  const id = String(document.id);
  const words = { zh: id, en: id };
  switch (document.kind) {
    case 'Record':
      return { label: words, ...document, fields: labelled(document.fields as Plain) };
    case 'Prohibition':
      return {
        title: words,
        basis: BASIS,
        severity: 'serious',
        nature: 'violation',
        appliesTo: 'payment',
        ...document,
      };
    case 'Power':
      return { title: words, basis: BASIS, severity: 'serious', nature: 'violation', ...document };
    case 'Responsibility':
      return { duty: words, basis: BASIS, severity: 'serious', nature: 'violation', ...document };
    case 'Parameter':
      return {
        label: words,
        ...document,
        values: (document.values as readonly Plain[]).map((value) => ({ basis: BASIS, ...value })),
      };
    case 'Table':
      return {
        label: words,
        basis: BASIS,
        ...document,
        inputs: labelled(document.inputs as Plain),
        outputs: labelled(document.outputs as Plain),
      };
    case 'Definition':
    case 'Condition':
      return { label: words, basis: BASIS, ...document };
    case 'Relations':
      return {
        ...document,
        relations: labelled(document.relations as Plain),
        sets: labelled(document.sets as Plain),
      };
    default:
      return { title: words, ...document };
  }
}

/** Gives every member a label, and the fields of its fields too. */
function labelled(members: Plain): Plain {
  return Object.fromEntries(
    Object.entries(members).map(([name, member]) => {
      const given = member as Plain;
      const fields = given.fields === undefined ? {} : { fields: labelled(given.fields as Plain) };
      return [name, { label: { zh: name, en: name }, ...given, ...fields }];
    }),
  );
}
