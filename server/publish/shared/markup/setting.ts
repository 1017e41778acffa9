/**
 * What every part of setting a text needs to know: the edition, which side of it is being set, and where. The
 * only things that change while a text is set are the note book and the two counters.
 */
import type { Edition } from '../../../core/publish/edition.ts';
import type { LanguageTag } from '../../../core/text/language.ts';
import { directionOf } from '../../../core/text/language.ts';
import type { PublishTools } from '../../publisher.ts';
import type { NoteBook } from '../note-book.ts';
import type { Attributes } from './element.ts';

export interface Setting {
  readonly edition: Edition;
  readonly tools: PublishTools;
  /** The source side is the original, in the facing column of a bilingual edition; it has no anchors. */
  readonly side: 'edition' | 'source';
  readonly notes: NoteBook;
  /** File that is being set, '' where the publication has only one. */
  readonly file: string;
  /** Address of the notes' file, '' where they stand in the same one. */
  readonly notesFile: string;
  /** Address to follow for a link of the original, or null for none. */
  readonly link: (href: string) => string | null;
  readonly counters: Counters;
}

interface Counters {
  tables: number;
  /** Whether what was set last is untranslated: the mark stands once, at the beginning of a passage. */
  untranslated: boolean;
}

/** `lang` and `dir` for a passage. */
export function languageAttributes(language: LanguageTag): Attributes {
  return { lang: language, dir: directionOf(language) };
}
