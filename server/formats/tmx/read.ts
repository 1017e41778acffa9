/**
 * TMX bytes to pairs of source and target (TMX 1.4b). Inline elements become codes; a pair of `bpt` and `ept` is known
 * by its `i` within one segment, and across the two languages by `x`. OmegaT writes its own tags as text
 * (`<g0>…</g0>`, `<x1/>`): in its files they are codes too.
 */
import { problem, type Problem } from '../../core/problem.ts';
import type { Content, ContentPart, InlineCode } from '../../core/text/content.ts';
import { normalizeContent } from '../../core/text/content.ts';
import { parseLanguageTag, type LanguageTag } from '../../core/text/language.ts';
import type { ListedPair, ListLanguages, ListResult } from '../format.ts';
import { decodeXml } from '../shared/xml/encoding.ts';
import {
  attributeIn,
  attributeOf,
  elementsOf,
  innerText,
  readElement,
  type XmlElement,
} from '../shared/xml/element.ts';
import { XmlScanner } from '../shared/xml/scanner.ts';

const XML = 'http://www.w3.org/XML/1998/namespace';

/** Names the DTD of TMX, as most tools do; declares nothing and is never fetched. */
const DOCTYPE = /<!DOCTYPE\s+tmx\s+(?:SYSTEM|PUBLIC)(?:\s+(?:"[^"]*"|'[^']*'))+\s*>/;

export function readTmx(bytes: Uint8Array, languages: ListLanguages): ListResult {
  const decoded = decodeXml(bytes);
  if (decoded.file === null) return refuse(decoded.problem);
  const text = decoded.file.text.replace(DOCTYPE, (tag) => tag.replace(/[^\r\n]/g, ' '));
  const scanner = new XmlScanner(text);
  const pairs: ListedPair[] = [];
  let hasOwnTags = false;
  let isTmx = false;
  while (scanner.next()) {
    if (scanner.kind !== 'start') continue;
    const { local } = scanner.element;
    if (local === 'tmx') isTmx = true;
    else if (local === 'header') hasOwnTags = /omegat/i.test(attributeOf(scanner, 'creationtool') ?? '');
    else if (local === 'tu') {
      const element = readElement(text, { start: scanner.start, scope: scanner.outerScope });
      scanner.skip();
      const pair = element === null ? null : pairOf(element, languages, hasOwnTags);
      if (pair !== null) pairs.push(pair);
    }
  }
  if (scanner.failure !== null) return refuse(scanner.failure);
  if (!isTmx) return refuse(problem('xml-malformed', null, { reason: 'tmx' }));
  return { list: { kind: 'pairs', pairs }, problems: [] };
}

function refuse(why: Problem): ListResult {
  return { list: null, problems: [why] };
}

/** null where one of the languages is not there. */
function pairOf(unit: XmlElement, languages: ListLanguages, hasOwnTags: boolean): ListedPair | null {
  const variants = elementsOf(unit)
    .filter((child) => child.local === 'tuv')
    .map((variant) => ({
      language: parseLanguageTag(attributeIn(variant, XML, 'lang') ?? attributeOf(variant, 'lang') ?? ''),
      segment: elementsOf(variant).find((child) => child.local === 'seg'),
    }));
  const contentIn = (wanted: LanguageTag): Content | null => {
    const exact = variants.find(({ language }) => language === wanted);
    const near = variants.find(({ language }) => language !== null && primary(language) === primary(wanted));
    const segment = (exact ?? near)?.segment;
    return segment === undefined ? null : contentOf(segment, hasOwnTags);
  };
  const [source, target] = [contentIn(languages.source), contentIn(languages.target)];
  return source === null || target === null ? null : { source, target };
}

function primary(language: LanguageTag): string {
  return language.split('-')[0]?.toLowerCase() ?? '';
}

function contentOf(segment: XmlElement, hasOwnTags: boolean): Content {
  const parts: ContentPart[] = [];
  const names = new Map<string, string>();
  let unnamed = 0;
  const add = (code: InlineCode['code'], element: XmlElement, id: string, edge?: 'open' | 'close'): void => {
    const text = innerText(element);
    parts.push({ code, id, equiv: '', text, ...(edge === undefined ? {} : { edge }) });
  };
  const nameOf = (element: XmlElement): string => {
    unnamed += 1;
    return attributeOf(element, 'x') ?? `${element.local}${unnamed}`;
  };
  const read = (element: XmlElement): void => {
    for (const child of element.children) {
      if (child.kind === 'text') {
        for (const piece of hasOwnTags ? ownTags(child.text) : [child.text]) parts.push(piece);
        continue;
      }
      const pair = attributeOf(child, 'i') ?? '';
      if (child.local === 'bpt') {
        names.set(pair, attributeOf(child, 'x') ?? `i${pair}`);
        add('open', child, names.get(pair) ?? '');
      } else if (child.local === 'ept') add('close', child, names.get(pair) ?? `i${pair}`);
      else if (child.local === 'hi') {
        const id = nameOf(child);
        add('marker', { ...child, children: [] }, id, 'open');
        read(child);
        add('marker', { ...child, children: [] }, id, 'close');
      } else add('standalone', child, nameOf(child));
    }
  };
  read(segment);
  return normalizeContent(parts);
}

/** `<g0>`, `</g0>` and `<x1/>` in a text. */
function ownTags(text: string): readonly ContentPart[] {
  return text.split(/(<\/?[a-z]+\d+\/?>)/).map((piece) => {
    const tag = /^<(\/?)([a-z]+\d+)(\/?)>$/.exec(piece);
    if (tag === null) return piece;
    const code = tag[1] === '/' ? 'close' : tag[3] === '/' ? 'standalone' : 'open';
    return { code, id: tag[2] ?? '', equiv: '', text: piece };
  });
}
