/** Changes one attribute of an element and nothing else of it. */
import type { Splice } from '../splice.ts';
import { escapeAttribute } from '../xml/escape.ts';
import type { XmlElement } from '../xml/scanner.ts';
import type { XmlSource } from '../xml/source.ts';

/** null removes it; a new one goes behind the last, in the quotes of the others. */
export function setAttribute(
  source: XmlSource,
  element: XmlElement,
  name: string,
  value: string | null,
): readonly Splice[] {
  const existing = element.attributes.find((each) => each.name === name);
  const raw = value === null ? '' : source.encode(escapeAttribute(value));
  if (existing && value !== null) return [{ start: existing.valueStart, end: existing.valueEnd, text: raw }];
  if (existing) {
    let start = existing.start;
    while (/\s/u.test(source.raw.charAt(start - 1))) start -= 1;
    return [{ start, end: existing.end, text: '' }];
  }
  if (value === null) return [];
  const last = element.attributes.at(-1);
  const at = last?.end ?? element.start + 1 + element.name.length;
  const quote = last ? (source.raw[last.end - 1] ?? '"') : '"';
  return [{ start: at, end: at, text: ` ${name}=${quote}${raw}${quote}` }];
}
