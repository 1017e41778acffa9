/** What the preferences forms send. */
import { z } from 'zod';
import { UI_LANGUAGES } from '../../../i18n/languages.ts';
import { singleLine } from '../../single-line.ts';

export const MAXIMUM_NAME = 80;

export const preferencesForm = z.object({
  language: z.enum(UI_LANGUAGES).optional(),
  name: singleLine(MAXIMUM_NAME).optional(),
  back: z.string().default('/').transform(localPath),
});

/** Only a path of ours may be gone back to; anything else leads to the first page. */
function localPath(text: string): string {
  const base = 'http://recto.invalid';
  if (!text.startsWith('/') || !URL.canParse(text, base)) return '/';
  const url = new URL(text, base);
  const isOurs = url.origin === base && !url.pathname.startsWith('//');
  return isOurs ? url.pathname + url.search : '/';
}
