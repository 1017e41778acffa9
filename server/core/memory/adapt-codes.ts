/**
 * A memory's translation with the codes of the segment that it is offered for: code by code as they stand in the two
 * sources. Where those do not agree it is offered without any.
 * Invariant: what comes out holds no code that the segment's source has not, and none twice.
 */
import {
  codeKey,
  normalizeContent,
  type Content,
  type ContentPart,
  type InlineCode,
} from '../text/content.ts';
import { codesAgree, realCodes } from './code-agreement.ts';

/** `source` is the memory's, `segment` the source that the translation is offered for. */
export function adaptCodes(target: Content, source: Content, segment: Content): Content {
  const own = codesAgree(source, segment) ? ownCodes(source, segment) : new Map<string, InlineCode>();
  const taken = new Set<string>();
  const adapted: ContentPart[] = [];
  for (const [index, part] of target.entries()) {
    if (typeof part === 'string') {
      adapted.push(part);
      continue;
    }
    const code = own.get(codeKey(part));
    if (code !== undefined && !taken.has(codeKey(code))) {
      taken.add(codeKey(code));
      adapted.push(code);
    } else if (part.code === 'standalone' && partsWords(target[index - 1], target[index + 1])) {
      adapted.push(' ');
    }
  }
  return normalizeContent(adapted);
}

function ownCodes(source: Content, segment: Content): ReadonlyMap<string, InlineCode> {
  const codes = realCodes(segment);
  const own = new Map<string, InlineCode>();
  for (const [index, code] of realCodes(source).entries()) {
    const mine = codes[index];
    if (mine !== undefined) own.set(codeKey(code), mine);
  }
  return own;
}

/** A line break or a picture that goes must not make one word of two. */
function partsWords(before: ContentPart | undefined, after: ContentPart | undefined): boolean {
  return (
    typeof before === 'string' &&
    typeof after === 'string' &&
    /[\p{L}\p{M}\p{N}]$/u.test(before) &&
    /^[\p{L}\p{N}]/u.test(after)
  );
}
