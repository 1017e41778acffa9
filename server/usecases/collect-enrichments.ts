/** What a workbench knows about a document's segments beside their targets, for the XLIFF that goes out. */
import type { Enrichment, Enrichments, Match, Revision, Term } from '../core/document/enrichment.ts';
import type { UnitId } from '../core/document/ids.ts';
import { flatText } from '../core/qa/check.ts';
import type { TermIndexes } from '../core/terminology/term-index.ts';
import { isEmpty, type Content } from '../core/text/content.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { Translator } from '../i18n/translator.ts';
import type { Store, StoredDocument, StoredSegment } from '../store/store.ts';
import { allSegments } from './all-segments.ts';
import { termsOfText } from './terms-of-text.ts';

/** Most matches for one segment, and most earlier versions: more is noise in a translator's window. */
const MAX_MATCHES = 3;
const MAX_REVISIONS = 10;

export interface EnrichmentChoice {
  /** Translations of the same source elsewhere in the project. */
  readonly matches: boolean;
  /** Earlier versions of each target. */
  readonly history: boolean;
  /** What the checks find in the targets, told by this; null: nothing of it. */
  readonly findings: Translator | null;
}

/** Units about which nothing is known are left out; terms are those of the project that stand in the unit. */
export async function collectEnrichments(
  store: Store,
  document: StoredDocument,
  language: LanguageTag,
  choice: Pick<EnrichmentChoice, 'matches' | 'history'>,
  terms: TermIndexes | undefined,
): Promise<Enrichments> {
  const known = choice.matches ? await translationsOf(store, document, language) : null;
  const found = new Map<UnitId, { matches: Match[]; terms: Term[]; revisions: Revision[] }>();
  for await (const stored of allSegments(store, document.id, language)) {
    const matches = known === null ? [] : matchesFor(stored, known);
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

interface Translation {
  readonly key: number;
  readonly source: Content;
  readonly target: Content;
  readonly origin: string;
}

/** Every translated segment of the project by what its source says, the newest last. */
async function translationsOf(
  store: Store,
  { project }: StoredDocument,
  language: LanguageTag,
): Promise<ReadonlyMap<string, readonly Translation[]>> {
  const bySource = new Map<string, Translation[]>();
  for (const { id, fileName } of await store.listDocuments(project)) {
    for await (const { key, source, current } of allSegments(store, id, language)) {
      if (current === null || current.state === 'initial' || isEmpty(current.target)) continue;
      const said = sourceKey(source);
      const list = bySource.get(said) ?? [];
      list.push({ key, source, target: current.target, origin: fileName });
      bySource.set(said, list);
    }
  }
  return bySource;
}

/** Text with the kinds of its codes: ids differ from unit to unit, and a match brings its own. */
function sourceKey(content: Content): string {
  return JSON.stringify(content.map((part) => (typeof part === 'string' ? part : { code: part.code })));
}

/** For what is not translated yet; the same translation is offered once. */
function matchesFor(
  { key, segment, source, current }: StoredSegment,
  known: ReadonlyMap<string, readonly Translation[]>,
): readonly Match[] {
  if (current !== null && current.state !== 'initial') return [];
  const offered = new Map<string, Match>();
  for (const translation of known.get(sourceKey(source)) ?? []) {
    if (translation.key === key) continue;
    const { target, origin } = translation;
    offered.set(JSON.stringify(target), {
      segment,
      source: translation.source,
      target,
      similarity: 100,
      origin,
    });
  }
  return [...offered.values()].reverse().slice(0, MAX_MATCHES);
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
