/** Concepts that a file can hold: those with half of a character in a text are reported and left out, never changed. */
import { problem, type Problem } from '../../core/problem.ts';
import type { Concept } from '../../core/terminology/concept.ts';
import { hasLoneSurrogate } from '../../core/text/content.ts';

/** Reports `text-surrogate` for each that is left out, with its id as the place. */
export function writableConcepts(given: readonly Concept[]): {
  readonly concepts: readonly Concept[];
  readonly problems: readonly Problem[];
} {
  const isWhole = (concept: Concept): boolean => textsOf(concept).every((text) => !hasLoneSurrogate([text]));
  return {
    concepts: given.filter(isWhole),
    problems: given
      .filter((concept) => !isWhole(concept))
      .map(({ id }) => problem('text-surrogate', { path: id })),
  };
}

function textsOf({ id, domain, definition, note, image, terms }: Concept): readonly string[] {
  const ofTerms = terms.flatMap((term) => [term.text, term.note, term.source, term.context]);
  return [id, domain, definition, note, image, ...ofTerms];
}
