/**
 * Which files of a package are one translation: those into one language. Files that only hold the source of others
 * are no translation at all and are left alone.
 */
import { segmentsOf } from '../../core/document/unit.ts';
import { problem, type Problem } from '../../core/problem.ts';
import { textOf } from '../../core/text/content.ts';
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
      ? !standsAsSource(file, files, layout) && !isSourceCopy(file, targeted)
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
  const counterpart = layout.counterpart(file.name);
  const place = layout.languageOf(file.name);
  if (counterpart === null || place === null || place !== file.document.sourceLanguage) return false;
  return files.some(
    (other) => layout.counterpart(other.name) === counterpart && layout.languageOf(other.name) !== place,
  );
}

/** Most of its units stand in a translated file. */
function isSourceCopy(file: PackageFile, targeted: readonly PackageFile[]): boolean {
  const units = sourcesOf(file);
  return targeted.some((other) => {
    const theirs = new Set(sourcesOf(other));
    return units.filter((unit) => theirs.has(unit)).length * 2 > units.length;
  });
}

function sourcesOf({ document }: PackageFile): readonly string[] {
  return document.units.map(
    (unit) =>
      `${unit.id}\u0000${segmentsOf(unit)
        .map(({ source }) => textOf(source))
        .join('')}`,
  );
}
