/** What a file amounts to: segments, words (with the method named), characters, repetitions, states. */
import type { State } from '../core/document/state.ts';
import { segmentsOf } from '../core/document/unit.ts';
import type { Problem } from '../core/problem.ts';
import { summarize } from '../core/progress/summary.ts';
import { textOf } from '../core/text/content.ts';
import type { LanguageTag } from '../core/text/language.ts';
import { WORD_METHOD, countCharacters, countWords } from '../core/text/words.ts';
import type { FileDependencies } from './dependencies.ts';
import { readFile, type ReadFileInput } from './read-file.ts';

export interface FileCount {
  readonly file: string;
  readonly format: string | null;
  readonly sourceLanguage: string | null;
  readonly targetLanguage: string | null;
  readonly units: number;
  readonly segments: number;
  readonly words: number;
  /** How words were counted. */
  readonly method: string;
  readonly characters: number;
  readonly charactersWithoutSpaces: number;
  readonly graphemes: number;
  /** Segments whose source text stood in the file before, and their words. */
  readonly repetitions: { readonly segments: number; readonly words: number };
  readonly byState: Readonly<Record<State, { readonly segments: number; readonly words: number }>>;
  readonly problems: readonly Problem[];
}

export function countFile(deps: FileDependencies, input: ReadFileInput): FileCount {
  const read = readFile(deps, input);
  const document = read.kind === 'read' ? read.document : null;
  const language: LanguageTag = document?.sourceLanguage ?? input.sourceLanguage;
  const units = (document?.units ?? []).filter((unit) => unit.translate);
  const segments = units.flatMap((unit) =>
    segmentsOf(unit).map(({ state, source }) => {
      const text = textOf(source);
      return { state, text, words: countWords(text, language), characters: countCharacters(text, language) };
    }),
  );
  const seen = new Set<string>();
  const repeated = segments.filter(({ text }) => seen.has(text) || !seen.add(text));
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const { byState } = summarize(
    segments.map(({ state, words }) => ({ ...NONE, [state]: { segments: 1, words } })),
  );
  return {
    file: input.fileName,
    format: document?.format ?? null,
    sourceLanguage: document?.sourceLanguage ?? null,
    targetLanguage: document?.targetLanguage ?? null,
    units: units.length,
    segments: segments.length,
    words: sum(segments.map(({ words }) => words)),
    method: WORD_METHOD,
    characters: sum(segments.map(({ characters }) => characters.all)),
    charactersWithoutSpaces: sum(segments.map(({ characters }) => characters.withoutSpaces)),
    graphemes: sum(segments.map(({ characters }) => characters.graphemes)),
    repetitions: { segments: repeated.length, words: sum(repeated.map(({ words }) => words)) },
    byState,
    problems: read.problems,
  };
}

const NOTHING = { segments: 0, words: 0 };
const NONE = { initial: NOTHING, translated: NOTHING, reviewed: NOTHING, final: NOTHING };
