/**
 * Which files of a package are one translation: those into one language. Files that only hold the source of others
 * are no translation at all and are left alone.
 */
import { problem, type Problem } from '../../core/problem.ts';
import { primaryOf, type LanguageTag } from '../../core/text/language.ts';
import type { PackageLayout } from './layouts.ts';
import type { PackageFile } from './open.ts';

export interface Chosen {
  readonly language: LanguageTag | null;
  readonly files: readonly PackageFile[];
}

/**
 * The files into the language of the package; where it has several, the one that is wanted, or its only variety.
 * Reports `package-languages` with what there is where that does not tell. Files that name no language belong to
 * every translation.
 */
export function chooseLanguage(
  files: readonly PackageFile[],
  layout: PackageLayout,
  wanted: readonly LanguageTag[],
): Chosen | Problem {
  const languages = new Map<PackageFile, LanguageTag | null>();
  for (const file of files) {
    languages.set(file, standsAsSource(file, files, layout) ? null : languageOf(file, layout));
  }
  const targeted = files.filter((file) => languages.get(file) !== null);
  const found = [...new Set(languages.values())].filter((language) => language !== null);
  const language = found.length <= 1 ? (found[0] ?? null) : pick(found, wanted);
  if (found.length > 1 && language === null) {
    return problem('package-languages', null, { languages: found.toSorted().join(', ') });
  }
  const chosen = files.filter((file) => {
    const own = languages.get(file) ?? null;
    return own === null
      ? !standsAsSource(file, files, layout) && !isSourceCopy(file, targeted, languages)
      : own === language;
  });
  return { language, files: chosen };
}

/** What the file says of itself goes before what its place says. A target in the source's language is none. */
function languageOf({ name, document }: PackageFile, layout: PackageLayout): LanguageTag | null {
  const { sourceLanguage, targetLanguage } = document;
  const isOther = (language: LanguageTag | null): boolean => language !== null && language !== sourceLanguage;
  if (isOther(targetLanguage)) return targetLanguage;
  const place = layout.languageOf(name);
  return isOther(place) ? place : null;
}

function pick(found: readonly LanguageTag[], wanted: readonly LanguageTag[]): LanguageTag | null {
  const exact = found.filter((language) => wanted.includes(language));
  if (exact.length > 0) return only(exact);
  const primaries = new Set(wanted.map(primaryOf));
  return only(found.filter((language) => primaries.has(primaryOf(language))));
}

function only(languages: readonly LanguageTag[]): LanguageTag | null {
  return languages.length === 1 ? (languages[0] ?? null) : null;
}

/** It stands in the source language's folder, and under the same name in another one's. */
function standsAsSource(file: PackageFile, files: readonly PackageFile[], layout: PackageLayout): boolean {
  const place = layout.languageOf(file.name);
  if (place === null || place !== file.document.sourceLanguage) return false;
  return files.some((other) => {
    const language = layout.languageOf(other.name);
    return language !== null && language !== place && sameName(file.name, place, other.name, language);
  });
}

/** A translated file has the same name, but for the languages in it: `a.xlf` and `a.fa.xlf`, `en/a.xlf` and `fa/a.xlf`. */
function isSourceCopy(
  file: PackageFile,
  targeted: readonly PackageFile[],
  languages: ReadonlyMap<PackageFile, LanguageTag | null>,
): boolean {
  return targeted.some((other) => {
    const language = languages.get(other) ?? null;
    return language !== null && sameName(file.name, file.document.sourceLanguage, other.name, language);
  });
}

function sameName(a: string, aLanguage: LanguageTag | null, b: string, bLanguage: LanguageTag): boolean {
  return withoutLanguage(a, aLanguage) === withoutLanguage(b, bLanguage);
}

/** `fa/x.fa_IR.xlf` → `x.xlf`. */
function withoutLanguage(name: string, language: LanguageTag | null): string {
  const path = name.toLowerCase();
  if (language === null) return path;
  const full = language.toLowerCase();
  const tags = [full, full.replaceAll('-', '_'), primaryOf(language)].join('|');
  return path
    .replace(new RegExp(`(^|[/._-])(?:${tags})(?=[/._-])`, 'gu'), '$1')
    .replace(/^[/._-]+|([/._-])[/._-]+/gu, '$1');
}
