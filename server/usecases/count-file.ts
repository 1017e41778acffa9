/** What files amount to, each on its own and all together: words and characters by named methods, states. */
import { countSegments, type SegmentCount } from '../core/document/count-segments.ts';
import type { Problem } from '../core/problem.ts';
import { addCounts, type Counts } from '../core/progress/counts.ts';
import { UNDETERMINED, type LanguageTag } from '../core/text/language.ts';
import type { FileDependencies } from './dependencies.ts';
import { readFile, type ReadFileInput } from './read-file.ts';

export interface CountedFile {
  readonly file: string;
  readonly format: string | null;
  readonly sourceLanguage: LanguageTag | null;
  readonly targetLanguage: LanguageTag | null;
  /** Those that are translated. */
  readonly units: number;
  readonly segments: readonly SegmentCount[];
  readonly problems: readonly Problem[];
}

export interface FileReport extends Counts {
  /** null: this is all of them together. */
  readonly file: string | null;
  /** null where they are not the same for all. */
  readonly format: string | null;
  readonly sourceLanguage: string | null;
  readonly targetLanguage: string | null;
  readonly units: number;
  /** Of the source, as `source` has them with their methods. */
  readonly words: number;
  readonly method: string;
  readonly characters: number;
  readonly charactersWithoutSpaces: number;
  readonly graphemes: number;
  readonly problems: readonly Problem[];
}

/** A file that cannot be read counts nothing, and its problems say why. */
export function countFile(deps: FileDependencies, input: ReadFileInput): CountedFile {
  const read = readFile(deps, input);
  const document = read.kind === 'read' ? read.document : null;
  const units = document?.units ?? [];
  const source = document?.sourceLanguage ?? input.sourceLanguage;
  const targetLanguage = document?.targetLanguage ?? null;
  return {
    file: input.fileName,
    format: document?.format ?? null,
    sourceLanguage: document?.sourceLanguage ?? null,
    targetLanguage,
    units: units.filter((unit) => unit.translate).length,
    segments: countSegments(units, source, targetLanguage ?? UNDETERMINED),
    problems: read.problems,
  };
}

/** One report a file, and for several one more at the end: all of them, where a repetition may be of another file. */
export function reportFiles(files: readonly CountedFile[]): readonly FileReport[] {
  const reports = files.map((file) => report(file.file, [file]));
  return files.length > 1 ? [...reports, report(null, files)] : reports;
}

function report(file: string | null, files: readonly CountedFile[]): FileReport {
  const source = same(files.map(({ sourceLanguage }) => sourceLanguage));
  const target = same(files.map(({ targetLanguage }) => targetLanguage));
  const counts = addCounts(
    files.flatMap(({ segments }) => segments),
    distinct(files.map(({ sourceLanguage }) => sourceLanguage)),
    distinct(files.map(({ targetLanguage }) => targetLanguage)),
  );
  return {
    file,
    format: same(files.map(({ format }) => format)),
    sourceLanguage: source,
    targetLanguage: target,
    units: files.reduce((sum, { units }) => sum + units, 0),
    words: counts.source.words.count,
    method: counts.source.words.method,
    characters: counts.source.characters.count,
    charactersWithoutSpaces: counts.source.charactersWithoutSpaces.count,
    graphemes: counts.source.graphemes.count,
    ...counts,
    problems: file === null ? [] : files.flatMap(({ problems }) => problems),
  };
}

function distinct(languages: readonly (LanguageTag | null)[]): readonly LanguageTag[] {
  return [...new Set(languages)].filter((language) => language !== null);
}

function same<T>(values: readonly T[]): T | null {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : null;
}
