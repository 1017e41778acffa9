/** What the inline elements of XLIFF 1.2 (§2.3) say of the codes that they are. */
import type { CodeType, InlineCode } from '../../core/text/content.ts';
import { attributeOf, type XmlElement } from '../shared/xml/element.ts';
import type { FoundCode } from '../shared/xliff/codes.ts';

/** A code that is being made. */
type Growing = { -readonly [Key in keyof InlineCode]: InlineCode[Key] };

const TYPES: readonly CodeType[] = ['fmt', 'ui', 'quote', 'link', 'image', 'other'];

const NAMED_TYPES: ReadonlyMap<string, readonly [CodeType, string?]> = new Map<
  string,
  readonly [CodeType, string?]
>([
  ['bold', ['fmt', 'xlf:b']],
  ['italic', ['fmt', 'xlf:i']],
  ['underlined', ['fmt', 'xlf:u']],
  ['lb', ['fmt', 'xlf:lb']],
  ['pb', ['fmt', 'xlf:pb']],
  ['link', ['link']],
  ['image', ['image']],
]);

/** ctype of an annotation's ends, which 1.2 has no element for where they cross other codes. */
export const MARKER_CTYPE = 'x-marker';

/** What a ctype says: one of the list, or one of our own, `x-<type>-<prefix:name>`. */
function addType(code: Growing, ctype: string | undefined): void {
  if (ctype === undefined) return;
  const named = NAMED_TYPES.get(ctype);
  if (named !== undefined) {
    code.type = named[0];
    if (named[1] !== undefined) code.subType = named[1];
    return;
  }
  const own = /^x-(?:(fmt|ui|quote|link|image|other)(?:-([^\s:]+:[^\s:]+))?|-([^\s:]+:[^\s:]+))$/.exec(ctype);
  if (own === null) return;
  const type = TYPES.find((each) => each === own[1]);
  const subType = own[2] ?? own[3];
  if (type !== undefined) code.type = type;
  if (subType !== undefined) code.subType = subType;
}

/** `clone="no"` (1.2 §2.3): the code may not be copied. */
function isUncopyable(element: XmlElement): boolean {
  return attributeOf(element, 'clone') === 'no';
}

/** The ctype of an element; an end has none of its own in 1.2: it is of the type of its beginning. */
export function ctypeOf(element: XmlElement, begun: FoundCode | null): string | undefined {
  return attributeOf(element, 'ctype') ?? (begun === null ? undefined : attributeOf(begun.element, 'ctype'));
}

/** One end of a g, or of a mrk that is an annotation. */
export function describePair({ code: kind, id, element, half }: FoundCode): InlineCode {
  const equiv = half === 'open' ? (attributeOf(element, 'equiv-text') ?? '') : '';
  const code: Growing = { code: kind, id, equiv, text: '' };
  if (kind === 'marker') {
    code.edge = half === 'open' ? 'open' : 'close';
    if (half === 'open' && attributeOf(element, 'mtype') === 'protected') code.translate = false;
    return code;
  }
  addType(code, attributeOf(element, 'ctype'));
  if (isUncopyable(element)) code.canCopy = false;
  return code;
}

/** A bx, bpt, ex, ept, or an it that is the half of a pair; `text` is the unit's own, as below. */
export function describeHalf(text: string, { code: kind, edge, id, element, begun }: FoundCode): InlineCode {
  const equiv = attributeOf(element, 'equiv-text') ?? '';
  const code: Growing = { id, equiv, text: nativeIn(text, element), code: kind };
  if (isUncopyable(element)) code.canCopy = false;
  if (edge === undefined) addType(code, ctypeOf(element, begun));
  else code.edge = edge;
  return code;
}

/** An x, ph, or an it that stands alone. */
export function describeWhole(text: string, { id, element }: FoundCode): InlineCode {
  const ctype = attributeOf(element, 'ctype');
  const equiv = attributeOf(element, 'equiv-text') ?? '';
  const code: Growing = {
    code: 'standalone',
    id,
    // What a line break stands for is certain; in an attribute, many tools turn it into a space.
    equiv: ctype === 'lb' && /^\s+$/u.test(equiv) ? '\n' : equiv,
    text: nativeIn(text, element),
  };
  addType(code, ctype);
  if (isUncopyable(element)) code.canCopy = false;
  return code;
}

/** The native code in it; a sub-flow stays as the markup that it is. */
function nativeIn(text: string, element: XmlElement): string {
  let native = '';
  for (const child of element.children) {
    native += child.kind === 'text' ? child.text : text.slice(child.start, child.end);
  }
  return native;
}
