/** What a workbench knows about a document's segments beside their targets, for the XLIFF that goes out. */
import type { Enrichment, Enrichments, Match, Revision, Term } from '../core/document/enrichment.ts';
import type { UnitId } from '../core/document/ids.ts';
import { flatText } from '../core/qa/check.ts';
import type { TermIndexes } from '../core/terminology/term-index.ts';
import type { Content } from '../core/text/content.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { Translator } from '../i18n/translator.ts';
import type { SimilarQuestion } from '../store/memory-store.ts';
import type { StoredDocument, StoredSegment } from '../store/segment.ts';
import type { Store } from '../store/store.ts';
import { allSegments } from './all-segments.ts';
import { termsOfText } from './terms-of-text.ts';

/** Most matches for one segment, and most earlier versions: more is noise in a translator's window. */
const MAX_MATCHES = 3;
const MAX_REVISIONS = 10;
/** Of equal sources so many are looked at. */
const MOST_EQUAL = 50;

export interface EnrichmentChoice {
  /** Translations of the same source in the memories of the project. */
  readonly matches: boolean;
  /** Earlier versions of each target. */
  readonly history: boolean;
  /** What the checks find in the targets, told by this; null: nothing of it. */
  readonly findings: Translator | null;
  /** As ITS quality issues where the profile can hold them, otherwise as notes; absent: as notes. */
  readonly findingsAs?: 'notes' | 'its';
}

/** Units about which nothing is known are left out; terms are those of the project that stand in the unit. */
export async function collectEnrichments(
  store: Store,
  document: StoredDocument,
  language: LanguageTag,
  choice: Pick<EnrichmentChoice, 'matches' | 'history'>,
  terms: TermIndexes | undefined,
): Promise<Enrichments> {
  const known = choice.matches ? await memoriesFor(store, document, language) : null;
  const found = new Map<UnitId, { matches: Match[]; terms: Term[]; revisions: Revision[] }>();
  for await (const stored of allSegments(store, document.id, language)) {
    const matches = known === null ? [] : await matchesFor(store, stored, known);
    const revisions = choice.history ? await revisionsOf(store, stored, language) : [];
    const held = terms === undefined ? [] : termsOfText(flatText(stored.source), terms);
    if (matches.length + revisions.length + held.length === 0) continue;
    const unit = found.get(stored.unit) ?? { matches: [], terms: [], revisions: [] };
    unit.matches.push(...matches);
    unit.revisions.push(...revisions);
    unit.terms.push(...held.filter((term) => !unit.terms.some((each) => isSameTerm(each, term))));
    found.set(stored.unit, unit);
  }
  return found satisfies ReadonlyMap<UnitId, Enrichment>;
}

function isSameTerm(a: Term, b: Term): boolean {
  return a.source === b.source && a.target === b.target;
}

type Known = Pick<SimilarQuestion, 'memories' | 'sourceLanguage' | 'targetLanguage'>;

async function memoriesFor(
  store: Store,
  { project: id }: StoredDocument,
  targetLanguage: LanguageTag,
): Promise<Known | null> {
  const project = await store.findProject(id);
  if (project === null) return null;
  const memories = (await store.memories.listProjectMemories(id)).map(({ memory }) => memory);
  return { memories, sourceLanguage: project.sourceLanguage, targetLanguage };
}

/** What the memories of the project hold of an equal source, for what is not translated yet; the newest first. */
async function matchesFor(
  store: Store,
  { key, segment, source, current }: StoredSegment,
  known: Known,
): Promise<readonly Match[]> {
  if (current !== null && current.state !== 'initial') return [];
  const found = await store.memories.findSimilar({ ...known, source, minimum: 100, limit: MOST_EQUAL });
  const offered = new Map<string, Match>();
  const newest = found.toSorted((a, b) => (b.tu.changedAt ?? 0) - (a.tu.changedAt ?? 0) || b.tu.id - a.tu.id);
  for (const { tu, source: other, target } of newest) {
    if (tu.segment === key || sourceKey(other.content) !== sourceKey(source)) continue;
    const said = JSON.stringify(target.content);
    if (offered.has(said)) continue;
    const { content } = target;
    const match = { segment, source: other.content, target: content, similarity: 100, origin: tu.document };
    offered.set(said, match);
  }
  return [...offered.values()].slice(0, MAX_MATCHES);
}

/** Text with the kinds of its codes: ids differ from unit to unit, and a match brings its own. */
function sourceKey(content: Content): string {
  return JSON.stringify(content.map((part) => (typeof part === 'string' ? part : { code: part.code })));
}

async function revisionsOf(
  store: Store,
  { key, segment, current }: StoredSegment,
  language: LanguageTag,
): Promise<readonly Revision[]> {
  if (current === null || current.version === 1) return [];
  const versions = await store.listVersions(key, language);
  return versions.slice(1, MAX_REVISIONS + 1).map(({ target, state, author, at }) => ({
    segment,
    target,
    state,
    author,
    at: new Date(at).toISOString(),
  }));
}
