/** UI catalogues (i18next JSON) become one flat XLIFF, with the translations that are there already. */
import { readCatalogue, type Catalogue } from '../catalog/catalogue.ts';
import { makeExchange } from '../catalog/exchange.ts';
import { wantedMessages } from '../catalog/plurals.ts';
import { problem, type Problem } from '../core/problem.ts';
import type { LanguageTag } from '../core/text/language.ts';

export interface CatalogFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export interface ExtractCatalogInput {
  readonly sources: readonly CatalogFile[];
  /** Present translations; each belongs to the source of the same name. */
  readonly targets: readonly CatalogFile[];
  readonly sourceLanguage: LanguageTag;
  readonly targetLanguage: LanguageTag;
  readonly version: '1.2' | '2.0';
}

export async function extractCatalog(
  input: ExtractCatalogInput,
): Promise<{ readonly bytes: Uint8Array | null; readonly problems: readonly Problem[] }> {
  const sources = readCatalogues(input.sources);
  const targets = readCatalogues(input.targets);
  const unread = [...sources.problems, ...targets.problems];
  if (unread.length > 0) return { bytes: null, problems: unread };
  const translated = new Map(targets.catalogues.map((catalogue) => [catalogue.name, catalogue.messages]));
  const { text, problems } = await makeExchange(
    sources.catalogues.map(({ name, messages }) => ({
      name,
      messages: wantedMessages(messages, input.targetLanguage),
      targets: new Map(translated.get(name)?.map((message) => [message.key, message.text])),
    })),
    input,
  );
  return { bytes: text === null ? null : new TextEncoder().encode(text), problems };
}

/** All of them, and what is wrong with any; two of one name cannot be told apart in an XLIFF. */
export function readCatalogues(files: readonly CatalogFile[]): {
  readonly catalogues: readonly Catalogue[];
  readonly problems: readonly Problem[];
} {
  const catalogues: Catalogue[] = [];
  const problems: Problem[] = [];
  for (const { fileName, bytes } of files) {
    const read = readCatalogue(bytes, fileName);
    problems.push(...read.problems);
    if (read.catalogue === null) continue;
    const { name } = read.catalogue;
    if (catalogues.some((each) => each.name === name)) {
      problems.push(problem('catalog-name-duplicate', null, { file: fileName, name }));
    } else catalogues.push(read.catalogue);
  }
  return { catalogues, problems };
}
