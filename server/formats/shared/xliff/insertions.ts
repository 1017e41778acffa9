/** Puts a new element beside another, indented as that one is, with the file's own line ends. */
import type { Splice } from '../splice.ts';
import type { XmlElement } from '../xml/scanner.ts';
import type { XmlSource } from '../xml/source.ts';

export function insertAfter(source: XmlSource, element: XmlElement, text: string): Splice {
  return { start: element.end, end: element.end, text: `${indentOf(source, element)}${text}` };
}

export function insertBefore(source: XmlSource, element: XmlElement, text: string): Splice {
  return { start: element.start, end: element.start, text: `${text}${indentOf(source, element)}` };
}

/** The line end and white space before the element where it begins its line; '' where it does not. */
function indentOf(source: XmlSource, element: XmlElement): string {
  let start = element.start;
  while (/[ \t]/u.test(source.raw.charAt(start - 1))) start -= 1;
  const lineEnd = source.raw.slice(start - 2, start) === '\r\n' ? '\r\n' : source.raw.charAt(start - 1);
  return /^\r?\n$|^\r$/u.test(lineEnd) ? lineEnd + source.raw.slice(start, element.start) : '';
}
