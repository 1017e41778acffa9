/**
 * The leverage of a project in a language: the band of each segment's best match is looked for and kept, document after
 * document, so that the report, the price and the editor's filter read the same. What is locked counts as 101: nothing is done
 * to it.
 */
import { bandOf, type Band } from '../core/memory/bands.ts';
import {
  addLeverage,
  DEFAULT_RATES,
  type Leverage,
  type Rates,
  RepetitionCounter,
} from '../core/memory/leverage.ts';
import { matchingKey } from '../core/memory/matching-key.ts';
import { characterCount, textOf } from '../core/text/content.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { SegmentBand } from '../store/analysis-store.ts';
import type { ProjectId } from '../store/ids.ts';
import type { Project } from '../store/project.ts';
import type { StoredSegment } from '../store/segment.ts';
import { allSegments } from './all-segments.ts';
import type { Dependencies } from './dependencies.ts';
import { takeTurns } from './in-turns.ts';
import { lookUpMatches, type LookUpQuestion } from './look-up-matches.ts';

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
  const memories = await store.memories.listProjectMemories(project.id);
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
  for (const document of await store.listDocuments(project.id)) {
    for await (const { segment, previous, next } of withNeighbours(
      allSegments(store, document.id, language),
    )) {
      if (signal.aborted) break;
      const context = { previous, next, id: segment.unit };
      const band = segment.locked
        ? '101'
        : await bandFor(deps, { memories, project, language, segment, context });
      const key = matchingKeyText(segment);
      found.push({
        segment: segment.key,
        band: repetitions.bandFor(key, band),
        characters: characterCount(segment.source),
      });
      if (found.length >= BATCH) await keep();
    }
  }
  await keep();
}

async function bandFor(
  deps: Dependencies,
  asked: {
    readonly memories: LookUpQuestion['memories'];
    readonly project: Project;
    readonly language: LanguageTag;
    readonly segment: StoredSegment;
    readonly context: LookUpQuestion['context'];
  },
): Promise<Exclude<Band, 'repetition'>> {
  const { memories, project, language, segment, context } = asked;
  if (memories.length === 0) return 'new';
  const [best] = await lookUpMatches(deps, {
    memories,
    sourceLanguage: project.sourceLanguage,
    targetLanguage: language,
    source: segment.source,
    context,
    minimum: 50,
    limit: 1,
    once: 'target',
    except: segment.key,
  });
  return bandOf(best?.score ?? null);
}

/** Equal for sources that one translation serves: text and codes; '' where there is nothing to translate. */
function matchingKeyText({ source }: StoredSegment): string {
  if (textOf(source).trim() === '' || matchingKey(source).tokens.length === 0) return '';
  return source
    .map((part) => (typeof part === 'string' ? part.normalize('NFC') : `\u0000${part.code}`))
    .join('');
}

interface InContext {
  readonly segment: StoredSegment;
  readonly previous: string | null;
  readonly next: string | null;
}

async function* withNeighbours(segments: AsyncIterable<StoredSegment>): AsyncGenerator<InContext> {
  let previous: string | null = null;
  let segment: StoredSegment | null = null;
  for await (const following of segments) {
    if (segment !== null) {
      yield { segment, previous, next: textOf(following.source) };
      previous = textOf(segment.source);
    }
    segment = following;
  }
  if (segment !== null) yield { segment, previous, next: null };
}

export interface LeverageReport {
  readonly documents: readonly {
    readonly fileName: string;
    readonly leverage: Leverage;
    /** Segments that came later, or were never looked at. */
    readonly unknown: number;
  }[];
  readonly all: Leverage;
  readonly unknown: number;
  /** When the last segment was looked for; null: nobody has asked yet. */
  readonly at: number | null;
  readonly rates: Rates;
}

/** As it was found last. */
export async function showLeverage(
  { store }: Pick<Dependencies, 'store'>,
  project: ProjectId,
  language: LanguageTag,
): Promise<LeverageReport> {
  const [documents, found, rates] = await Promise.all([
    store.listDocuments(project),
    store.analysis.listLeverage(project, language),
    store.analysis.findRates(project),
  ]);
  const rows = documents.map(({ id, fileName, segments }) => {
    const own = found.find(({ document }) => document === id);
    const leverage = own?.leverage ?? addLeverage([]);
    const known = Object.values(leverage).reduce((sum, amount) => sum + amount.segments, 0);
    return { fileName, leverage, unknown: Math.max(0, segments - known) };
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
