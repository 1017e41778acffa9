/** The terms that a text holds with their translations, for an XLIFF that goes out. */
import type { Term } from '../core/document/enrichment.ts';
import { CODE_CHARACTER } from '../core/qa/check.ts';
import { recognise } from '../core/terminology/recognise.ts';
import type { TermIndexes } from '../core/terminology/term-index.ts';
import { translationsOf } from '../core/terminology/translations.ts';

/** Of a flat text; each pair once, in order of place. What is only perhaps a term is none. */
export function termsOfText(text: string, { source, target }: TermIndexes): readonly Term[] {
  const terms = new Map<string, Term>();
  for (const { start, end, entries, form } of recognise(text, source)) {
    if (form === 'perhaps') continue;
    const found = text.slice(start, end);
    for (const { concept, term } of entries) {
      const note = concept.note === '' ? concept.definition : concept.note;
      for (const translation of translationsOf(concept, target.language)) {
        const name = JSON.stringify([term.text, translation.text]);
        const known = terms.get(name);
        // A place with a code in it cannot be marked.
        if (known !== undefined && known.found?.includes(CODE_CHARACTER) !== true) continue;
        terms.set(name, { source: term.text, target: translation.text, note, found });
      }
    }
  }
  return [...terms.values()];
}
