/** Projects, documents and saves for the tests of stores. */
import type { Document } from '../../server/core/document/document.ts';
import { segmentId, unitId } from '../../server/core/document/ids.ts';
import { STATES, type State } from '../../server/core/document/state.ts';
import type { Segment, Unit } from '../../server/core/document/unit.ts';
import type { Content } from '../../server/core/text/content.ts';
import { parseLanguageTag, type LanguageTag } from '../../server/core/text/language.ts';
import type { DocumentId, SegmentKey } from '../../server/store/ids.ts';
import type { NewProject } from '../../server/store/project.ts';
import type { NewDocument, Progress, Save, StoredSegment, Version } from '../../server/store/segment.ts';
import type { Store } from '../../server/store/store.ts';

export function language(text: string): LanguageTag {
  const tag = parseLanguageTag(text);
  if (tag === null) throw new Error(text);
  return tag;
}

export const en = language('en');
export const fa = language('fa');
export const my = language('my');

export const sampleProject: NewProject = {
  name: 'The Farm',
  sourceLanguage: en,
  targetLanguages: [fa, my],
  author: 'A. Writer',
  licence: 'CC BY 4.0',
  origin: 'https://example.org/farm',
  workId: 'urn:uuid:0b7e2f3a-54c1-4d5e-9a39-0f6f8f1f2a11',
  createdAt: 1_760_000_000_000,
};

export function plainSegment(id: string, source: Content): Segment {
  return { kind: 'segment', id: segmentId(id), state: 'initial', source, target: null };
}

export function plainUnit(id: string, sources: readonly Content[]): Unit {
  const parts = sources.map((source, index) => plainSegment(`s${index + 1}`, source));
  return { id: unitId(id), file: '', name: '', translate: true, canResegment: true, notes: [], parts };
}

export function plainDocument(units: readonly Unit[]): Document {
  return {
    format: 'text',
    variant: '',
    sourceLanguage: en,
    targetLanguage: null,
    units,
    outline: [],
    skeleton: null,
  };
}

/** One unit of one segment for each text. */
export function documentOf(texts: readonly string[]): Document {
  return plainDocument(texts.map((text, index) => plainUnit(`u${index + 1}`, [[text]])));
}

export function asNew(document: Document, words?: readonly number[]): NewDocument {
  const segments = document.units.flatMap((unit) => unit.parts.filter((part) => part.kind === 'segment'));
  return {
    fileName: 'farm.txt',
    original: new TextEncoder().encode('The farm'),
    document,
    words: words ?? segments.map((_, index) => index + 1),
    createdAt: 1_760_000_000_001,
  };
}

export async function addTexts(store: Store, texts: readonly string[]): Promise<DocumentId> {
  return store.addDocument(await store.createProject(sampleProject), asNew(documentOf(texts)));
}

export async function allSegments(
  store: Store,
  document: DocumentId,
  inLanguage: LanguageTag = fa,
): Promise<readonly StoredSegment[]> {
  const all: StoredSegment[] = [];
  for (let after: number | null = 0; after !== null;) {
    const page = await store.listSegments(document, inLanguage, {}, after, 500);
    all.push(...page.segments);
    after = page.next;
  }
  return all;
}

export function saveOf(segment: SegmentKey, base: number, text: string, changes: Partial<Save> = {}): Save {
  return {
    segment,
    language: fa,
    base,
    target: [text],
    state: 'translated',
    subState: null,
    author: 'Zahra',
    at: 1_760_000_100_000 + base,
    origin: { kind: 'typed' },
    ...changes,
  };
}

/** The version that a save makes. */
export function versionOf({ base, target, state, subState, author, at, origin }: Save): Version {
  return { version: base + 1, target, state, subState, author, at, origin };
}

/** Progress as it should be, counted segment by segment. */
export async function recount(
  store: Store,
  document: DocumentId,
  inLanguage: LanguageTag,
): Promise<Progress> {
  const byState: Record<State, { segments: number; words: number }> = {
    initial: { segments: 0, words: 0 },
    translated: { segments: 0, words: 0 },
    reviewed: { segments: 0, words: 0 },
    final: { segments: 0, words: 0 },
  };
  for (const segment of await allSegments(store, document, inLanguage)) {
    const count = byState[segment.current?.state ?? STATES[0]];
    count.segments += 1;
    count.words += segment.words;
  }
  return { document, language: inLanguage, byState };
}
