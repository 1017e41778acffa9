/** How a page speaks to its reader: the translator and what every page's frame shows. */
import type { Request } from 'express';
import { directionOf, languageName, parseLanguageTag, type Direction } from '../core/text/language.ts';
import { UI_LANGUAGES } from '../i18n/languages.ts';
import type { Translator, Translators } from '../i18n/translator.ts';
import { nameOfLanguage } from './language-fields.ts';
import { authorOf, languageOf } from './request.ts';
import { scriptRuns, type ScriptRun } from './script-runs.ts';

export interface LanguageChoice {
  readonly tag: string;
  /** In itself. */
  readonly name: string;
  readonly direction: Direction;
  readonly current: boolean;
}

export interface Ui extends Translator {
  /** Path and query of the page asked for, to come back to. */
  readonly path: string;
  /** Address prefix of style sheets and modules; changes with every build. */
  readonly assets: string;
  readonly languages: readonly LanguageChoice[];
  /** The person's name, or ''. */
  readonly author: string;
  /** A language's name in the reader's language. */
  languageName(tag: string): string;
  /** A name that somebody gave, cut by script. */
  scriptRuns(text: string): readonly ScriptRun[];
}

export function makeUi(req: Request, translators: Translators, assets: string): Ui {
  const language = languageOf(req);
  return {
    ...translators(language),
    path: req.method === 'GET' ? req.originalUrl : '/',
    assets,
    author: authorOf(req),
    languages: UI_LANGUAGES.map((tag) => ({ ...languageChoice(tag), current: tag === language })),
    languageName: (tag) => nameOfLanguage(language, tag),
    scriptRuns: (text) => scriptRuns(text, language),
  };
}

function languageChoice(text: string): Omit<LanguageChoice, 'current'> {
  const tag = parseLanguageTag(text);
  if (tag === null) return { tag: text, name: text, direction: 'ltr' };
  return { tag, name: languageName(tag), direction: directionOf(tag) };
}
