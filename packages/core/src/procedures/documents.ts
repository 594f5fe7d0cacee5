import type { Procedure } from './procedure.js';

/** By what a log may call a document of a step: its name, or its label. */
export function wordsForDocument(
  { steps }: Pick<Procedure, 'steps'>,
  step: string,
  document: string,
): ReadonlySet<string> {
  const labels = steps
    .filter(({ id }) => id === step)
    .flatMap(({ evidence }) => evidence.filter((each) => each.document === document))
    .flatMap(({ label }) => [label.zh, label.en]);
  return new Set([document, ...labels]);
}

/** All that a log may call the documents of a procedure; any other word may stand for one of them. */
export function wordsForDocuments({ steps }: Pick<Procedure, 'steps'>): ReadonlySet<string> {
  return new Set(
    steps.flatMap(({ evidence }) =>
      evidence.flatMap(({ document, label }) => [document, label.zh, label.en]),
    ),
  );
}
