/** What files of a memory are asked with. */
import { z } from 'zod';
import { parseLanguageTag, type LanguageTag } from '../../../core/text/language.ts';
import { singleLine } from '../../single-line.ts';

const languageFields = {
  sourceLanguage: singleLine(100).default(''),
  targetLanguage: singleLine(100).default(''),
};

export const importForm = z.object(languageFields);
/** As they were typed. */
export type FileLanguages = z.output<typeof importForm>;
/** Of a file that is sent by itself. */
export const streamQuery = z.object({ ...languageFields, name: singleLine(1_000).default('') });

export function languagesOfForm(form: FileLanguages): {
  readonly sourceLanguage: LanguageTag | null;
  readonly targetLanguage: LanguageTag | null;
} {
  return {
    sourceLanguage: parseLanguageTag(form.sourceLanguage),
    targetLanguage: parseLanguageTag(form.targetLanguage),
  };
}
