/**
 * Targets of segments that were cut anew: new versions, which of them is the newest, the counters of every language
 * and of the document, and the news for open pages.
 */
import type { Kysely } from 'kysely';
import type { State } from '../../core/document/state.ts';
import { characterCount, type Content } from '../../core/text/content.ts';
import type { LanguageTag } from '../../core/text/language.ts';
import type { Origin } from '../segment.ts';
import { count, type Counted } from './counters.ts';
import { contentSchema, originSchema, writeJson } from './kept-json.ts';
import { foldContent, keepText } from './kept-text.ts';
import { addDue, addDueAround } from './living/due.ts';
import type { Tables } from './schema.ts';
import { readHeld, type Held } from './unit-rows.ts';

export interface TargetChange {
  readonly segment: number;
  readonly language: LanguageTag;
  readonly target: Content;
  readonly state: State;
  readonly subState: string | null;
  readonly origin: Origin;
}

export interface Settling {
  readonly by: { readonly author: string; readonly at: number; readonly document: number };
  /** What was the newest before, of the segments that were there. */
  readonly held: readonly Held[];
  readonly targets: readonly TargetChange[];
  /** Words of each segment that the change touches, null where it was not there, or is no more. */
  readonly before: ReadonlyMap<number, number | null>;
  readonly after: ReadonlyMap<number, number | null>;
  /** Open pages in this language are told even where no target changed. */
  readonly language: LanguageTag;
}

export interface HeldVersion {
  readonly segment: number;
  readonly language: LanguageTag;
  readonly version: number;
}

/** Writes all of it; gives the newest versions as they are then. */
export async function settleTargets(tx: Kysely<Tables>, settling: Settling): Promise<readonly HeldVersion[]> {
  const { by, held, targets, before, after } = settling;
  for (const target of targets) await addVersion(tx, by, target);
  const there = [...after].flatMap(([segment, words]) => (words === null ? [] : [segment]));
  const now = await readHeld(tx, there);
  await count(tx, [...counted(by.document, held, before, -1), ...counted(by.document, now, after, 1)]);
  const sum = (words: ReadonlyMap<number, number | null>): readonly [number, number] => {
    const numbers = [...words.values()].filter((each) => each !== null);
    return [numbers.length, numbers.reduce((total, each) => total + each, 0)];
  };
  const [[segmentsBefore, wordsBefore], [segmentsAfter, wordsAfter]] = [sum(before), sum(after)];
  await tx
    .updateTable('document')
    .set((eb) => ({
      segments: eb('segments', '+', segmentsAfter - segmentsBefore),
      words: eb('words', '+', wordsAfter - wordsBefore),
    }))
    .where('id', '=', by.document)
    .execute();
  await addDue(
    tx,
    held.map(({ segment, language, version }) => ({
      segment_id: segment,
      language,
      version: version.version,
    })),
  );
  await addDueAround(tx, by.document, there);
  await announce(tx, settling, now, there);
  return now.map(({ segment, language, version }) => ({ segment, language, version: version.version }));
}

function counted(
  document: number,
  held: readonly Held[],
  words: ReadonlyMap<number, number | null>,
  sign: 1 | -1,
): readonly Counted[] {
  return held.flatMap(({ segment, language, version }): readonly Counted[] => {
    const own = words.get(segment) ?? null;
    if (own === null) return [];
    return [{ document, language, state: version.state, segments: sign, words: sign * own }];
  });
}

/** The one after the last that there ever was: a segment that comes back has versions of its own. */
async function addVersion(
  tx: Kysely<Tables>,
  { author, at, document }: Settling['by'],
  { segment, language, target, state, subState, origin }: TargetChange,
): Promise<void> {
  const last = await tx
    .selectFrom('target_version')
    .select((eb) => eb.fn.max<number | null>('version').as('version'))
    .where('segment_id', '=', segment)
    .where('language', '=', language)
    .executeTakeFirstOrThrow();
  const version = (last.version ?? 0) + 1;
  await tx
    .insertInto('target_version')
    .values({
      segment_id: segment,
      language,
      version,
      target: writeJson(contentSchema, target),
      state,
      sub_state: subState === null ? null : keepText(subState),
      author: keepText(author),
      at,
      origin: writeJson(originSchema, origin),
    })
    .execute();
  await setCurrent(tx, document, { segment, language, version, state, target });
}

/** Makes a version the newest in the index. */
export async function setCurrent(
  tx: Kysely<Tables>,
  document: number,
  current: Pick<TargetChange, 'segment' | 'language' | 'state' | 'target'> & { readonly version: number },
): Promise<void> {
  const { segment, language, version, state } = current;
  const place = await tx
    .selectFrom('segment')
    .select('position')
    .where('id', '=', segment)
    .executeTakeFirstOrThrow();
  const index = {
    version,
    state,
    target_folded: foldContent(current.target),
    characters: characterCount(current.target),
  };
  await tx
    .insertInto('target_current')
    .values({
      segment_id: segment,
      language,
      document_id: document,
      position: place.position,
      ...index,
    })
    .onConflict((conflict) => conflict.columns(['segment_id', 'language']).doUpdateSet(index))
    .execute();
}

async function announce(
  tx: Kysely<Tables>,
  { by, language }: Settling,
  now: readonly Held[],
  there: readonly number[],
): Promise<void> {
  const languages = new Set([language, ...now.map((each) => each.language)]);
  const queued_at = Date.now();
  const rows = [...languages].flatMap((each) =>
    there.map((segment) => ({
      document_id: by.document,
      segment_id: segment,
      language: each,
      version: now.find((held) => held.segment === segment && held.language === each)?.version.version ?? 0,
      author: keepText(by.author),
      at: by.at,
      queued_at,
    })),
  );
  await tx.insertInto('outbox').values(rows).execute();
}
