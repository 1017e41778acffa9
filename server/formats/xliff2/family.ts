/** What XLIFF 2.0, 2.1 and 2.2 have of their own. */
import { attributeIn, attributeOf, innerText, readElement } from '../shared/xml/element.ts';
import { setAttribute } from '../shared/xml/patch.ts';
import type { XliffFamily } from '../shared/xliff/format.ts';
import { RECTO_NAMESPACE, type FilePlace } from '../shared/xliff/places.ts';
import { constraintsIn } from './constraints.ts';
import { patchXliffUnit } from './patch.ts';
import { resegmentXliff } from './resegment.ts';
import { findXliffUnit, type FoundXliffUnit } from './unit.ts';

/** 2.0 and 2.1 share a namespace; 2.2 has its own. */
export const XLIFF20_NAMESPACE = 'urn:oasis:names:tc:xliff:document:2.0';
export const XLIFF22_NAMESPACE = 'urn:oasis:names:tc:xliff:document:2.2';

const NAMESPACE = /^urn:oasis:names:tc:xliff:document:2\.[0-2]$/;

export const xliff2Family: XliffFamily<FoundXliffUnit> = {
  unit: 'unit',
  fileName: 'id',
  accepts: (namespace, version) =>
    namespace !== null && NAMESPACE.test(namespace) && (version === undefined || /^2\.[0-2]$/.test(version)),
  isOwn: (namespace, root) => namespace === root,
  findUnit: findXliffUnit,
  variant: ({ root, version }) => `XLIFF ${version ?? /2\.\d$/.exec(root.namespace ?? '')?.[0] ?? '2.0'}`,
  languages: ({ root }) => ({ source: attributeOf(root, 'srcLang'), target: attributeOf(root, 'trgLang') }),
  payload,
  constraints: constraintsIn,
  patchUnit: patchXliffUnit,
  resegment: resegmentXliff,
  // trgLang is required as soon as there is a target (2.1 §4.2.2.2).
  patchRoot: (text, { root }, targetLanguage) =>
    attributeOf(root, 'trgLang') === undefined ? setAttribute(text, root, 'trgLang', targetLanguage) : [],
  writesIllegalCharacters: true,
  splits: () => true,
};

function payload(text: string, file: FilePlace): { readonly base64: string; readonly ours: boolean } | null {
  const skeleton = file.head === null ? null : readElement(text, file.head);
  if (skeleton === null) return null;
  return { base64: innerText(skeleton), ours: attributeIn(file, RECTO_NAMESPACE, 'skeleton') !== undefined };
}
