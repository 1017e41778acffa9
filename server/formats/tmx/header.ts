/** What the header of a TMX (1.4b §3.1) says that matters for reading its `tu`s. */
import { attributeOf, elementsOf, innerText, readTree } from '../shared/xml/element.ts';
import { XmlScanner } from '../shared/xml/scanner.ts';

export interface TmxHeader {
  /** As written; `*all*` or '' where the file does not say. */
  readonly sourceLanguage: string;
  /** OmegaT's: tags stand as text. */
  readonly hasOwnTags: boolean;
  /** Trados: the context of a `tu` holds the sources before and after, and not the source and target before. */
  readonly followsWithNext: boolean;
}

export const NO_HEADER: TmxHeader = { sourceLanguage: '', hasOwnTags: false, followsWithNext: false };

/** Also of a header whose content cannot be read; null where its start tag cannot. */
export function readHeader(text: string): TmxHeader | null {
  const start = /^<header(?:[^<>"']|"[^"<]*"|'[^'<]*')*>/.exec(text)?.[0] ?? '';
  const header = readTree(new XmlScanner(text)) ?? readTree(new XmlScanner(start.replace(/\/?>$/, '/>')));
  if (header === null) return null;
  const properties = elementsOf(header).filter(({ local }) => local === 'prop');
  return {
    sourceLanguage: attributeOf(header, 'srclang') ?? '',
    hasOwnTags: /omegat/i.test(attributeOf(header, 'creationtool') ?? ''),
    followsWithNext: properties.some(
      (each) =>
        /TextContextMatchType/i.test(attributeOf(each, 'type') ?? '') && /Following/i.test(innerText(each)),
    ),
  };
}
