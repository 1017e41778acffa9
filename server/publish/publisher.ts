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

/** Keys of locales/<language>/edition.json. */
export type EditionMessageKey =
  | 'contents'
  | 'title-page'
  | 'about'
  | 'notes'
  | 'back-to-text'
  | 'other-languages'
  | 'by-author'
  | 'translated-by'
  | 'edited-by'
  | 'licence'
  | 'origin'
  | 'published-on'
  | 'completeness'
  | 'untranslated'
  | 'untranslated-passage'
  | 'draft'
  | 'bilingual'
  | 'source-text'
  | 'translation';

export interface EmbeddedFont {
  readonly family: string;
  readonly weight: 400 | 700;
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
