/**
 * A document goes out as XLIFF with all that is known of it in one language. A document that came as XLIFF goes
 * out as it came, with only the changed targets spliced in.
 */
import { skeletonOf } from '../core/document/restore.ts';
import { problem, type Problem } from '../core/problem.ts';
import type { LanguageTag } from '../core/text/language.ts';
import { findFormat, findProfile } from '../formats/registry.ts';
import type { DocumentId } from '../store/ids.ts';
import type { Dependencies } from './dependencies.ts';
import { collectEnrichments, type EnrichmentChoice } from './collect-enrichments.ts';
import { collectFindings, withIssues } from './collect-findings.ts';
import { keepSentFile } from './keep-sent-file.ts';
import { updatesOf } from './updates-of.ts';
import { addNotes, collectNotes, joinNotes, withNotes } from './with-notes.ts';
import { termsOfProject } from './project-terms.ts';

export interface ExportedFile {
  readonly kind: 'exported';
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly problems: readonly Problem[];
}

export type ExportResult =
  | ExportedFile
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'not-found' };

/** `profile` is what findProfile finds; it says nothing about a document that goes out as it came. */
export async function exportXliff(
  deps: Dependencies,
  id: DocumentId,
  language: LanguageTag,
  profileName: string,
  choice: EnrichmentChoice = { matches: false, history: false, findings: null },
): Promise<ExportResult> {
  const stored = await deps.store.findDocument(id);
  const project = stored === null ? null : await deps.store.findProject(stored.project);
  const original = await deps.store.readOriginal(id);
  const document = await deps.store.readDocument(id, language);
  if (stored === null || project === null || original === null || document === null)
    return { kind: 'not-found' };

  if (document.targetLanguage !== null && document.targetLanguage !== language) {
    const values = { expected: document.targetLanguage, found: language };
    return { kind: 'refused', problems: [problem('export-other-language', null, values)] };
  }
  const notes = await collectNotes(deps, id, language);
  const own = findFormat(stored.format);
  if (own?.kind === 'bilingual') {
    const { bytes, problems } = own.write(original, addNotes(updatesOf(document), notes), {
      targetLanguage: language,
    });
    if (bytes === null) return { kind: 'refused', problems };
    const file = { fileName: stored.fileName, mediaType: own.mediaType, bytes };
    await keepSentFile(deps, id, language, file);
    return { kind: 'exported', ...file, problems };
  }
  const found = findProfile(profileName);
  if (found === null) {
    const values = { version: profileName };
    return { kind: 'refused', problems: [problem('xliff-version-unknown', null, values)] };
  }
  const { format, profile } = found;
  const { sourceLanguage } = project;
  const terms = (await termsOfProject(deps.store, project.id)).pair(sourceLanguage, language);
  const context = { sourceLanguage, targetLanguage: language, settings: {}, ...(terms && { terms }) };
  const asIssues = choice.findingsAs === 'its' && profile.qualityIssues === true;
  const told =
    choice.findings === null || asIssues ? new Map() : collectFindings(document, context, choice.findings);
  const collected = await collectEnrichments(deps.store, stored, language, choice, terms);
  const enrichments =
    choice.findings === null || !asIssues
      ? collected
      : withIssues(collected, document, context, choice.findings);
  const { bytes, problems } = format.make(withNotes(document, joinNotes(notes, told)), {
    version: profile.version,
    layout: profile.layout,
    sourceLanguage,
    targetLanguage: language,
    fileName: stored.fileName,
    skeleton: skeletonOf(document, original, stored.fileName),
    enrichments,
    date: new Date(deps.now()).toISOString(),
  });
  if (bytes === null) return { kind: 'refused', problems };
  const ending = profileName.replace(/^xliff-/, '');
  const fileName = `${stored.fileName.replace(/\.[^.]+$/, '')}.${language}.${ending}.xlf`;
  await keepSentFile(deps, id, language, { fileName, bytes });
  return { kind: 'exported', fileName, mediaType: format.mediaType, bytes, problems };
}
