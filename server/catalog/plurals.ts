/**
 * i18next writes a plural as several keys, one for each category (`files_one`, `files_other`, and
 * `place_ordinal_two`). Languages have different categories (CLDR), so a message goes out with those of the
 * language that it is translated into.
 */
import type { LanguageTag } from '../core/text/language.ts';
import type { Message, MessagePath } from './catalogue.ts';

const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'];
const FORM = new RegExp(`^(.+?)(_ordinal)?_(${CATEGORIES.join('|')})$`, 'su');

/** A message of the source as the other language needs it. */
export interface WantedMessage {
  readonly key: string;
  readonly path: MessagePath;
  readonly source: string;
}

/** All messages in order; of a plural the categories of `language`, each with the nearest source text. */
export function wantedMessages(
  messages: readonly Message[],
  language: LanguageTag,
): readonly WantedMessage[] {
  const byKey = new Map(messages.map((message) => [message.key, message]));
  const done = new Set<string>();
  return messages.flatMap((message): readonly WantedMessage[] => {
    const form = FORM.exec(message.key);
    const stem = form === null ? '' : `${form[1] ?? ''}${form[2] ?? ''}_`;
    const other = byKey.get(`${stem}other`);
    if (form === null || other === undefined) return [wanted(message, message.key, message.text)];
    if (done.has(stem)) return [];
    done.add(stem);
    const type = form[2] === undefined ? 'cardinal' : 'ordinal';
    const { pluralCategories } = new Intl.PluralRules(language, { type }).resolvedOptions();
    // i18next also takes `_zero` for none at all, in every language.
    const categories = CATEGORIES.filter(
      (each) => pluralCategories.some((own) => own === each) || (each === 'zero' && byKey.has(`${stem}zero`)),
    );
    return categories.map((category) => {
      const own = byKey.get(`${stem}${category}`) ?? other;
      return wanted(own, `${stem}${category}`, own.text);
    });
  });
}

/** The message under a key that differs in the last name of its path only. */
function wanted({ key: own, path }: Message, key: string, source: string): WantedMessage {
  const last = String(path.at(-1) ?? '');
  const before = own.slice(0, own.length - last.length);
  return { key, path: key === own ? path : [...path.slice(0, -1), key.slice(before.length)], source };
}
