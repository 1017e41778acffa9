/** What can be made of a document: XLIFF by profiles, and editions with the names that they link to each other by. */
import type { LanguageTag } from '../core/text/language.ts';
import type { ProfileId } from '../formats/format.ts';
import { allProfiles, findFormat } from '../formats/registry.ts';
import type { Publisher } from '../publish/publisher.ts';
import { PUBLISHERS } from '../publish/registry.ts';
import type { Project } from '../store/project.ts';
import type { StoredDocument } from '../store/segment.ts';
import { editionFileName } from './publish-edition.ts';

export interface PossibleEdition {
  readonly publisher: string;
  /** For people; not translated. */
  readonly name: string;
  readonly bilingual: boolean;
  readonly language: LanguageTag;
  readonly fileName: string;
  /** Whether browsers show it. */
  readonly isPage: boolean;
}

export interface ExchangeProfile {
  readonly id: ProfileId;
  /** What the checks find can go along as ITS quality issues. */
  readonly hasIssues: boolean;
}

/** The profiles to choose from; none where the document is XLIFF itself and goes out as it came. */
export function exchangeProfilesOf(document: StoredDocument): readonly ExchangeProfile[] {
  if (findFormat(document.format)?.kind === 'bilingual') return [];
  return allProfiles().map(({ profile }) => ({ id: profile.id, hasIssues: profile.qualityIssues === true }));
}

/** Every edition of the document: the original first, then the translations. */
export function listEditions(project: Project, document: StoredDocument): readonly PossibleEdition[] {
  return [project.sourceLanguage, ...project.targetLanguages].flatMap((language) =>
    PUBLISHERS.filter(({ bilingual }) => !bilingual || language !== project.sourceLanguage).map(
      (publisher) => ({
        publisher: publisher.id,
        name: plainName(publisher),
        bilingual: publisher.bilingual,
        language,
        fileName: editionFileName(document.fileName, language, publisher),
        isPage: publisher.mediaType.startsWith('text/html'),
      }),
    ),
  );
}

/** A bilingual publisher is named as the one that makes the same kind of file in one language. */
function plainName(publisher: Publisher): string {
  const plain = PUBLISHERS.find((each) => !each.bilingual && each.extension === publisher.extension);
  return plain?.name ?? publisher.name;
}
