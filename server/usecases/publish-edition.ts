/** An edition of a document in one language is made: a file that people read. */
import type { Document } from '../core/document/document.ts';
import { problem, type Problem } from '../core/problem.ts';
import { buildEdition, type EditionLanguages } from '../core/publish/build-edition.ts';
import type { EditionDetails, Person, SiblingEdition } from '../core/publish/edition.ts';
import { hasLoneSurrogate } from '../core/text/content.ts';
import { languageName, type LanguageTag } from '../core/text/language.ts';
import { fontFilesFor } from '../publish/fonts.ts';
import { findPublisher } from '../publish/registry.ts';
import type { Publisher, PublishTools } from '../publish/publisher.ts';
import type { DocumentId } from '../store/ids.ts';
import type { Project } from '../store/project.ts';
import type { StoredDocument } from '../store/segment.ts';
import type { Dependencies, FileDependencies } from './dependencies.ts';
import type { ExportResult } from './export-xliff.ts';

export interface PublishInput {
  readonly document: DocumentId;
  /** One of the project's target languages, or its source language for an edition of the original. */
  readonly language: LanguageTag;
  readonly publisher: string;
}

export async function publishEdition(deps: Dependencies, input: PublishInput): Promise<ExportResult> {
  const publisher = findPublisher(input.publisher);
  const stored = await deps.store.findDocument(input.document);
  const project = stored === null ? null : await deps.store.findProject(stored.project);
  const isOriginal = project?.sourceLanguage === input.language;
  const document = await deps.store.readDocument(input.document, isOriginal ? null : input.language);
  if (publisher === null || stored === null || project === null || document === null)
    return { kind: 'not-found' };
  if (!isOriginal && !project.targetLanguages.includes(input.language)) return { kind: 'not-found' };

  const details = await detailsOf(deps, project, stored, publisher, input.language);
  const { bytes, problems } = await publishDocument(deps, publisher, document, details, {
    language: input.language,
    sourceLanguage: project.sourceLanguage,
  });
  if (bytes === null) return { kind: 'refused', problems };
  const fileName = editionFileName(stored.fileName, input.language, publisher);
  return { kind: 'exported', fileName, mediaType: publisher.mediaType, bytes, problems };
}

/**
 * Sets a document with the given publisher; an edition in the source language is the original itself. Reports
 * `text-surrogate` for each text with half of a character; a translation with one is not set.
 */
export async function publishDocument(
  deps: FileDependencies,
  publisher: Publisher,
  document: Document,
  details: EditionDetails,
  languages: Pick<EditionLanguages, 'language' | 'sourceLanguage' | 'withDrafts'>,
): Promise<ReturnType<Publisher['publish']>> {
  const isOriginal = languages.language === languages.sourceLanguage;
  if (isOriginal && publisher.bilingual) {
    return {
      bytes: null,
      problems: [problem('edition-one-language', null, { language: languages.language })],
    };
  }
  const edition = buildEdition(isOriginal ? asOriginal(document) : document, details, {
    ...languages,
    bilingual: publisher.bilingual,
  });
  const { bytes, problems } = publisher.publish(
    edition,
    await toolsFor(deps, languages, publisher.bilingual),
  );
  return { bytes, problems: [...halvesIn(document), ...problems] };
}

function halvesIn(document: Document): readonly Problem[] {
  return document.units.flatMap(({ id, parts }) =>
    parts.some(({ source, target }) => hasLoneSurrogate(source) || hasLoneSurrogate(target ?? []))
      ? [problem('text-surrogate', { path: `unit ${id}` })]
      : [],
  );
}

/** `interview.fa.html`, `interview.fa.bilingual.html`: names that sibling editions link to each other by. */
export function editionFileName(original: string, language: LanguageTag, publisher: Publisher): string {
  const stem = original.replace(/\.[^.]+$/, '');
  return `${stem}.${language}${publisher.bilingual ? '.bilingual' : ''}${publisher.extension}`;
}

function asOriginal(document: Document): Document {
  return {
    ...document,
    units: document.units.map((unit) => ({
      ...unit,
      parts: unit.parts.map((part) =>
        part.kind === 'segment'
          ? { ...part, target: part.source, state: 'final' as const }
          : { ...part, target: part.source },
      ),
    })),
  };
}

async function detailsOf(
  deps: Dependencies,
  project: Project,
  stored: StoredDocument,
  publisher: Publisher,
  language: LanguageTag,
): Promise<EditionDetails> {
  const languages = [project.sourceLanguage, ...project.targetLanguages];
  const siblings: readonly SiblingEdition[] = languages
    .filter((each) => !(publisher.bilingual && each === project.sourceLanguage))
    .map((each) => ({
      language: each,
      title: languageName(each),
      href: encodeURIComponent(editionFileName(stored.fileName, each, publisher)),
    }));
  return {
    title: '',
    people: await peopleOf(deps, project, stored.id, language),
    licence: project.licence,
    origin: project.origin,
    workId: project.workId,
    date: new Date(deps.now()).toISOString(),
    siblings,
  };
}

async function peopleOf(
  deps: Dependencies,
  project: Project,
  document: DocumentId,
  language: LanguageTag,
): Promise<readonly Person[]> {
  const authors = project.author === '' ? [] : [{ name: project.author, role: 'author' as const }];
  if (language === project.sourceLanguage) return authors;
  const translators = await deps.store.listAuthors(document, language);
  return [
    ...authors,
    ...translators.filter((name) => name !== '').map((name) => ({ name, role: 'translator' as const })),
  ];
}

async function toolsFor(
  deps: FileDependencies,
  languages: { readonly language: LanguageTag; readonly sourceLanguage: LanguageTag },
  bilingual: boolean,
): Promise<PublishTools> {
  const { language, sourceLanguage } = languages;
  const translator = deps.translators(language);
  return {
    message: (key, values) => translator.t(`edition:${key}`, values),
    fonts: await deps.readFonts(fontFilesFor(bilingual ? [language, sourceLanguage] : [language])),
    formatDate: (iso) => translator.date(Date.parse(iso)),
    formatShare: (share) => translator.percent(share),
    formatNumber: (value) => translator.number(value),
  };
}
