/** The one list of formats: what is not here does not exist. One more format is one line. */
import type { Format, TranslationList } from './format.ts';
import { markdown } from './markdown/index.ts';
import { plainText } from './text/index.ts';
import { textLines } from './text/lines.ts';
import { tmx } from './tmx/index.ts';
import { xliff12 } from './xliff12/index.ts';
import { xliff2 } from './xliff2/index.ts';

export const FORMATS: readonly Format[] = [markdown, xliff2, xliff12, plainText];

/** What may come back in place of a bilingual file. */
export const TRANSLATION_LISTS: readonly TranslationList[] = [tmx, textLines];

export function findFormat(id: string): Format | null {
  return FORMATS.find((format) => format.id === id) ?? null;
}
