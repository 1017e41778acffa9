/** Who is asking: read from cookies and headers when needed, never attached to the request. */
import type { Request } from 'express';
import { cleanLine } from './single-line.ts';
import { chooseUiLanguage, isUiLanguage, type UiLanguage } from '../i18n/languages.ts';

export const LANGUAGE_COOKIE = 'recto_language';
export const NAME_COOKIE = 'recto_name';

/** In characters. */
const LONGEST_NAME = 80;

/** The language chosen in the preferences, else the browser's best wish that we speak. */
export function languageOf(req: Request): UiLanguage {
  const chosen = readCookie(req, LANGUAGE_COOKIE);
  return isUiLanguage(chosen) ? chosen : chooseUiLanguage(req.acceptsLanguages());
}

/** The name that versions and notes are signed with; '' where the person gave none. */
export function authorOf(req: Request): string {
  return Array.from(cleanLine(readCookie(req, NAME_COOKIE)))
    .slice(0, LONGEST_NAME)
    .join('');
}

/** The cookie's decoded value; '' where it is absent or malformed. */
function readCookie(req: Request, name: string): string {
  for (const pair of (req.get('cookie') ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at === -1 || pair.slice(0, at).trim() !== name) continue;
    try {
      return decodeURIComponent(pair.slice(at + 1).trim());
    } catch {
      return '';
    }
  }
  return '';
}
