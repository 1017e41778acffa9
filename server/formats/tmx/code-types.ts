/** The values of `type` that TMX 1.4b §3.2 recommends for inline elements, as types of our codes. */
import type { InlineCode } from '../../core/text/content.ts';
import { CODE_SUBTYPES } from '../../core/text/code-types.ts';

type Type = Pick<InlineCode, 'type' | 'subType'> & { readonly equiv?: string };

const TYPES: ReadonlyMap<string, Type> = new Map<string, Type>([
  ['bold', { type: 'fmt', subType: CODE_SUBTYPES.bold }],
  ['italic', { type: 'fmt', subType: CODE_SUBTYPES.italic }],
  ['ulined', { type: 'fmt', subType: 'xlf:u' }],
  ['lb', { type: 'fmt', subType: CODE_SUBTYPES.lineBreak, equiv: '\n' }],
  ['link', { type: 'link' }],
  ['image', { type: 'image' }],
]);

/** Nothing for a type that says nothing to us. */
export function codeType(type: string): Type {
  return TYPES.get(type.toLowerCase()) ?? {};
}
