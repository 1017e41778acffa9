/**
 * Gives a document back as it was added, with the newest targets and states of one language in it. Read in
 * batches, so that a book does not keep others from their turn.
 */
import type { Kysely } from 'kysely';
import { segmentId } from '../../core/document/ids.ts';
import type { Document, Skeleton } from '../../core/document/document.ts';
import type { Segment, Unit, UnitPart } from '../../core/document/unit.ts';
import type { LanguageTag } from '../../core/text/language.ts';
import type { DocumentId } from '../ids.ts';
import type { Origin } from '../segment.ts';
import { readFile } from './documents.ts';
import {
  contentSchema,
  languageSchema,
  originSchema,
  outlineSchema,
  readJson,
  skeletonSchema,
  stateSchema,
  unitSchema,
  type KeptPart,
} from './kept-json.ts';
import { restoreText } from './kept-text.ts';
import { breathe } from './pace.ts';
import type { Tables } from './schema.ts';

const UNITS_A_BATCH = 500;

export async function readDocument(
  db: Kysely<Tables>,
  id: DocumentId,
  language: LanguageTag | null,
): Promise<Document | null> {
  const row = await db
    .selectFrom('document')
    .selectAll()
    .where('id', '=', id)
    .where('complete', '=', 1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const targetLanguage = row.target_language === null ? null : languageSchema.parse(row.target_language);
  const units: Unit[] = [];
  for (let from = 0; ; from += UNITS_A_BATCH) {
    const batch = await readUnits(db, id, language, from, language !== null && language === targetLanguage);
    units.push(...batch);
    if (batch.length < UNITS_A_BATCH) break;
    await breathe();
  }
  return {
    format: restoreText(row.format),
    variant: restoreText(row.variant),
    sourceLanguage: row.source_language === null ? null : languageSchema.parse(row.source_language),
    targetLanguage,
    units,
    outline: readJson(outlineSchema, row.outline),
    skeleton: row.skeleton === null ? null : await readSkeleton(db, id, row.skeleton),
  };
}

async function readSkeleton(db: Kysely<Tables>, id: DocumentId, json: string): Promise<Skeleton> {
  const original = await readFile(db, id, 'skeleton');
  if (original === null) throw new Error(`Document ${id} has lost the file of its skeleton.`);
  const kept = readJson(skeletonSchema, json);
  return { ...kept, original, ranges: new Map(kept.ranges), hrefs: new Map(kept.hrefs) };
}

async function readUnits(
  db: Kysely<Tables>,
  id: DocumentId,
  language: LanguageTag | null,
  from: number,
  ownLanguage: boolean,
): Promise<readonly Unit[]> {
  const rows = await db
    .selectFrom('unit')
    .select(['unit_index', 'data'])
    .where('document_id', '=', id)
    .where('unit_index', '>=', from)
    .where('unit_index', '<', from + UNITS_A_BATCH)
    .orderBy('unit_index')
    .execute();
  const segments = (await readSegments(db, id, language, from)).values();
  return rows.map((row) => {
    const { parts, ...unit } = readJson(unitSchema, row.data);
    const whole = parts.map((part): UnitPart => {
      if (part.kind === 'ignorable') return ownLanguage ? part : { ...part, target: null };
      const segment = segments.next();
      if (segment.done === true) throw new Error(`Document ${id} has lost a segment of unit ${unit.id}.`);
      return toSegment(part, segment.value, ownLanguage);
    });
    return { ...unit, parts: whole };
  });
}

interface SegmentRow {
  readonly segment_id: string;
  readonly source: string;
  readonly locked: number;
  readonly target: string | null;
  readonly state: string | null;
  readonly sub_state: string | null;
  readonly origin: string | null;
}

async function readSegments(
  db: Kysely<Tables>,
  id: DocumentId,
  language: LanguageTag | null,
  from: number,
): Promise<readonly SegmentRow[]> {
  return db
    .selectFrom('segment as s')
    .leftJoin('target_current as c', (join) =>
      join.onRef('c.segment_id', '=', 's.id').on('c.language', '=', language ?? ''),
    )
    .leftJoin('target_version as v', (join) =>
      join
        .onRef('v.segment_id', '=', 'c.segment_id')
        .onRef('v.language', '=', 'c.language')
        .onRef('v.version', '=', 'c.version'),
    )
    .select(['s.segment_id', 's.source', 's.locked', 'v.target', 'v.state', 'v.sub_state', 'v.origin'])
    .where('s.document_id', '=', id)
    .where('s.unit_index', '>=', from)
    .where('s.unit_index', '<', from + UNITS_A_BATCH)
    .orderBy('s.position')
    .execute();
}

function toSegment(
  part: Extract<KeptPart, { kind: 'segment' }>,
  row: SegmentRow,
  ownLanguage: boolean,
): Segment {
  return {
    kind: 'segment',
    id: segmentId(restoreText(row.segment_id)),
    ...standing(part, row, ownLanguage),
    source: readJson(contentSchema, row.source),
    ...(part.range === undefined ? {} : { range: part.range }),
    ...(row.locked === 1 ? { locked: true as const } : {}),
  };
}

/** The newest version; of what is not translated, what the file says in its own language. */
function standing(
  part: Extract<KeptPart, { kind: 'segment' }>,
  row: SegmentRow,
  ownLanguage: boolean,
): Pick<Segment, 'state' | 'subState' | 'target'> {
  if (part.standing !== undefined && ownLanguage) return part.standing;
  const isUndone = row.origin !== null && isRevertedToNothing(readJson(originSchema, row.origin));
  if (row.target === null || row.state === null || isUndone) return { state: 'initial', target: null };
  return {
    state: stateSchema.parse(row.state),
    ...(row.sub_state === null ? {} : { subState: restoreText(row.sub_state) }),
    target: readJson(contentSchema, row.target),
  };
}

/** Somebody undid the first version: again there is no target. */
function isRevertedToNothing(origin: Origin): boolean {
  return origin.kind === 'reverted' && origin.to === 0;
}

/** What the file asks of the targets of one unit, without the rest of it. */
export async function findConstraints(
  db: Kysely<Tables>,
  id: DocumentId,
  unitIndex: number,
): Promise<Pick<Unit, 'limits' | 'rules'>> {
  const row = await db
    .selectFrom('unit')
    .select('data')
    .where('document_id', '=', id)
    .where('unit_index', '=', unitIndex)
    .executeTakeFirst();
  if (row === undefined) return {};
  const { limits, rules } = readJson(unitSchema, row.data);
  return { ...(limits === undefined ? {} : { limits }), ...(rules === undefined ? {} : { rules }) };
}
