/**
 * The shape of a publisher: one plain object a folder, listed in registry.ts. It sets an edition as one file and
 * knows nothing of where the text came from.
 */
import type { Edition } from '../core/publish/edition.ts';
import type { Problem } from '../core/problem.ts';

/** The few words that an edition itself says, in the edition's language (and, bilingual, in the source's). */
export type EditionMessage = (
  key: EditionMessageKey,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** Keys of locales/<language>/edition.json; numbers, shares, dates and names come in already formatted. */
export type EditionMessageKey =
  | 'contents'
  | 'title-page'
  | 'text'
  | 'about'
  | 'notes'
  /** {number} of the note */
  | 'back-to-text'
  /** {number} */
  | 'table'
  | 'picture'
  | 'other-languages'
  /** {names}, each of the three */
  | 'by-author'
  | 'translated-by'
  | 'edited-by'
  | 'licence'
  | 'origin'
  | 'published-on'
  /** {translated}, {segments}, {share}, {reviewed} */
  | 'completeness'
  /** {language} of the source */
  | 'untranslated'
  | 'untranslated-passage'
  | 'draft'
  /** {source}, {target} languages */
  | 'bilingual'
  | 'source-text'
  | 'translation'
  | 'accessibility-summary';

export interface EmbeddedFont {
  readonly family: string;
  /** `400 700`: a variable font that has all weights between. */
  readonly weight: 400 | 700 | '400 700';
  /** Absent: upright. */
  readonly style?: 'italic';
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** CSS unicode-range, or '' for all. */
  readonly unicodeRange: string;
}

export interface PublishTools {
  readonly message: EditionMessage;
  /** Fonts for the edition's script (and the source's), to be embedded. */
  readonly fonts: readonly EmbeddedFont[];
  /** Formats a date and a share (0 to 1) as the edition's language does, in its digits. */
  readonly formatDate: (iso: string) => string;
  readonly formatShare: (share: number) => string;
  readonly formatNumber: (value: number) => string;
}

export interface PublishResult {
  readonly bytes: Uint8Array | null;
  readonly problems: readonly Problem[];
}

export interface Publisher {
  readonly id: string;
  /** For people; not translated (`HTML`, `EPUB 3`). */
  readonly name: string;
  /** With the dot. */
  readonly extension: string;
  readonly mediaType: string;
  readonly bilingual: boolean;
  publish(edition: Edition, tools: PublishTools): PublishResult;
}
