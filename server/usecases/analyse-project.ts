/**
 * The leverage of a project in a language: the band of each segment's best match is looked for and kept, document after
 * document, so that the report, the price and the editor's filter read the same.
 */
import { addLeverage, DEFAULT_RATES, RepetitionCounter, totalOf } from '../core/memory/leverage.ts';
import { characterCount } from '../core/text/content.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { SegmentBand } from '../store/analysis-store.ts';
import type { DocumentId, ProjectId } from '../store/ids.ts';
import type { Project } from '../store/project.ts';
import type { StoredDocument } from '../store/segment.ts';
import { allSegments } from './all-segments.ts';
import type { Dependencies } from './dependencies.ts';
import { findBands } from './find-bands.ts';
import { takeTurns } from './in-turns.ts';
import type { DocumentLeverage, LeverageReport } from './leverage-report.ts';
import { hasOwnIds } from './memory-entry.ts';

/** Kept together, and told together. */
const BATCH = 100;

export interface AnalyseInput {
  readonly project: Project;
  readonly language: LanguageTag;
  readonly onProgress: (looked: number) => void;
  /** What was found by then is kept. */
  readonly signal: AbortSignal;
}

export async function analyseProject(deps: Dependencies, input: AnalyseInput): Promise<void> {
  const { store } = deps;
  const { project, language, signal, onProgress } = input;
  const memories = { deps, memories: await store.memories.listProjectMemories(project.id) };
  const repetitions = new RepetitionCounter();
  let looked = 0;
  let found: SegmentBand[] = [];
  const keep = async (): Promise<void> => {
    await store.analysis.saveBands(language, found, deps.now());
    looked += found.length;
    found = [];
    onProgress(looked);
    await takeTurns();
  };
  for (const { id, format } of await store.listDocuments(project.id)) {
    const question = {
      sourceLanguage: project.sourceLanguage,
      targetLanguage: language,
      withIds: hasOwnIds(format),
      repetitions,
    };
    for await (const { segment, band } of findBands(memories, question, allSegments(store, id, language))) {
      if (signal.aborted) break;
      found.push({ segment: segment.key, band, characters: characterCount(segment.source) });
      if (found.length >= BATCH) await keep();
    }
  }
  await keep();
}

export interface ProjectLeverage extends LeverageReport {
  readonly documents: readonly (DocumentLeverage & { readonly document: DocumentId })[];
}

/** As it was found last. */
export async function showLeverage(
  { store }: Pick<Dependencies, 'store'>,
  project: ProjectId,
  language: LanguageTag,
): Promise<ProjectLeverage> {
  const [documents, found, rates] = await Promise.all([
    store.listDocuments(project),
    store.analysis.listLeverage(project, language),
    store.analysis.findRates(project),
  ]);
  const rows = documents.map(({ id, fileName, segments }) => {
    const own = found.find(({ document }) => document === id);
    const leverage = own?.leverage ?? addLeverage([]);
    const unknown = Math.max(0, segments - totalOf(leverage).segments);
    return { document: id, fileName, leverage, unknown };
  });
  const times = found.flatMap(({ at }) => (at === null ? [] : [at]));
  return {
    documents: rows,
    all: addLeverage(rows.map(({ leverage }) => leverage)),
    unknown: rows.reduce((sum, { unknown }) => sum + unknown, 0),
    at: times.length === 0 ? null : Math.max(...times),
    rates: rates ?? DEFAULT_RATES,
  };
}

/** Whether matches were ever looked for, for any segment of the document. */
export async function isAnalysed(
  { store }: Pick<Dependencies, 'store'>,
  of: { readonly document: StoredDocument; readonly language: LanguageTag },
): Promise<boolean> {
  const found = await store.analysis.listLeverage(of.document.project, of.language);
  return found.some(({ document, at }) => document === of.document.id && at !== null);
}
