/** Where tags and elements of a checked text end, found without reading them. */

/** Behind the start tag, from somewhere behind its name and not in a value; -1 where it does not end. */
export function tagEnd(text: string, from: number): number {
  let at = from;
  for (;;) {
    const unit = text.charCodeAt(at);
    if (unit === 0x3e) return at + 1;
    if (Number.isNaN(unit) || unit === 0x3c) return -1;
    if (unit === 0x22 || unit === 0x27) {
      at = text.indexOf(unit === 0x22 ? '"' : "'", at + 1);
      if (at < 0) return -1;
    }
    at += 1;
  }
}

/** Behind the element whose start tag ends at `from`; -1 where it does not end. */
export function elementEnd(text: string, from: number): number {
  let depth = isEmpty(text, from) ? 0 : 1;
  let at = from;
  while (depth > 0) {
    const tag = text.indexOf('<', at);
    if (tag < 0) return -1;
    const next = text.charCodeAt(tag + 1);
    if (next === 0x2f) {
      depth -= 1;
      at = text.indexOf('>', tag) + 1;
      if (at === 0) return -1;
    } else if (next === 0x21 || next === 0x3f) {
      at = asideEnd(text, tag);
      if (at < 0) return -1;
    } else {
      at = tagEnd(text, tag + 1);
      if (at < 0) return -1;
      if (!isEmpty(text, at)) depth += 1;
    }
  }
  return at;
}

/** Whether the tag that ends there is `<x/>`. */
function isEmpty(text: string, end: number): boolean {
  return text.charCodeAt(end - 2) === 0x2f;
}

/** Behind the comment, instruction or CDATA section that begins at `start`; -1 where it does not end. */
export function asideEnd(text: string, start: number): number {
  const cdata = text.startsWith('<![CDATA[', start);
  const closing = cdata ? ']]>' : text.startsWith('<!--', start) ? '-->' : '?>';
  const found = text.indexOf(closing, start + (cdata ? 9 : closing === '-->' ? 4 : 2));
  return found < 0 ? -1 : found + closing.length;
}
