/**
 * Glossaries as OmegaT keeps them: plain text, one pair of terms a line, with tabs between the term, its translation
 * and a comment; lines that begin with # are comments.
 */
import { problem, type Problem } from '../../core/problem.ts';
import type { Concept } from '../../core/terminology/concept.ts';
import { isOfLanguage } from '../../core/terminology/term-index.ts';
import type {
  TermFormat,
  TermReadOptions,
  TermReadResult,
  TermWriteOptions,
  WriteResult,
} from '../format.ts';
import { decodeList } from '../shared/decode.ts';
import { conceptsOf, pairsOf, type TermRow } from '../shared/term-rows.ts';
import { writableConcepts } from '../shared/writable-concepts.ts';

export const glossary: TermFormat = {
  id: 'omegat',
  name: 'OmegaT',
  extensions: ['.txt', '.tab', '.utf8'],
  mediaType: 'text/tab-separated-values',
  probe: (head, fileName) => {
    if (/\.(?:tab|utf8)$/iu.test(fileName)) return 0.6;
    const text = new TextDecoder().decode(head);
    return /^(?:\ufeff?#[^\n]*\n|\s*\n)*\ufeff?[^\t\n]+\t[^\t\n]/u.test(text) ? 0.3 : 0;
  },
  read: readGlossary,
  write: writeGlossary,
};

/** Reports what decoding does, `terms-columns` where nobody said the languages, and each line that is no term. */
function readGlossary(
  bytes: Uint8Array,
  { sourceLanguage, targetLanguage }: TermReadOptions,
): TermReadResult {
  const decoding = decodeList(bytes);
  if ('problem' in decoding) return { concepts: null, problems: [decoding.problem] };
  if (sourceLanguage === null || targetLanguage === null)
    return { concepts: null, problems: [problem('terms-columns')] };
  const problems: Problem[] = [];
  const rows: TermRow[] = [];
  for (const [index, line] of decoding.decoded.text.split(/\r\n|\r|\n/u).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [source = '', target = '', ...note] = line.split('\t').map((field) => field.trim());
    if (source === '' || target === '')
      problems.push(problem('glossary-line', { line: index + 1, column: 1 }));
    else {
      const terms = [
        { language: sourceLanguage, text: source },
        { language: targetLanguage, text: target },
      ];
      rows.push({ id: '', terms, concept: { note: note.filter((field) => field !== '').join(' ') } });
    }
  }
  return { concepts: conceptsOf(rows), problems };
}

/** Terms that are not to be used are left out, for a glossary could not say so. */
function writeGlossary(
  given: readonly Concept[],
  { sourceLanguage, targetLanguage }: TermWriteOptions,
): WriteResult {
  if (sourceLanguage === null || targetLanguage === null)
    return { bytes: null, problems: [problem('terms-columns')] };
  const { concepts, problems } = writableConcepts(given);
  let unwritten = 0;
  const lines = concepts.flatMap((concept) => {
    const pairs = pairsOf(
      concept,
      (term) => isOfLanguage(term, sourceLanguage),
      (term) => isOfLanguage(term, targetLanguage),
    );
    if (pairs.length === 0) unwritten += 1;
    const note = concept.note === '' ? concept.definition : concept.note;
    return pairs.map(({ source, target }) => {
      const fields = [source.text, target.text, ...(note === '' ? [] : [note])];
      return fields
        .map((field) =>
          field
            .replace(/\s+/gu, ' ')
            .replace(/^[\s#]+/u, '')
            .trim(),
        )
        .join('\t');
    });
  });
  return {
    bytes: new TextEncoder().encode(lines.map((line) => `${line}\n`).join('')),
    problems:
      unwritten === 0 ? problems : [...problems, problem('terms-unwritten', null, { count: unwritten })],
  };
}
