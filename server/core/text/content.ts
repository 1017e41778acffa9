/**
 * Content: the one shape of translatable text. A sequence of text runs and inline codes, never a string with
 * markup in it. Screen, checks, matching, counting and every format read this shape and nothing else.
 *
 * An inline code is what the original has instead of text (XLIFF 2.1 §4.2.3, "inline codes"): an `open` and a
 * `close` share an id and make a pair, which may begin in one segment of a unit and end in a later one; a
 * `standalone` code is one point (a line break, a picture); a `marker` is an annotation (mrk, sm, em).
 */

export type CodeKind = 'open' | 'close' | 'standalone' | 'marker';

/** XLIFF 2.1 §4.3.1.36: what sort of thing a code is. */
export type CodeType = 'fmt' | 'ui' | 'quote' | 'link' | 'image' | 'other';

export interface InlineCode {
  readonly code: CodeKind;
  /** Unique in the unit, but for the two halves of a pair, which share it. */
  readonly id: string;
  /** Plain text that stands for the code where codes cannot be shown ('\n' for a line break), or ''. */
  readonly equiv: string;
  /** The original data: the very characters of the original document, or '' where unknown. */
  readonly text: string;
  /** Of a marker only: which end of the annotation this is. */
  readonly edge?: 'open' | 'close';
  readonly type?: CodeType;
  /** `prefix:name` as in XLIFF (`xlf:b`, `xlf:i`, `xlf:lb`; ours are `recto:…`, see core/text/code-types.ts). */
  readonly subType?: string;
  /** Of links and pictures: where they lead, as written in the original. */
  readonly href?: string;
  /** What an editor may not do with it; absent means allowed (XLIFF 2.1 §4.3.1.2-6). */
  readonly canDelete?: false;
  readonly canCopy?: false;
  readonly canReorder?: false;
  readonly canOverlap?: false;
  /** Of a code that keeps its order: it begins a sequence of such (`canReorder="firstNo"`). */
  readonly beginsSequence?: true;
  /** Of a clone: the id of the code that it was made of (XLIFF 2.1 §4.3.1.9). */
  readonly copyOf?: string;
  /** Of a marker that says so: whether what it holds is translated (XLIFF 2.1 §4.7.3.1.1). */
  readonly translate?: boolean;
}

export type ContentPart = string | InlineCode;
export type Content = readonly ContentPart[];

/** Text alone; codes are left out. */
export function textOf(content: Content): string {
  return content.map((part) => (typeof part === 'string' ? part : '')).join('');
}

/** How many characters (code points) the text has, white space among them; codes are left out. */
export function characterCount(content: Content): number {
  let count = 0;
  for (const part of content) {
    if (typeof part !== 'string') continue;
    for (let at = 0; at < part.length; at += (part.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) count += 1;
  }
  return count;
}

/** Text with each code replaced by its equivalent. */
export function equivalentText(content: Content): string {
  return content.map((part) => (typeof part === 'string' ? part : part.equiv)).join('');
}

/** Whether half of a character stands in it: one of a surrogate pair whose other half is not beside it, but behind a code. */
export function hasLoneSurrogate(content: Content): boolean {
  const isLone = (part: ContentPart): boolean => typeof part === 'string' && LONE.test(part);
  return content.some(isLone) && normalizeContent(content).some(isLone);
}

const LONE = /\p{Surrogate}/u;

/** Only the codes, in order. */
export function codesOf(content: Content): readonly InlineCode[] {
  return content.filter((part) => typeof part !== 'string');
}

/** Whether there is neither text nor code in it. */
export function isEmpty(content: Content): boolean {
  return content.every((part) => part === '');
}

/** The same content with neighbouring text runs joined and empty ones dropped; itself where there are none. */
export function normalizeContent(content: Content): Content {
  if (isNormal(content)) return content;
  const result: ContentPart[] = [];
  for (const part of content) {
    if (part === '') continue;
    const last = result.at(-1);
    if (typeof part === 'string' && typeof last === 'string') result[result.length - 1] = last + part;
    else result.push(part);
  }
  return result;
}

function isNormal(content: Content): boolean {
  let wasText = false;
  for (const part of content) {
    const isText = typeof part === 'string';
    if (part === '' || (isText && wasText)) return false;
    wasText = isText;
  }
  return true;
}

/** What a code is known by in its unit. */
export interface CodeName {
  readonly code: CodeKind;
  readonly edge?: 'open' | 'close' | undefined;
  readonly id: string;
}

/** Names a code within its unit: the halves of a pair and the edges of a marker differ. */
export function codeKey(code: CodeName): string {
  return `${code.code}${code.edge === undefined ? '' : `-${code.edge}`}:${code.id}`;
}

/** Whether both have one key. Ids come last: unlike the few kinds, they are compared character by character. */
export function isSameCode(a: CodeName, b: CodeName): boolean {
  return a.code === b.code && a.edge === b.edge && a.id === b.id;
}

/** Whether both say the same: equal text and the same codes, by kind and id, in the same places. */
export function sameContent(a: Content, b: Content): boolean {
  const left = normalizeContent(a);
  const right = normalizeContent(b);
  if (left.length !== right.length) return false;
  let index = 0;
  for (const part of left) {
    const other = right[index];
    index += 1;
    if (typeof part === 'string' || typeof other === 'string' || other === undefined) {
      if (part !== other) return false;
    } else if (!isSameCode(part, other)) return false;
  }
  return true;
}
