/** Concordance while translating: in the memories that the document's project uses. */
import type { LanguageTag } from '../core/text/language.ts';
import type { DocumentId } from '../store/ids.ts';
import type { Dependencies } from './dependencies.ts';
import { memoriesOf } from './project-memories.ts';
import { searchMemories, type Occurrence } from './search-memories.ts';
import { hasEdition } from './show-progress.ts';

export interface DocumentConcordanceInput {
  readonly document: DocumentId;
  readonly language: LanguageTag;
  readonly text: string;
  readonly side: 'source' | 'target';
  readonly wholeWord: boolean;
  /** At most 100. */
  readonly limit: number;
}

/** In order of the memories; null where there is no such document or language. */
export async function documentConcordance(
  deps: Dependencies,
  input: DocumentConcordanceInput,
): Promise<readonly Occurrence[] | null> {
  const { document: id, language, limit } = input;
  const document = await deps.store.findDocument(id);
  const project = document === null ? null : await deps.store.findProject(document.project);
  if (project === null || !(await hasEdition(deps, id, language))) return null;
  const used = await memoriesOf(deps.store, project, deps.now());
  const { text, side, wholeWord } = input;
  const found: Occurrence[] = [];
  for (const { memory } of used) {
    if (found.length >= limit) break;
    const search = { memories: [memory], text, side, wholeWord, limit: limit - found.length };
    const languages = { sourceLanguage: project.sourceLanguage, targetLanguage: language };
    found.push(...(await searchMemories(deps, { ...search, ...languages })));
  }
  return found;
}
