/** How content markup of XLIFF 1.2 is cut: g around the cut becomes bx and ex; an annotation cannot be halved. */
import { attributeOf, type XmlElement } from '../shared/xml/element.ts';
import type { Cutter } from '../shared/xliff/cut.ts';
import type { PatchContext } from '../shared/xliff/format.ts';
import { splitMarkup } from './split-code.ts';

/** For the content of one source, target or segment. */
export function cutterFor({ text, newline }: PatchContext, container: XmlElement): Cutter {
  return {
    text,
    newline,
    spans: ({ namespace, local }) => namespace === container.namespace && (local === 'g' || local === 'mrk'),
    passes: () => false,
    characters: () => null,
    split: (element, half) => {
      const id = attributeOf(element, 'id');
      if (element.local !== 'g' || id === undefined) return null;
      return splitMarkup(text, { element, half, id });
    },
  };
}
