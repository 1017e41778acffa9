/** A document in one of the languages that its project is translated into. */
import type { LanguageTag } from '../core/text/language.ts';
import type { DocumentOverview } from '../usecases/show-document.ts';

export interface Translation extends DocumentOverview {
  readonly language: LanguageTag;
}
