/**
 * Some tools reindent the text of a file. Where they did it to a source, they did it to its target too, and there
 * what the source had before tells what the white space was.
 */
import { codeKey, normalizeContent, textOf, type Content } from '../../text/content.ts';

/** White space with a line end in it: what indenting puts there. */
const INDENT = /\s*[\r\n]\s*/gu;

/** The target without the indenting. The source as it was must not hold line ends itself: then nothing is known. */
export function withoutIndenting(target: Content, source: Content): Content {
  const text = textOf(source);
  if (/[\r\n]/u.test(text)) return target;
  const spaced = spacedCodes(source);
  const parts = normalizeContent(target);
  const mended = parts.map((part, index) => {
    if (typeof part !== 'string') return part;
    const [before, after] = [parts[index - 1], parts[index + 1]];
    const first = before === undefined ? leading(text) : spaceBeside(before, 'after', spaced);
    const last = after === undefined ? trailing(text) : spaceBeside(after, 'before', spaced);
    return part.replace(INDENT, (run, at: number) => {
      if (at === 0 && run.length === part.length) return first === '' ? last : first;
      if (at === 0) return first;
      return at + run.length === part.length ? last : ' ';
    });
  });
  return normalizeContent(mended);
}

function leading(text: string): string {
  return /^\s*/u.exec(text)?.[0] ?? '';
}

function trailing(text: string): string {
  return /\s*$/u.exec(text)?.[0] ?? '';
}

/** Sides of codes at which the source has white space. */
function spacedCodes(source: Content): ReadonlySet<string> {
  const spaced = new Set<string>();
  const parts = normalizeContent(source);
  parts.forEach((part, index) => {
    if (typeof part === 'string') return;
    const [before, after] = [parts[index - 1], parts[index + 1]];
    if (typeof before === 'string' && /\s$/u.test(before)) spaced.add(`before ${codeKey(part)}`);
    if (typeof after === 'string' && /^\s/u.test(after)) spaced.add(`after ${codeKey(part)}`);
  });
  return spaced;
}

function spaceBeside(part: Content[number], side: 'before' | 'after', spaced: ReadonlySet<string>): '' | ' ' {
  return typeof part !== 'string' && spaced.has(`${side} ${codeKey(part)}`) ? ' ' : '';
}
