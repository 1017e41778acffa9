/** What XLIFF 1.0, 1.1 and 1.2 (and files without a namespace) have of their own. */
import { attributeOf, elementsOf, innerText, type XmlElement } from '../shared/xml/element.ts';
import type { XliffFamily } from '../shared/xliff/format.ts';
import { isNamespaceOf, mayBe } from '../shared/xliff/generation.ts';
import type { FilePlace, XliffPlaces } from '../shared/xliff/places.ts';
import { readLimits } from './limits.ts';
import { patchTransUnit } from './patch.ts';
import { resegmentTransUnit } from './resegment.ts';
import { findTransUnit, type FoundTransUnit } from './unit.ts';

export const XLIFF12_NAMESPACE = 'urn:oasis:names:tc:xliff:document:1.2';
/** Named in the header of files that we make. */
export const TOOL_ID = 'recto';

export const xliff12Family: XliffFamily<FoundTransUnit> = {
  unit: 'trans-unit',
  fileName: 'original',
  accepts: (namespace, version) => mayBe(1, namespace, version),
  // Tools mix the namespaces of 1.1 and 1.2 in one file.
  isOwn: (namespace, root) => namespace === root || isNamespaceOf(1, namespace),
  findUnit: findTransUnit,
  variant: ({ root, version }: XliffPlaces): string =>
    `XLIFF ${version ?? /1\.\d$/.exec(root.namespace ?? '')?.[0] ?? '1.2'}`,
  languages: ({ files }) => {
    const languages = files.map((file) => ({
      source: attributeOf(file, 'source-language'),
      target: attributeOf(file, 'target-language'),
    }));
    return {
      source: languages.find((each) => each.source !== undefined)?.source,
      target: languages.find((each) => each.target !== undefined)?.target,
    };
  },
  payload,
  constraints: () => (_, element) => {
    const limits = readLimits(element);
    return limits.length === 0 ? {} : { limits };
  },
  patchUnit: patchTransUnit,
  resegment: resegmentTransUnit,
  patchTags: () => [],
  writesIllegalCharacters: false,
  splits: (found) => found.element.local === 'g',
};

function payload(
  header: XmlElement,
  file: FilePlace,
): { readonly base64: string; readonly ours: boolean } | null {
  const skl = elementsOf(header).find((child) => child.local === 'skl');
  const internal =
    skl === undefined ? undefined : elementsOf(skl).find((child) => child.local === 'internal-file');
  if (internal === undefined || attributeOf(internal, 'form') !== 'base64') return null;
  return { base64: innerText(internal), ours: attributeOf(file, 'tool-id') === TOOL_ID };
}
