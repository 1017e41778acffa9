/** What the form for a new alignment sends. A typed language goes before the chosen one. */
import { z } from 'zod';
import { problem, type Problem } from '../../../core/problem.ts';
import type { LanguageTag } from '../../../core/text/language.ts';
import { parseLanguages } from '../../language-fields.ts';
import { singleLine } from '../../single-line.ts';

export const alignmentForm = z.object({
  source: singleLine(40).default('en'),
  sourceOther: singleLine(40).default(''),
  target: singleLine(40).default(''),
  targetOther: singleLine(40).default(''),
});
export type AlignmentForm = z.output<typeof alignmentForm>;

export type AlignmentLanguages =
  { readonly source: LanguageTag; readonly target: LanguageTag } | { readonly problems: readonly Problem[] };

export function chosenLanguages(form: AlignmentForm): AlignmentLanguages {
  const source = parseLanguages([form.sourceOther || form.source]);
  const target = parseLanguages([form.targetOther || form.target]);
  const invalid = [...source.invalid, ...target.invalid];
  if (invalid.length > 0)
    return { problems: invalid.map((text) => problem('language-invalid', null, { text })) };
  const [[from], [to]] = [source.tags, target.tags];
  return from === undefined || to === undefined
    ? { problems: [problem('language-missing')] }
    : { source: from, target: to };
}
