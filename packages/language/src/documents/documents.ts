import { body, role } from './role.js';
import { additionShape, branchShape, conditionShape, violationShape } from './condition.js';
import { condition, definition } from './definition.js';
import { fieldType, plainType } from './field-type.js';
import { instrument } from './instrument.js';
import { parameter, parameterOverlay } from './parameter.js';
import { afterShape, procedure } from './procedure.js';
import { power, powerOverlay } from './power.js';
import { prohibition, prohibitionOverlay } from './prohibition.js';
import { record, recordOverlay } from './record.js';
import { relations } from './relations.js';
import { responsibility } from './responsibility.js';
import type { ObjectShape, Shape, ShapeName } from './shape.js';
import { source, within } from './source.js';
import { cell, table } from './table.js';
import { valueForm } from './value-form.js';

export const DOCUMENT_KINDS = [
  'Instrument',
  'Parameter',
  'Table',
  'Record',
  'Role',
  'Body',
  'Relations',
  'Definition',
  'Condition',
  'Power',
  'Responsibility',
  'Prohibition',
  'Procedure',
] as const;

export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export interface DocumentShape {
  readonly declaration: ObjectShape;
  /** What a pack may say of a document that it inherits; absent: nothing. */
  readonly overlay?: ObjectShape;
}

export const DOCUMENTS: Readonly<Record<DocumentKind, DocumentShape>> = {
  Instrument: { declaration: instrument },
  Parameter: { declaration: parameter, overlay: parameterOverlay },
  Table: { declaration: table },
  Record: { declaration: record, overlay: recordOverlay },
  Role: { declaration: role },
  Body: { declaration: body },
  Relations: { declaration: relations },
  Definition: { declaration: definition },
  Condition: { declaration: condition },
  Power: { declaration: power, overlay: powerOverlay },
  Responsibility: { declaration: responsibility },
  Prohibition: { declaration: prohibition, overlay: prohibitionOverlay },
  Procedure: { declaration: procedure },
};

/** The shapes behind `named`. */
export const SHAPES: Readonly<Record<ShapeName, Shape>> = {
  condition: conditionShape,
  violation: violationShape,
  branch: branchShape,
  addition: additionShape,
  valueForm,
  source,
  within,
  fieldType,
  plainType,
  cell,
  after: afterShape,
};
