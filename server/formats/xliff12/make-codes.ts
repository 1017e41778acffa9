/**
 * Content as the inline elements of 1.2 that carry original data: bpt and ept for pairs (they may begin in one
 * segment and end in another), ph for points, `it` for a half whose other half is not there.
 */
import { opens, pairOf } from '../../core/text/code-pairs.ts';
import { codesOf, type Content, type InlineCode } from '../../core/text/content.ts';
import { attributes, escapeText } from '../shared/xml/escape.ts';
import { isNmtoken } from '../shared/xml/nmtoken.ts';
import { wholePairs } from '../shared/xliff/nesting.ts';
import { MARKER_CTYPE } from './describe-code.ts';

/** Markup of a content that stands in `all`, the whole source or target: pairs are looked for there. */
export function writeContent(content: Content, all: Content = content): string {
  const whole = wholePairs(codesOf(all));
  return content
    .map((part) => (typeof part === 'string' ? escapeText(part) : writeCode(part, whole)))
    .join('');
}

function writeCode(code: InlineCode, whole: ReadonlySet<string>): string {
  const paired = code.code !== 'standalone';
  const values = {
    id: code.id,
    rid: paired && isNmtoken(code.id) ? code.id : undefined,
    'equiv-text': code.equiv === '' ? undefined : code.equiv,
  };
  const content = escapeText(code.text);
  const ctype = code.code === 'marker' ? MARKER_CTYPE : typeName(code, paired);
  if (!paired) return `<ph${attributes({ ...values, ctype })}>${content}</ph>`;
  if (!whole.has(pairOf(code))) {
    const pos = opens(code) ? 'open' : 'close';
    return `<it${attributes({ ...values, rid: code.id, pos, ctype })}>${content}</it>`;
  }
  if (opens(code)) return `<bpt${attributes({ ...values, ctype })}>${content}</bpt>`;
  return `<ept${attributes(values)}>${content}</ept>`;
}

/** ctype by the lists of the schema (which differ for pairs and points), else in the form that codes.ts reads. */
function typeName({ type, subType }: InlineCode, paired: boolean): string | undefined {
  if (type === 'fmt' && subType !== undefined) {
    if (paired && subType === 'xlf:b') return 'bold';
    if (paired && subType === 'xlf:i') return 'italic';
    if (paired && subType === 'xlf:u') return 'underlined';
    if (!paired && (subType === 'xlf:lb' || subType === 'xlf:pb')) return subType.slice(4);
  }
  if (paired && type === 'link' && subType === undefined) return 'link';
  if (!paired && type === 'image' && subType === undefined) return 'image';
  const name = subType !== undefined && /^[^\s:]+:[^\s:]+$/.test(subType) ? subType : null;
  if (type === undefined && name === null) return undefined;
  return `x-${type ?? ''}${name === null ? '' : `-${name}`}`;
}
