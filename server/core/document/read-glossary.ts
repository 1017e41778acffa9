/**
 * A glossary as plain text, one term a line: the source term, a tab, its translation, and, after another tab, a
 * note. The form that OmegaT keeps its glossaries in; lines that begin with # are comments.
 */
import { problem, type Problem } from '../problem.ts';
import type { Term } from './enrichment.ts';

/** Every term; a line that is none is reported with its place, and the others are taken. */
export function readGlossary(text: string): {
  readonly terms: readonly Term[];
  readonly problems: readonly Problem[];
} {
  const terms: Term[] = [];
  const problems: Problem[] = [];
  for (const [index, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [source = '', target = '', ...note] = line.split('\t').map((field) => field.trim());
    if (source === '' || target === '')
      problems.push(problem('glossary-line', { line: index + 1, column: 1 }));
    else terms.push({ source, target, note: note.filter((field) => field !== '').join(' ') });
  }
  return { terms, problems };
}
