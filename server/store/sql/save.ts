/**
 * What a save comes to: the one decision for both engines, made from what stands in the database. How the
 * winners are written differs (one transaction of small statements, or one statement), see the engines.
 */
import type { Insertable, Kysely } from 'kysely';
import type { State } from '../../core/document/state.ts';
import { characterCount, normalizeContent, type Content } from '../../core/text/content.ts';
import type { LanguageTag } from '../../core/text/language.ts';
import type { SegmentKey } from '../ids.ts';
import type { Save, SaveResult, Version } from '../segment.ts';
import type { Engine, SaveBatch } from './engine.ts';
import { contentSchema, originSchema, writeJson } from './kept-json.ts';
import { foldContent, keepText } from './kept-text.ts';
import { breathe } from './pace.ts';
import type { Tables, TargetVersionTable } from './schema.ts';
import { toMaybeVersion } from './versions.ts';

const SAVES_A_BATCH = 500;

/** A segment that can be saved, and the newest version of its target. */
export interface Standing {
  readonly document: number;
  readonly position: number;
  readonly words: number;
  readonly current: Version | null;
}

/** By segment; those that are not there, or not translated, are left out. */
export async function readStandings(
  db: Kysely<Tables>,
  language: LanguageTag,
  keys: readonly SegmentKey[],
): Promise<ReadonlyMap<number, Standing>> {
  const rows = await db
    .selectFrom('segment as s')
    .innerJoin('document as d', (join) => join.onRef('d.id', '=', 's.document_id').on('d.complete', '=', 1))
    .leftJoin('target_current as c', (join) =>
      join.onRef('c.segment_id', '=', 's.id').on('c.language', '=', language),
    )
    .leftJoin('target_version as v', (join) =>
      join
        .onRef('v.segment_id', '=', 'c.segment_id')
        .onRef('v.language', '=', 'c.language')
        .onRef('v.version', '=', 'c.version'),
    )
    .select(['s.id', 's.document_id', 's.position', 's.words'])
    .select(['v.version', 'v.target', 'v.state', 'v.sub_state', 'v.author', 'v.at', 'v.origin'])
    .where('s.id', 'in', keys)
    .where('s.translate', '=', 1)
    .where('s.position', '>', 0)
    .execute();
  return new Map(
    rows.map(({ id, document_id: document, position, words, ...version }) => [
      id,
      { document, position, words, current: toMaybeVersion(version) },
    ]),
  );
}

/** `saved` means: may be written, as long as nobody is quicker. */
export function decide(save: Save, standing: Standing | undefined): SaveResult {
  if (standing === undefined) return { kind: 'not-found' };
  const { current } = standing;
  if (current !== null && saysTheSame(save, current)) return { kind: 'unchanged', version: current };
  if (save.base !== (current?.version ?? 0)) return { kind: 'conflict', current };
  const { target, state, subState, author, at, origin } = save;
  return { kind: 'saved', version: { version: save.base + 1, target, state, subState, author, at, origin } };
}

function saysTheSame(save: Save, current: Version): boolean {
  return (
    save.state === current.state &&
    save.subState === current.subState &&
    contentText(normalizeContent(save.target)) === contentText(normalizeContent(current.target))
  );
}

function contentText(content: Content): string {
  return writeJson(contentSchema, content);
}

/** A save that is to be written, with what it changes. */
export interface Win {
  readonly row: Insertable<TargetVersionTable>;
  readonly folded: string;
  readonly characters: number;
  readonly document: number;
  readonly position: number;
  readonly words: number;
  readonly from: State;
  readonly to: State;
}

/** Throws where the save is not of the shape (then nothing at all is written). */
export function winOf(save: Save, standing: Standing): Win {
  return {
    row: {
      segment_id: save.segment,
      language: save.language,
      version: save.base + 1,
      target: contentText(save.target),
      state: save.state,
      sub_state: save.subState === null ? null : keepText(save.subState),
      author: keepText(save.author),
      at: save.at,
      origin: writeJson(originSchema, save.origin),
    },
    folded: foldContent(save.target),
    characters: characterCount(save.target),
    document: standing.document,
    position: standing.position,
    words: standing.words,
    from: standing.current?.state ?? 'initial',
    to: save.state,
  };
}

/** Any number of saves, in order, in batches with a pause between them. */
export async function saveMany(engine: Engine, saves: readonly Save[]): Promise<readonly SaveResult[]> {
  const results: SaveResult[] = [];
  for (const batch of inBatches(saves)) {
    if (results.length > 0) await breathe();
    results.push(...(await engine.save(batch)));
  }
  return results;
}

/** Cut where a batch is full, where the language changes and where a segment comes again. */
function* inBatches(saves: readonly Save[]): Generator<SaveBatch> {
  let batch: Save[] = [];
  let seen = new Set<SegmentKey>();
  for (const save of saves) {
    const first = batch[0];
    const full = batch.length >= SAVES_A_BATCH || seen.has(save.segment);
    if (first !== undefined && (full || first.language !== save.language)) {
      yield { language: first.language, saves: batch };
      batch = [];
      seen = new Set();
    }
    batch.push(save);
    seen.add(save.segment);
  }
  const first = batch[0];
  if (first !== undefined) yield { language: first.language, saves: batch };
}
