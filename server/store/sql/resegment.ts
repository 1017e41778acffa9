/**
 * Splits a segment or joins two, in one transaction: the unit, the rows of its segments, their targets in every
 * language, the positions of all that follow, the counters and what pending imports remember. What the change comes
 * to is decided in core/document/segmentation-edit.ts.
 */
import { sql, type Kysely } from 'kysely';
import {
  resegment as cutAnew,
  type Resegmentation,
  type ResegmentRefusal,
} from '../../core/document/segmentation-edit.ts';
import { segmentsOf, type Segment, type Unit } from '../../core/document/unit.ts';
import { lengthOf } from '../../core/text/edit-content.ts';
import type { Content } from '../../core/text/content.ts';
import type { LanguageTag } from '../../core/text/language.ts';
import { documentId, resegmentationId, segmentKey } from '../ids.ts';
import type { Resegment, Resegmented, ResegmentResult } from '../resegmentation.ts';
import type { Engine } from './engine.ts';
import {
  contentSchema,
  resegmentationSchema,
  unitSchema,
  writeJson,
  type KeptResegmentation,
} from './kept-json.ts';
import { foldContent, keepText } from './kept-text.ts';
import { adjustImports } from './resegment-imports.ts';
import { settleTargets, type HeldVersion, type TargetChange } from './resegment-targets.ts';
import type { Tables } from './schema.ts';
import {
  keptUnit,
  movePositions,
  parkSegment,
  readHeld,
  readUnitRows,
  setSource,
  unitWith,
  type Held,
  type UnitRows,
  type UnitSegment,
} from './unit-rows.ts';

export type CountWords = (source: Content) => number;

export function resegment(engine: Engine, change: Resegment, words: CountWords): Promise<ResegmentResult> {
  return engine.write(async (tx) => {
    const place = await findPlace(tx, change.segment);
    if (place === null) return { kind: 'not-found' };
    await lockUnit(engine, tx, place);
    const rows = await readUnitRows(tx, place.document, place.unitIndex);
    const index = rows?.segments.findIndex((each) => each.id === change.segment) ?? -1;
    const first = rows?.segments[index];
    if (rows === null || first === undefined) return { kind: 'not-found' };
    const next = change.change.kind === 'join' ? rows.segments[index + 1] : undefined;
    if (change.change.kind === 'join' && next?.id !== change.change.next) return { kind: 'conflict' };
    const held = await readHeld(tx, [first.id, ...(next === undefined ? [] : [next.id])]);
    if (!isAsSeen(change, held)) return { kind: 'conflict' };
    const cut = cutInEachLanguage(rows, held, change, index);
    if (typeof cut === 'string') return { kind: 'refused', reason: cut };
    return write(tx, { change, place, rows, index, first, next: next ?? null, held, cut, words });
  });
}

export interface UnitPlace {
  readonly document: number;
  readonly unitIndex: number;
}

async function findPlace(tx: Kysely<Tables>, key: number): Promise<UnitPlace | null> {
  const row = await tx
    .selectFrom('segment')
    .select(['document_id', 'unit_index'])
    .where('id', '=', key)
    .where('translate', '=', 1)
    .where('position', '>', 0)
    .executeTakeFirst();
  return row === undefined ? null : { document: row.document_id, unitIndex: row.unit_index };
}

/** PostgreSQL has several writers: saves of these segments, and other changes of the unit, wait. */
export async function lockUnit(engine: Engine, tx: Kysely<Tables>, place: UnitPlace): Promise<void> {
  if (engine.name === 'sqlite') return;
  await sql`select id from document where id = ${place.document} for update`.execute(tx);
  await sql`select id from segment where document_id = ${place.document}
    and unit_index = ${place.unitIndex} order by id for update`.execute(tx);
}

function isAsSeen({ segment, language, base, change }: Resegment, held: readonly Held[]): boolean {
  const versionOf = (id: number): number =>
    held.find((each) => each.segment === id && each.language === language)?.version.version ?? 0;
  return (
    versionOf(segment) === base && (change.kind === 'split' || versionOf(change.next) === change.nextBase)
  );
}

interface CutUnit {
  /** As it is in no language: sources, white space and places. */
  readonly unit: Unit;
  /** The segments that came of it, by language. */
  readonly targets: ReadonlyMap<LanguageTag, readonly Segment[]>;
}

function cutInEachLanguage(
  rows: UnitRows,
  held: readonly Held[],
  { language, change }: Resegment,
  index: number,
): CutUnit | ResegmentRefusal {
  const languages = new Set([language, ...held.map((each) => each.language)]);
  const targets = new Map<LanguageTag, readonly Segment[]>();
  let plain: Unit | null = null;
  for (const each of languages) {
    const unit = unitWith(rows, held, each);
    const cut = cutAnew(unit, asked(change, segmentsOf(unit)[index], index, each === language));
    if (typeof cut === 'string') return cut;
    plain ??= cut;
    const made = segmentsOf(cut).slice(index, change.kind === 'split' ? index + 2 : index + 1);
    const isCutUnseen = change.kind === 'split' && each !== language;
    targets.set(each, isCutUnseen ? made.map((part) => ({ ...part, state: 'initial' as const })) : made);
  }
  return plain === null ? 'resegment-impossible' : { unit: plain, targets };
}

/** Where nobody said at which place the target is to be cut, all of it stays with the first half. */
function asked(
  change: Resegment['change'],
  segment: Segment | undefined,
  index: number,
  isSeen: boolean,
): Resegmentation {
  if (change.kind === 'join') return { kind: 'join', segment: index };
  const target = segment?.target ?? null;
  const place = isSeen ? change.target : null;
  const whole = target === null ? null : lengthOf(target);
  return {
    kind: 'split',
    segment: index,
    source: change.source,
    target: target === null ? null : (place ?? whole),
  };
}

interface Write {
  readonly change: Resegment;
  readonly place: UnitPlace;
  readonly rows: UnitRows;
  readonly index: number;
  readonly first: UnitSegment;
  readonly next: UnitSegment | null;
  readonly held: readonly Held[];
  readonly cut: CutUnit;
  readonly words: CountWords;
}

async function write(tx: Kysely<Tables>, write: Write): Promise<ResegmentResult> {
  const { change, place, index, first, next, cut, words } = write;
  const { document, unitIndex } = place;
  const { kind } = change.change;
  const [own, made] = segmentsOf(cut.unit).slice(index);
  if (own === undefined) throw new Error('A unit was cut into nothing.');
  await tx
    .updateTable('unit')
    .set({ data: writeJson(unitSchema, keptUnit(cut.unit)) })
    .where('document_id', '=', document)
    .where('unit_index', '=', unitIndex)
    .execute();
  const isSplit = kind === 'split' && made !== undefined;
  const count = { first: words(own.source), second: isSplit ? words(made.source) : null };
  await setSource(tx, first.id, writeJson(contentSchema, own.source), count.first);
  let second = next?.id ?? 0;
  let notes: readonly number[] = [];
  if (isSplit) {
    await movePositions(tx, document, first.position, 1);
    second = await insertSegment(tx, place, first, made, count.second ?? 0);
  } else if (next !== null) {
    notes = await moveNotes(tx, next.id, first.id);
    await parkSegment(tx, next.id, unitIndex);
    await movePositions(tx, document, next.position, -1);
  }
  const after = await settle(tx, write, second, count);
  await adjustImports(tx, document, first.position, kind === 'split' ? 1 : -1);
  return {
    kind: 'resegmented',
    done: await record(tx, write, second, { after: [...after], notes: [...notes] }),
  };
}

/** Targets and counters; there are no words of a second one where two became one. */
function settle(
  tx: Kysely<Tables>,
  { change, place, first, next, held, cut }: Write,
  second: number,
  count: { readonly first: number; readonly second: number | null },
): Promise<readonly HeldVersion[]> {
  const origin = { kind: 'resegmented', change: count.second === null ? 'joined' : 'split' } as const;
  const targets = [...cut.targets].flatMap(([language, segments]) =>
    segments.flatMap(({ target, state, subState = null }, which): readonly TargetChange[] => {
      if (target === null || (which > 0 && target.length === 0)) return [];
      return [{ segment: which === 0 ? first.id : second, language, target, state, subState, origin }];
    }),
  );
  return settleTargets(tx, {
    by: { author: change.author, at: change.at, document: place.document },
    held,
    targets,
    before: new Map([
      [first.id, first.words],
      [second, next?.words ?? null],
    ]),
    after: new Map([
      [first.id, count.first],
      [second, count.second],
    ]),
    language: change.language,
  });
}

async function record(
  tx: Kysely<Tables>,
  { change, place, rows, first, held }: Write,
  second: number,
  after: Pick<KeptResegmentation, 'after' | 'notes'>,
): Promise<Resegmented> {
  const { author, at } = change;
  const { kind } = change.change;
  const data = writeJson(resegmentationSchema, {
    unit: rows.json,
    first: { source: writeJson(contentSchema, first.source), words: first.words },
    before: held.map(({ segment, language, version }) => ({ segment, language, version: version.version })),
    ...after,
  });
  const row = await tx
    .insertInto('resegmentation')
    .values({
      document_id: place.document,
      unit_index: place.unitIndex,
      kind,
      first_segment: first.id,
      second_segment: second,
      author: keepText(author),
      at,
      undone: 0,
      data,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return {
    id: resegmentationId(row.id),
    kind,
    document: documentId(place.document),
    unitIndex: place.unitIndex,
    first: segmentKey(first.id),
    second: segmentKey(second),
    author,
    at,
  };
}

async function insertSegment(
  tx: Kysely<Tables>,
  { document, unitIndex }: UnitPlace,
  first: UnitSegment,
  made: Segment,
  words: number,
): Promise<number> {
  const row = await tx
    .insertInto('segment')
    .values({
      document_id: document,
      unit_index: unitIndex,
      unit_id: first.unit,
      segment_id: keepText(made.id),
      position: first.position + 1,
      source: writeJson(contentSchema, made.source),
      source_folded: foldContent(made.source),
      words,
      locked: 0,
      translate: 1,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Ids of the notes that went to the other segment. */
export async function moveNotes(tx: Kysely<Tables>, from: number, to: number): Promise<readonly number[]> {
  const rows = await tx.selectFrom('note').select('id').where('segment_id', '=', from).execute();
  await tx.updateTable('note').set({ segment_id: to }).where('segment_id', '=', from).execute();
  return rows.map((row) => row.id);
}
