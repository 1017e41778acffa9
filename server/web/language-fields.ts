/** Choosing languages: a list of widespread ones by their names, and any other by its BCP 47 tag. */
import { directionOf, languageName, parseLanguageTag, type LanguageTag } from '../core/text/language.ts';
import { keepSyllables } from '../i18n/burmese-lines.ts';
import type { Translator } from '../i18n/translator.ts';

/** Offered by name. Every other one can be typed; there is no language that the workbench refuses. */
const OFFERED =
  'ar bn de el en es fa fr he hi id it ja kac km ko ku lo my nl pl ps pt ru shn sw th tr uk ur vi zh-Hans zh-Hant';

export interface LanguageOption {
  readonly tag: string;
  readonly name: string;
  readonly chosen: boolean;
}

/** A group of check boxes with a field for others. */
export interface LanguageFields {
  readonly legend: string;
  readonly hint: string;
  readonly otherLabel: string;
  readonly options: readonly LanguageOption[];
  readonly other: string;
}

/** The offered languages but `without`, in the order of their names in the reader's language. */
export function languageOptions(
  translator: Translator,
  chosen: readonly string[],
  without: readonly string[] = [],
): readonly LanguageOption[] {
  const collator = new Intl.Collator(translator.language);
  return OFFERED.split(' ')
    .filter((tag) => !without.includes(tag))
    .map((tag) => ({ tag, name: nameOfLanguage(translator.language, tag), chosen: chosen.includes(tag) }))
    .sort((a, b) => collator.compare(a.name, b.name));
}

/** For typing a tag: those of one's own first, then the offered ones. */
export function offeredLanguages(
  translator: Translator,
  own: readonly LanguageTag[],
): readonly LanguageOption[] {
  const first = own.map((tag) => ({ tag, name: nameOfLanguage(translator.language, tag), chosen: false }));
  return [...first, ...languageOptions(translator, [], own)];
}

/** In the reader's language; in English where it has no name there; the tag itself where there is none at all. */
export function nameOfLanguage(reader: string, text: string): string {
  const tag = parseLanguageTag(text);
  if (tag === null) return text;
  const name = languageName(tag, reader);
  return name === tag ? languageName(tag, 'en') : keepSyllables(name);
}

export interface ParsedLanguages {
  readonly tags: readonly LanguageTag[];
  /** What was typed and is no language tag. */
  readonly invalid: readonly string[];
}

/** Reads check boxes and typed tags together: `fa`, `my, shn`, `pt-BR`. */
export function parseLanguages(texts: readonly string[]): ParsedLanguages {
  const words = texts.flatMap((text) => text.split(/[\s,;،၊]+/u)).filter((word) => word !== '');
  const parsed = words.map((word) => ({ word, tag: parseLanguageTag(word) }));
  return {
    tags: [...new Set(parsed.flatMap(({ tag }) => (tag === null ? [] : [tag])))],
    invalid: parsed.filter(({ tag }) => tag === null).map(({ word }) => word),
  };
}

/** A language as pages show it. */
export interface LanguageView {
  readonly tag: string;
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
}

export function languageView(translator: Translator, tag: LanguageTag): LanguageView {
  return { tag, name: nameOfLanguage(translator.language, tag), direction: directionOf(tag) };
}
