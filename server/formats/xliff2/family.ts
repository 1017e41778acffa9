/** What XLIFF 2.0, 2.1 and 2.2 have of their own. */
import { UNDETERMINED } from '../../core/text/language.ts';
import { attributeIn, attributeOf, innerText, type XmlElement } from '../shared/xml/element.ts';
import { setAttribute } from '../shared/xml/patch.ts';
import type { XliffFamily } from '../shared/xliff/format.ts';
import { isNamespaceOf, mayBe } from '../shared/xliff/generation.ts';
import { RECTO_NAMESPACE, type FilePlace } from '../shared/xliff/places.ts';
import { constraintsIn } from './constraints.ts';
import { patchXliffUnit } from './patch.ts';
import { resegmentXliff } from './resegment.ts';
import { findXliffUnit, type FoundXliffUnit } from './unit.ts';

/** 2.0 and 2.1 share a namespace; 2.2 has its own. */
export const XLIFF20_NAMESPACE = 'urn:oasis:names:tc:xliff:document:2.0';
export const XLIFF22_NAMESPACE = 'urn:oasis:names:tc:xliff:document:2.2';

export const xliff2Family: XliffFamily<FoundXliffUnit> = {
  unit: 'unit',
  fileName: 'id',
  accepts: (namespace, version) => mayBe(2, namespace, version),
  isOwn: (namespace, root) => namespace === root || isNamespaceOf(2, namespace),
  findUnit: findXliffUnit,
  variant: ({ root, version }) => `XLIFF ${version ?? /2\.\d$/.exec(root.namespace ?? '')?.[0] ?? '2.0'}`,
  languages: ({ root }) => ({ source: attributeOf(root, 'srcLang'), target: attributeOf(root, 'trgLang') }),
  payload,
  constraints: constraintsIn,
  patchUnit: patchXliffUnit,
  resegment: resegmentXliff,
  // trgLang is required as soon as there is a target (2.1 §4.2.2.2); where nobody knows it, none is made up.
  patchTags: ({ root }, targetLanguage) =>
    attributeOf(root, 'trgLang') === undefined && targetLanguage !== UNDETERMINED
      ? [{ tag: root, patches: setAttribute(root.text, root, 'trgLang', targetLanguage) }]
      : [],
  writesIllegalCharacters: true,
  splits: () => true,
};

function payload(skeleton: XmlElement, file: FilePlace): { readonly base64: string; readonly ours: boolean } {
  return { base64: innerText(skeleton), ours: attributeIn(file, RECTO_NAMESPACE, 'skeleton') !== undefined };
}
