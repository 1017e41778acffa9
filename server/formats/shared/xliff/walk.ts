/**
 * Walks an XLIFF file of either family: what its root and files say, and each unit's element whole, one after the
 * other, so that only one unit's nodes are held at a time. Reading and writing both stand on it.
 */
import { problem, type Problem } from '../../../core/problem.ts';
import { unescapeXml } from '../xml/escape.ts';
import { scanXml, type XmlElement } from '../xml/scanner.ts';
import type { XmlSource } from '../xml/source.ts';

/** What differs between the families for finding one's way. */
export interface XliffFamily {
  /** Name of the element that is a unit. */
  readonly unit: string;
  /** Name of the element that holds the skeleton's text. */
  readonly skeleton: string;
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  /** Attributes that name a `file`, best first. */
  readonly fileName: readonly string[];
}

export interface XliffFacts {
  readonly version: string;
  /** Namespace of the root; '' for none. */
  readonly namespace: string;
  readonly sourceLanguage: string | null;
  readonly targetLanguage: string | null;
  /** Raw text of the first skeleton, or null. */
  readonly skeleton: string | null;
  /** The element that holds the target language, for adding it. */
  readonly languageElements: readonly XmlElement[];
  readonly problems: readonly Problem[];
}

export interface FoundUnit {
  readonly element: XmlElement;
  /** 0-based, in the whole document. */
  readonly index: number;
  /** Name of its `file`. */
  readonly file: string;
}

/** `keep` says which units are built whole; `onUnit` gets every unit when it ends. */
export function walkXliff(
  source: XmlSource,
  family: XliffFamily,
  keep: (index: number) => boolean,
  onUnit: (unit: FoundUnit) => void,
): XliffFacts {
  let root: XmlElement | null = null;
  const files: XmlElement[] = [];
  let skeleton: string | null = null;
  let count = 0;
  const isOwn = (element: XmlElement, name: string): boolean =>
    element.local === name && element.namespace === root?.namespace;
  const scanned = scanXml(source.raw, source.start, {
    open(element) {
      root ??= element;
      if (isOwn(element, 'file')) files.push(element);
      if (isOwn(element, family.unit)) return keep(count);
      return isOwn(element, family.skeleton) && skeleton === null;
    },
    close(element) {
      if (isOwn(element, family.unit)) {
        const file = files.at(-1);
        onUnit({ element, index: count, file: file ? fileNameOf(source, family, file) : '' });
        count += 1;
      } else if (isOwn(element, family.skeleton)) {
        skeleton ??= source.decode(source.raw.slice(element.openEnd, element.closeStart));
      }
    },
  });
  return factsOf(source, family, root, files, skeleton, scanned);
}

function factsOf(
  source: XmlSource,
  family: XliffFamily,
  root: XmlElement | null,
  files: readonly XmlElement[],
  skeleton: string | null,
  scanned: readonly Problem[],
): XliffFacts {
  const languageElements = family.targetLanguage === 'trgLang' ? (root ? [root] : []) : files;
  const first = languageElements[0];
  const isXliff = root?.local === 'xliff';
  return {
    version: (root && attribute(source, root, 'version')) ?? '',
    namespace: root?.namespace ?? '',
    sourceLanguage: (first && attribute(source, first, family.sourceLanguage)) ?? null,
    targetLanguage: (first && attribute(source, first, family.targetLanguage)) ?? null,
    skeleton,
    languageElements,
    problems: isXliff || root === null ? scanned : [problem('xliff-not-xliff', { line: 1 }), ...scanned],
  };
}

function fileNameOf(source: XmlSource, family: XliffFamily, file: XmlElement): string {
  for (const name of family.fileName) {
    const value = attribute(source, file, name);
    if (value !== null) return value;
  }
  return '';
}

/** Value of an attribute by its full name, or null. */
export function attribute(source: XmlSource, element: XmlElement, name: string): string | null {
  const found = element.attributes.find((each) => each.name === name);
  return found ? unescapeXml(source.decode(found.raw)).replace(/[\t\r\n]/gu, ' ') : null;
}

/** The same, inherited from the elements around. */
export function inherited(source: XmlSource, element: XmlElement, name: string): string | null {
  for (let at: XmlElement | null = element; at !== null; at = at.parent) {
    const value = attribute(source, at, name);
    if (value !== null) return value;
  }
  return null;
}

/** Child elements with a local name, in the element's own namespace. */
export function childrenNamed(element: XmlElement, local: string): readonly XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement =>
      child.kind === 'element' && child.local === local && child.namespace === element.namespace,
  );
}

/** All text in an element, markup left out. */
export function textIn(source: XmlSource, element: XmlElement): string {
  return element.children
    .map((child) => {
      if (child.kind === 'element') return textIn(source, child);
      return child.kind === 'text' ? characterData(source, child) : '';
    })
    .join('');
}

/** What a text node says: decoded, unescaped, line ends as XML has them. */
export function characterData(
  source: XmlSource,
  node: { readonly start: number; readonly end: number; readonly cdata: boolean },
): string {
  const raw = source.decode(source.raw.slice(node.start, node.end)).replace(/\r\n?/gu, '\n');
  return node.cdata ? raw.slice(9, -3) : unescapeXml(raw);
}
