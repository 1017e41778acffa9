/** UI catalogues (i18next JSON) become one flat XLIFF, with the translations that are there already. */
import { readCatalogue, type Catalogue } from '../catalog/catalogue.ts';
import { makeExchange } from '../catalog/exchange.ts';
import { wantedMessages } from '../catalog/plurals.ts';
import { unknownLimits, type LimitList } from '../core/document/limit-list.ts';
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
  /** By key, or by `namespace:key` where several catalogues have the key. */
  readonly limits?: LimitList;
}

export async function extractCatalog(
  input: ExtractCatalogInput,
): Promise<{ readonly bytes: Uint8Array | null; readonly problems: readonly Problem[] }> {
  const sources = readCatalogues(input.sources);
  const targets = readCatalogues(input.targets);
  const unread = [...sources.problems, ...targets.problems];
  if (unread.length > 0) return { bytes: null, problems: unread };
  const translated = new Map(targets.catalogues.map((catalogue) => [catalogue.name, catalogue.messages]));
  const listed: LimitList = input.limits ?? new Map();
  const named = new Set<string>();
  const catalogues = sources.catalogues.map(({ name, messages }) => {
    const wanted = wantedMessages(messages, input.targetLanguage);
    const limits = new Map<string, number>();
    for (const { key } of wanted) {
      const names = [`${name}:${key}`, key];
      for (const each of names) named.add(each);
      const limit = names.map((each) => listed.get(each)).find((each) => each !== undefined);
      if (limit !== undefined) limits.set(key, limit.maximum);
    }
    const targets = new Map(translated.get(name)?.map((message) => [message.key, message.text]));
    return { name, messages: wanted, targets, limits };
  });
  const { text, problems } = await makeExchange(catalogues, input);
  const bytes = text === null ? null : new TextEncoder().encode(text);
  return { bytes, problems: [...unknownLimits(listed, named), ...problems] };
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
