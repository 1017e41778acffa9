/** How content markup of XLIFF 2.x is cut: pc and mrk around the cut become two elements each. */
import { attributeOf, type XmlElement } from '../shared/xml/element.ts';
import type { Cutter } from '../shared/xliff/cut.ts';
import type { PatchContext } from '../shared/xliff/format.ts';
import { codePoint } from './codes.ts';
import { prefixOf, splitMarkup } from './split-code.ts';
import { isOwnMark } from '../shared/xliff/own-marks.ts';

/** For the content of one source or target. */
export function cutterFor({ text, newline }: PatchContext, container: XmlElement): Cutter {
  const isOwn = (element: XmlElement, ...names: readonly string[]): boolean =>
    element.namespace === container.namespace && names.includes(element.local);
  return {
    text,
    newline,
    passes: (element) => isOwn(element, 'mrk', 'sm', 'em') && isOwnMark(element),
    spans: (element) => isOwn(element, 'pc', 'mrk') && !isOwnMark(element),
    characters: (element) => (isOwn(element, 'cp') ? codePoint(element) : null),
    split: (element, half) => {
      const id = attributeOf(element, 'id');
      if (id === undefined) return null;
      return splitMarkup(prefixOf(element), { element, half, id });
    },
  };
}
