/** A file that came back: read, and refused where it cannot be one of this document in this language. */
import type { Document } from '../core/document/document.ts';
import { joinUnits, shapesOf } from '../core/document/flat-units.ts';
import {
  countSegments,
  unplacedPairs,
  withLines,
  withPairs,
  type ContentPair,
} from '../core/document/listed-translations.ts';
import { problem, type Problem } from '../core/problem.ts';
import { textOf } from '../core/text/content.ts';
import type { LanguageTag } from '../core/text/language.ts';
import { detectList } from '../formats/detect.ts';
import type { Format, TranslationList } from '../formats/format.ts';
import type { Dependencies } from './dependencies.ts';
import { readFile } from './read-file.ts';

export interface ReturnedFile {
  /** null where the file is a list of translations and no document. */
  readonly format: Format | null;
  readonly bytes: Uint8Array;
  readonly document: Document;
  /** What we have. */
  readonly ours: Document;
  readonly problems: readonly Problem[];
}

export type ReadReturnedResult =
  | { readonly kind: 'returned'; readonly file: ReturnedFile }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

export interface ReturnedInput {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly language: LanguageTag;
  /** What we have, in that language. */
  readonly ours: Document;
  readonly sourceLanguage: LanguageTag;
}

export function readReturnedFile(deps: Dependencies, input: ReturnedInput): ReadReturnedResult {
  if (input.bytes.length === 0) return refuse(problem('file-empty'));
  const list = detectList(input.bytes, input.fileName);
  if (list !== null) return readList(list, input);
  const read = readFile(deps, { ...input, targetLanguages: [input.language] });
  if (read.kind === 'refused') return read;
  const { format, problems } = read;
  // A tool that knows no segments was given each as a unit of its own.
  const document = joinUnits(read.document, shapesOf(input.ours));
  if (format.kind !== 'bilingual')
    return refuse(problem('import-not-bilingual', null, { format: format.name }));
  const { targetLanguage } = document;
  if (targetLanguage !== null && targetLanguage !== input.language) {
    return refuse(
      problem('import-other-language', null, { expected: input.language, found: targetLanguage }),
    );
  }
  return { kind: 'returned', file: { format, bytes: input.bytes, document, ours: input.ours, problems } };
}

/** TMX or lines of text: as if the document had come back with them. */
function readList(
  list: TranslationList,
  { bytes, language, ours, sourceLanguage }: ReturnedInput,
): ReadReturnedResult {
  const languages = { source: ours.sourceLanguage ?? sourceLanguage, target: language };
  const { list: found, problems } = list.read(bytes, languages);
  if (found === null) return { kind: 'refused', problems };
  const document = found.kind === 'pairs' ? withPairs(ours, found.pairs) : withLines(ours, found.lines);
  if (document === null) {
    const lines = found.kind === 'lines' ? found.lines.length : 0;
    return refuse(problem('import-lines-differ', null, { expected: countSegments(ours), found: lines }));
  }
  if (found.kind === 'pairs' && found.pairs.length === 0) {
    return refuse(problem('import-no-pairs', null, { source: languages.source, target: language }));
  }
  const unplaced = found.kind === 'pairs' ? unplacedPairs(ours, found.pairs) : [];
  const file = { format: null, bytes, document, ours, problems: [...problems, ...namePairs(unplaced)] };
  return { kind: 'returned', file };
}

const NAMED_PAIRS = 5;
const NAMED_LENGTH = 60;

/** How many translate nothing here, with the first of them by name. */
function namePairs(unplaced: readonly ContentPair[]): readonly Problem[] {
  if (unplaced.length === 0) return [];
  const names = unplaced.slice(0, NAMED_PAIRS).map(({ source }) => {
    const text = textOf(source).trim().replace(/\s+/gu, ' ');
    return text.length > NAMED_LENGTH ? `${text.slice(0, NAMED_LENGTH)}…` : text;
  });
  const texts = [...names, ...(unplaced.length > NAMED_PAIRS ? ['…'] : [])].join(' | ');
  return [problem('import-pairs-unplaced', null, { count: unplaced.length, texts })];
}

function refuse(...problems: readonly Problem[]): ReadReturnedResult {
  return { kind: 'refused', problems };
}
