/**
 * Says things in a person's language. i18next finds the message (with English as the fallback), @formatjs/intl
 * formats it (ICU) and every number, date and list, in the language's own digits and calendar.
 * Texts put into a message are wrapped in bidi isolates, so that a Latin file name cannot disorder a Persian
 * sentence; numbers are not.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createIntl, createIntlCache, type IntlShape } from '@formatjs/intl';
import i18next, { type i18n } from 'i18next';
import { z } from 'zod';
import { directionOf, parseLanguageTag, type Direction, type LanguageTag } from '../core/text/language.ts';
import { keepSyllables } from './burmese-lines.ts';
import { UI_LANGUAGES } from './languages.ts';
import { NAMESPACES, type MessageKey, type MessageValues } from './messages.ts';

export interface Translator {
  readonly language: LanguageTag;
  readonly direction: Direction;
  t(key: MessageKey, values?: MessageValues): string;
  /** A text of a check (`title`, `why` or one of its messages), which is named by data and not by its author. */
  check(id: string, part: string, values?: MessageValues): string;
  number(value: number): string;
  /** A share from 0 to 1 as a whole percentage; never 100 % unless all, never 0 % unless none. */
  percent(share: number): string;
  date(time: number): string;
  dateTime(time: number): string;
  list(items: readonly string[]): string;
  /** What is known of something, side by side in a line; '' is left out. Each stands by itself, as in `list`. */
  facts(facts: readonly string[]): string;
}

/** Gives the translator for a language; for one without catalogues, messages are English, formats its own. */
export type Translators = (language: string) => Translator;

const catalogueSchema = z.record(z.string(), z.string());

/** Reads all catalogues below `folder` (`<language>/<namespace>.json`) and makes the translators of them. */
export function loadTranslators(folder: string): Translators {
  const instance = i18next.createInstance();
  const intls = new Map<string, IntlShape>();
  void instance.use(icuFormat(intls)).init({
    initAsync: false,
    fallbackLng: 'en',
    ns: [...NAMESPACES],
    keySeparator: false,
    resources: Object.fromEntries(
      UI_LANGUAGES.map((language) => [
        language,
        Object.fromEntries(NAMESPACES.map((name) => [name, readCatalogue(folder, language, name)])),
      ]),
    ),
  });
  const made = new Map<string, Translator>();
  return (language) => {
    const known = made.get(language);
    if (known) return known;
    const translator = makeTranslator(instance, intls, language);
    made.set(language, translator);
    return translator;
  };
}

function readCatalogue(folder: string, language: string, name: string): Record<string, string> {
  return catalogueSchema.parse(JSON.parse(readFileSync(join(folder, language, `${name}.json`), 'utf8')));
}

/** The i18next plug-in that hands the found message to @formatjs/intl. */
function icuFormat(intls: ReadonlyMap<string, IntlShape>): {
  type: 'i18nFormat';
  name: string;
  parse(
    message: unknown,
    options: Record<string, unknown>,
    language: string,
    ns: string,
    key: string,
  ): string;
  addLookupKeys(keys: string[]): string[];
} {
  /** Of those that were asked for: to look through the whole catalogue would hold up every start. */
  const kept = new Map<string, string>();
  return {
    type: 'i18nFormat',
    name: 'icu',
    parse: (message, options, language, _ns, key) => {
      const intl = intls.get(String(options['intlLanguage'])) ?? intls.get(language);
      if (typeof message !== 'string' || intl === undefined) return key;
      const defaultMessage = kept.get(message) ?? keepSyllables(message);
      kept.set(message, defaultMessage);
      return intl.formatMessage({ id: key, defaultMessage }, valuesSchema.parse(options['values'] ?? {}));
    },
    addLookupKeys: (keys) => keys,
  };
}

const valuesSchema = z.record(z.string(), z.union([z.string(), z.number()]));

function makeTranslator(instance: i18n, intls: Map<string, IntlShape>, wanted: string): Translator {
  const language = parseLanguageTag(wanted) ?? ('en' as LanguageTag);
  const intl = createIntl(
    // formatjs formats a message that is not in its own catalogue by the default locale: it must be the same one,
    // or a Persian message would count by English rules and digits.
    { locale: language, defaultLocale: language, onError: ignoreMissing },
    createIntlCache(),
  );
  intls.set(language, intl);
  const t = instance.getFixedT(language);
  return {
    language,
    direction: directionOf(language),
    t: (key, values = {}) => t(key, { values: isolate(values), intlLanguage: language }),
    check: (id, part, values = {}) =>
      t(`checks:${id}.${part}`, { values: isolate(values), intlLanguage: language }),
    number: (value) => intl.formatNumber(value),
    percent: (share) => intl.formatNumber(honestShare(share), { style: 'percent', maximumFractionDigits: 0 }),
    date: (time) => intl.formatDate(time, { dateStyle: 'long' }),
    dateTime: (time) => intl.formatDate(time, { dateStyle: 'medium', timeStyle: 'short' }),
    // Each name by itself, or those in Latin letters would stand in a Persian list from left to right, as one run.
    list: (items) => intl.formatList(items.map((item) => isolateFact(item, directionOf(language)))),
    facts: (facts) =>
      facts
        .filter((fact) => fact !== '')
        .map((fact) => isolateFact(fact, directionOf(language)))
        .join(' · '),
  };
}

/**
 * @formatjs/intl reports each message that only i18next knows; i18next has found it, so that is no error. A message
 * whose value is missing is shown with its placeholder: a person who reads `{file}` is better off than one who gets
 * no answer at all (scripts/check-problem-values.ts finds the mistake).
 */
function ignoreMissing(error: { readonly code: string; readonly message: string }): void {
  if (error.code === 'MISSING_TRANSLATION' || error.code === 'MISSING_DATA' || error.code === 'FORMAT_ERROR')
    return;
  throw new Error(error.message);
}

/** Overrides, embeddings and isolates: with them a name could end its own isolation. */
const BIDI_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/gu;

function isolate(values: MessageValues): MessageValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && value !== '' ? isolateText(value) : value,
    ]),
  );
}

function isolateText(text: string): string {
  return `\u2068${isListOfIsolates(text) ? text : text.replace(BIDI_CONTROLS, '')}\u2069`;
}

/**
 * A fact that has isolates in it is a message of ours, which names something: it reads as the page does. Guessed from its
 * text, the direction would be that of what stands outside of the isolates, often of nothing but a number.
 */
function isolateFact(fact: string, direction: Direction): string {
  const isolated = isolateText(fact);
  if (!isolated.slice(1).includes('\u2068')) return isolated;
  return `${direction === 'rtl' ? '\u2067' : '\u2066'}${isolated.slice(1)}`;
}

/** What `list` makes: isolates side by side and closed, which can end nothing but themselves. */
function isListOfIsolates(text: string): boolean {
  const controls = text.match(BIDI_CONTROLS) ?? [];
  return /^(?:\u2068\u2069)+$/u.test(controls.join(''));
}

function honestShare(share: number): number {
  if (share > 0 && share < 0.01) return 0.01;
  if (share < 1 && share > 0.99) return 0.99;
  return share;
}
