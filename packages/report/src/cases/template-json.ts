import {
  type Activation,
  type CaseEvent,
  type CaseResult,
  type CaseVerdict,
  type ConstraintState,
  printDate,
  type Template,
} from '@qingdan/core';

/** How one constraint written as a template of Declare stands in a case, and what became of each of its activations. */
export interface TemplateJson {
  readonly constraint: string;
  readonly template: Template['kind'];
  readonly verdict: CaseVerdict;
  readonly counts: {
    readonly activations: number;
    readonly fulfilled: number;
    readonly violated: number;
    readonly pending: number;
    readonly undetermined: number;
  };
  /** In the order of their events; of templates over one step, and of choices, none: they are of the case as a whole. */
  readonly activations: readonly {
    readonly event: EventJson;
    readonly outcome: Activation['outcome'];
    /** The other event that decided it, or may have. */
    readonly by: EventJson | null;
  }[];
}

interface EventJson {
  readonly id: string;
  readonly step: string;
  readonly on: string;
  readonly source: { readonly file: string; readonly line: number | null } | null;
}

/** The templates of the case's procedure, in the order in which it has them. */
export function templatesJson({ states }: CaseResult): readonly TemplateJson[] {
  return states.flatMap((state) => {
    const { rule } = state.constraint;
    return rule.kind === 'template' ? [templateJson(state, rule.template)] : [];
  });
}

function templateJson(
  { constraint, verdict, activations = [] }: ConstraintState,
  { kind }: Template,
): TemplateJson {
  const count = (wanted: Activation['outcome']): number =>
    activations.filter(({ outcome }) => outcome === wanted).length;
  return {
    constraint: constraint.id,
    template: kind,
    verdict,
    counts: {
      activations: activations.length,
      fulfilled: count('fulfilled'),
      violated: count('violated'),
      pending: count('pending'),
      undetermined: count('undetermined'),
    },
    activations: activations.map(({ event, outcome, by }) => ({
      event: eventJson(event),
      outcome,
      by: by === undefined ? null : eventJson(by),
    })),
  };
}

function eventJson({ id, step, day, place }: CaseEvent): EventJson {
  return {
    id,
    step,
    on: printDate(day),
    source: place === undefined ? null : { file: place.file, line: place.line ?? null },
  };
}
