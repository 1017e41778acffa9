/** Elements of XLIFF 1.2 written otherwise than they stand in the file: halved, or as a clone. */
import { attributeOf } from '../shared/xml/element.ts';
import { attributes } from '../shared/xml/escape.ts';
import { startTagOf, type AttributeChanges } from '../shared/xml/patch.ts';
import type { CodeMarkupOf } from '../shared/xliff/codes.ts';

/** Half of a g that crosses others: bx or ex with the same id (XLIFF 1.2 §2.3, g). A mrk cannot be split. */
export function splitMarkup(text: string, { element, half, id: codeId }: CodeMarkupOf): string {
  const prefix = element.prefix === '' ? '' : `${element.prefix}:`;
  const id = attributeOf(element, 'id') ?? codeId;
  if (half === 'close') return `<${prefix}ex${attributes({ id, rid: codeId })}/>`;
  const kept = startTagOf(text, element).slice(1 + element.name.length, -1);
  return `<${prefix}bx${kept}${attributes({ rid: codeId })}/>`;
}

/** Elements that say by their id alone which code they stand for: 1.2 has nothing else for it. */
const KNOWN_BY_ID = new Set(['g', 'x', 'bx', 'ex']);

/** Of a clone: the id of what it stands for, but a pair of its own. */
export function clonedAttributes({ element, id: codeId }: CodeMarkupOf): AttributeChanges {
  const paired = attributeOf(element, 'rid') === undefined ? {} : { rid: codeId };
  return KNOWN_BY_ID.has(element.local) ? paired : { id: codeId, ...paired };
}
