import type { Condition } from '../conditions/condition.js';
import type { Expression } from '../conditions/expression.js';

/** Templates of Declare over one step. */
export const UNARY_TEMPLATES = ['existence', 'absence', 'exactly', 'init', 'end'] as const;
/** Templates over two. */
export const BINARY_TEMPLATES = [
  'choice',
  'exclusiveChoice',
  'respondedExistence',
  'coExistence',
  'response',
  'alternateResponse',
  'chainResponse',
  'precedence',
  'alternatePrecedence',
  'chainPrecedence',
  'succession',
  'alternateSuccession',
  'chainSuccession',
  'notCoExistence',
  'notResponse',
  'notChainResponse',
  'notPrecedence',
  'notChainPrecedence',
  'notSuccession',
  'notChainSuccession',
] as const;

export type UnaryTemplate = (typeof UNARY_TEMPLATES)[number];
export type BinaryTemplate = (typeof BINARY_TEMPLATES)[number];

/**
 * Events of a step, of which a condition over the case at that moment is true. A step that lasts counts when it is
 * complete; its start, and its rests, are no events to a template.
 */
export interface EventPattern {
  readonly step: string;
  readonly when: Condition | undefined;
}

/** A raw constraint of the Declare language with data and time. */
export type Template =
  | {
      readonly kind: UnaryTemplate;
      readonly of: EventPattern;
      /** How often: of `existence` at least, of `absence` less than, of `exactly` just so often. */
      readonly count: number;
    }
  | {
      readonly kind: BinaryTemplate;
      /** Of the precedences, the later of the two. An event is never its own target. */
      readonly activation: EventPattern;
      readonly target: EventPattern;
      /** Over the case at the target, in which `activation` is the case at the activation. */
      readonly correlation: Condition | undefined;
      /** The time from the earlier to the later of the two events, by the figures of the day of what activates. */
      readonly time:
        | { readonly least: Expression | undefined; readonly most: Expression | undefined }
        | undefined;
    };
