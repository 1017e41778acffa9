/**
 * A translated XLIFF goes back into UI catalogues (i18next JSON). A translation is taken only where its message is
 * still the one that was sent and is filled with the same things; every other byte of a catalogue stays.
 */
import type { Catalogue } from '../catalog/catalogue.ts';
import { placeholderDifferences } from '../catalog/placeholders.ts';
import { wantedMessages, type WantedMessage } from '../catalog/plurals.ts';
import { writeCatalogue, type NewText } from '../catalog/write.ts';
import type { Unit } from '../core/document/unit.ts';
import { hasErrors, problem, type Problem } from '../core/problem.ts';
import type { Content } from '../core/text/content.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { Segmenter } from '../core/text/segmentation.ts';
import { readCatalogues, type CatalogFile } from './extract-catalog.ts';
import { readFile } from './read-file.ts';

export interface ApplyCatalogInput {
  readonly xliff: CatalogFile;
  /** The catalogues in the source language, as they are now. */
  readonly sources: readonly CatalogFile[];
  /** The catalogues in the target language that are there; one is made where it is not. */
  readonly targets: readonly CatalogFile[];
  readonly sourceLanguage: LanguageTag;
}

export interface AppliedCatalog {
  /** In the sources' order; those without a translation, present or new, are left out. */
  readonly files: readonly CatalogFile[];
  readonly applied: number;
  readonly problems: readonly Problem[];
}

export function applyCatalog(
  deps: { readonly segmenter: Segmenter },
  input: ApplyCatalogInput,
): AppliedCatalog {
  const { sourceLanguage } = input;
  const read = readFile(deps, { ...input.xliff, sourceLanguage });
  const sources = readCatalogues(input.sources);
  const targets = readCatalogues(input.targets);
  const unread = [...read.problems, ...sources.problems, ...targets.problems];
  const language = read.kind === 'read' ? read.document.targetLanguage : null;
  if (read.kind === 'refused' || hasErrors(unread)) return { files: [], applied: 0, problems: unread };
  if (language === null) {
    const missing = problem('catalog-language-missing', null, { file: input.xliff.fileName });
    return { files: [], applied: 0, problems: [...unread, missing] };
  }
  const problems: Problem[] = [...unread];
  let applied = 0;
  const files = sources.catalogues.flatMap((source): readonly CatalogFile[] => {
    const messages = new Map(wantedMessages(source.messages, language).map((each) => [each.key, each]));
    const units = read.document.units.filter((unit) => unit.file === source.name);
    const texts = units.flatMap((unit): readonly NewText[] => {
      const judged = judge(unit, source, messages);
      if (judged !== null && 'code' in judged) problems.push(judged);
      return judged === null || 'code' in judged ? [] : [judged];
    });
    applied += texts.length;
    const target = targets.catalogues.find(({ name }) => name === source.name);
    if (target === undefined && texts.length === 0) return [];
    const { fileName } = target ?? source;
    return [{ fileName, bytes: writeCatalogue(target ?? empty(source), texts, source) }];
  });
  const names = new Set(sources.catalogues.map(({ name }) => name));
  const strangers = new Set(read.document.units.map(({ file }) => file).filter((file) => !names.has(file)));
  for (const file of strangers) problems.push(problem('catalog-unknown', null, { name: file }));
  return { files, applied, problems };
}

function empty({ name, fileName, text }: Catalogue): Catalogue {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  return { name, fileName, text: `{}${newline}`, marked: false, messages: [] };
}

/** The text to take, why not, or null where there is no translation. */
function judge(
  unit: Unit,
  { name }: Catalogue,
  messages: ReadonlyMap<string, WantedMessage>,
): NewText | Problem | null {
  // Of two units with one id the document's ids name the file too.
  const key = messages.has(unit.id) ? unit.id : unit.id.replace(`${name}/`, '');
  const message = messages.get(key);
  const place = { path: `${name} ${key}` };
  if (message === undefined) return problem('catalog-key-unknown', place, { key });
  const targets = unit.parts.map((part) => part.target);
  const translated = unit.parts.every((part, index) => part.kind === 'ignorable' || targets[index] !== null);
  const text = unit.parts.map((part, index) => plainText(targets[index] ?? part.source)).join('');
  if (!translated || text.trim() === '') return null;
  const source = unit.parts.map((part) => plainText(part.source)).join('');
  if (source !== message.source) return problem('catalog-source-changed', place, { key });
  const differences = placeholderDifferences(source, text);
  if (differences.length > 0) {
    return problem('catalog-placeholders', place, { key, differences: differences.join(' ') });
  }
  return { key, path: message.path, text };
}

/** Text with the codes that a tool may have made of placeholders as they were written. */
function plainText(content: Content): string {
  return content.map((part) => (typeof part === 'string' ? part : part.text)).join('');
}
