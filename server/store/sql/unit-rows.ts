/**
 * One unit as its rows say it, for changes of its segmentation: the unit with the targets of a language in it, and
 * back to rows. A segment that was joined to another stays in the table at negative positions: its versions are kept.
 */
import type { Kysely } from 'kysely';
import { segmentId } from '../../core/document/ids.ts';
import type { Unit, UnitPart } from '../../core/document/unit.ts';
import type { Content } from '../../core/text/content.ts';
import type { LanguageTag } from '../../core/text/language.ts';
import type { Version } from '../segment.ts';
import { contentSchema, languageSchema, readJson, unitSchema, type KeptUnit } from './kept-json.ts';
import { foldContent, restoreText } from './kept-text.ts';
import type { Tables } from './schema.ts';
import { newestVersions, toVersion } from './versions.ts';

/** Larger than any position: positions pass through it while they are moved, as no two may ever be the same. */
const ASIDE = 1_000_000_000_000;

export interface UnitRows {
  readonly kept: KeptUnit;
  /** The same as JSON. */
  readonly json: string;
  readonly segments: readonly UnitSegment[];
}

export interface UnitSegment {
  readonly id: number;
  readonly segment: string;
  readonly unit: string;
  readonly position: number;
  readonly source: Content;
  readonly words: number;
  readonly locked: boolean;
}

/** The newest version of a segment's target in a language. */
export interface Held {
  readonly segment: number;
  readonly language: LanguageTag;
  readonly version: Version;
}

/** null where there is no such unit, or its document is not whole. */
export async function readUnitRows(
  tx: Kysely<Tables>,
  document: number,
  unitIndex: number,
): Promise<UnitRows | null> {
  const row = await tx
    .selectFrom('unit as u')
    .innerJoin('document as d', (join) => join.onRef('d.id', '=', 'u.document_id').on('d.complete', '=', 1))
    .select('u.data')
    .where('u.document_id', '=', document)
    .where('u.unit_index', '=', unitIndex)
    .executeTakeFirst();
  if (row === undefined) return null;
  const rows = await tx
    .selectFrom('segment')
    .select(['id', 'segment_id', 'unit_id', 'position', 'source', 'words', 'locked'])
    .where('document_id', '=', document)
    .where('unit_index', '=', unitIndex)
    .orderBy('position')
    .execute();
  return {
    kept: readJson(unitSchema, row.data),
    json: row.data,
    segments: rows.map((each) => ({
      id: each.id,
      segment: restoreText(each.segment_id),
      unit: each.unit_id,
      position: each.position,
      source: readJson(contentSchema, each.source),
      words: each.words,
      locked: each.locked === 1,
    })),
  };
}

/** In every language, of these segments. */
export async function readHeld(tx: Kysely<Tables>, segments: readonly number[]): Promise<readonly Held[]> {
  const rows = await newestVersions(tx)
    .select(['v.segment_id', 'v.language', 'v.version', 'v.target', 'v.state', 'v.sub_state'])
    .select(['v.author', 'v.at', 'v.origin'])
    .where('c.segment_id', 'in', segments)
    .orderBy('v.language')
    .orderBy('v.segment_id')
    .execute();
  return rows.map(({ segment_id: segment, language, ...version }) => ({
    segment,
    language: languageSchema.parse(language),
    version: toVersion(version),
  }));
}

/** The unit with what is held in one language as its targets; a target without anything in it is none. */
export function unitWith({ kept, segments }: UnitRows, held: readonly Held[], language: LanguageTag): Unit {
  const rows = segments.values();
  const parts = kept.parts.map((part): UnitPart => {
    if (part.kind === 'ignorable') return part;
    const row = rows.next().value;
    if (row === undefined) throw new Error(`Unit ${kept.id} has lost a segment.`);
    const version = held.find((each) => each.segment === row.id && each.language === language)?.version;
    const { state = 'initial', subState = null, target = [] } = version ?? {};
    return {
      kind: 'segment',
      id: segmentId(row.segment),
      state,
      ...(subState === null ? {} : { subState }),
      source: row.source,
      target: target.length === 0 ? null : target,
      ...(part.range === undefined ? {} : { range: part.range }),
      ...(row.locked ? { locked: true as const } : {}),
    };
  });
  return { ...kept, parts };
}

/** What the unit's row keeps of it once it was cut anew. */
export function keptUnit(unit: Unit): KeptUnit {
  return {
    ...unit,
    parts: unit.parts.map((part) => {
      const range = part.range === undefined ? {} : { range: part.range };
      if (part.kind === 'segment') return { kind: 'segment' as const, ...range };
      return { kind: 'ignorable' as const, source: part.source, target: part.target, ...range };
    }),
  };
}

/** Moves all segments of a document behind a position, and the index of their targets. */
export async function movePositions(
  tx: Kysely<Tables>,
  document: number,
  after: number,
  by: number,
): Promise<void> {
  for (const table of ['segment', 'target_current'] as const) {
    await tx
      .updateTable(table)
      .set((eb) => ({ position: eb('position', '+', ASIDE) }))
      .where('document_id', '=', document)
      .where('position', '>', after)
      .execute();
    await tx
      .updateTable(table)
      .set((eb) => ({ position: eb('position', '-', ASIDE - by) }))
      .where('document_id', '=', document)
      .where('position', '>', ASIDE)
      .execute();
  }
}

/** Puts a segment where nobody sees it. */
export async function parkSegment(tx: Kysely<Tables>, id: number, unitIndex: number): Promise<void> {
  await tx.deleteFrom('target_current').where('segment_id', '=', id).execute();
  await tx
    .updateTable('segment')
    .set({ position: -id, unit_index: -1 - unitIndex })
    .where('id', '=', id)
    .execute();
}

export async function setSource(
  tx: Kysely<Tables>,
  id: number,
  source: string,
  words: number,
): Promise<void> {
  const source_folded = foldContent(readJson(contentSchema, source));
  await tx.updateTable('segment').set({ source, source_folded, words }).where('id', '=', id).execute();
}
