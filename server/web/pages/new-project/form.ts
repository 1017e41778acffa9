/** What the form for a new project sends, as it was typed; checked by parseNewProject. */
import { z } from 'zod';
import { problem, type Problem } from '../../../core/problem.ts';
import type { LanguageTag } from '../../../core/text/language.ts';
import { textList } from '../../form.ts';
import { parseLanguages } from '../../language-fields.ts';
import { singleLine } from '../../single-line.ts';

export const newProjectForm = z.object({
  name: singleLine(200).default(''),
  sourceLanguage: singleLine(40).default(''),
  sourceLanguageOther: singleLine(40).default(''),
  targetLanguages: textList,
  targetLanguagesOther: singleLine(400).default(''),
  granularity: z.enum(['sentence', 'paragraph']).catch('sentence'),
  /** A check box is sent only where it is ticked. */
  repairPageBreaks: z
    .string()
    .optional()
    .transform((value) => value !== undefined),
  author: singleLine(300).default(''),
  licence: singleLine(300).default(''),
  origin: singleLine(1000).default(''),
});

export type NewProjectForm = z.output<typeof newProjectForm>;

/** What the form holds when it is opened. */
export const EMPTY_FORM: NewProjectForm = {
  ...newProjectForm.parse({}),
  sourceLanguage: 'en',
  repairPageBreaks: true,
};

export type ChosenLanguages =
  | { readonly source: LanguageTag; readonly targets: readonly LanguageTag[] }
  | { readonly problems: readonly Problem[] };

/** A typed source language goes before the chosen one. */
export function chosenLanguages(form: NewProjectForm): ChosenLanguages {
  const source = parseLanguages([form.sourceLanguageOther || form.sourceLanguage]);
  const targets = parseLanguages([...form.targetLanguages, form.targetLanguagesOther]);
  const problems = [...source.invalid, ...targets.invalid].map((text) =>
    problem('language-invalid', null, { text }),
  );
  const [first] = source.tags;
  if (first !== undefined && problems.length === 0) return { source: first, targets: targets.tags };
  return { problems: problems.length === 0 ? [problem('language-missing')] : problems };
}
