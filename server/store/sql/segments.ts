/**
 * Segments as pages and editors ask for them. Paging is by position, never by counting over what was skipped,
 * so the last page of a book costs as much as the first.
 */
import { sql, type Expression, type SqlBool } from 'kysely';
import type { Band } from '../../core/memory/bands.ts';
import type { State } from '../../core/document/state.ts';
import { segmentId, unitId } from '../../core/document/ids.ts';
import type { LanguageTag } from '../../core/text/language.ts';
import { documentId, segmentKey, type DocumentId, type SegmentKey } from '../ids.ts';
import type { SegmentFilter, SegmentPage, StoredSegment } from '../segment.ts';
import type { Engine } from './engine.ts';
import { contentSchema, directionsSchema, readJson } from './kept-json.ts';
import { foldText, keepText, restoreText } from './kept-text.ts';
import { toMaybeVersion, type MaybeVersionRow } from './versions.ts';

const LARGEST_PAGE = 500;

interface Question {
  readonly document: DocumentId;
  readonly language: LanguageTag;
  readonly filter: SegmentFilter;
  readonly after: number;
}

/** A page of what is listed, after position `after`; `limit` is brought between 1 and 500. */
export async function listSegments(
  engine: Engine,
  document: DocumentId,
  language: LanguageTag,
  filter: SegmentFilter,
  after: number,
  limit: number,
): Promise<SegmentPage> {
  const size = Math.min(Math.max(limit, 1), LARGEST_PAGE);
  const rows = await listed(engine, language)
    .where('s.document_id', '=', document)
    .where('s.position', '>', after)
    .where(stateFilter(filter.states))
    .where(firstOfEachState({ document, language, filter, after }, size + 1))
    .where(bandFilter(filter.bands, language))
    .where(textFilter(engine, filter.text ?? ''))
    .orderBy('s.position')
    .limit(size + 1)
    .execute();
  const segments = rows.slice(0, size).map(toSegment);
  return { segments, next: rows.length > size ? (segments.at(-1)?.position ?? null) : null };
}

export async function findSegment(
  engine: Engine,
  key: SegmentKey,
  language: LanguageTag,
): Promise<StoredSegment | null> {
  const row = await listed(engine, language).where('s.id', '=', key).executeTakeFirst();
  return row === undefined ? null : toSegment(row);
}

/** All segments of one unit; those of a unit that is not translated are there too, as locked. */
export async function listUnitSegments(
  engine: Engine,
  document: DocumentId,
  unitIndex: number,
  language: LanguageTag,
): Promise<readonly StoredSegment[]> {
  const rows = await segments(engine, language)
    .where('s.document_id', '=', document)
    .where('s.unit_index', '=', unitIndex)
    .orderBy('s.position')
    .execute();
  return rows.map(toSegment);
}

/** The next one in one of the states; from the start again where none follows. */
export async function nextSegment(
  engine: Engine,
  document: DocumentId,
  language: LanguageTag,
  after: number,
  states: readonly State[],
): Promise<StoredSegment | null> {
  const following = await listSegments(engine, document, language, { states }, after, 1);
  if (following.segments[0] !== undefined || after <= 0) return following.segments[0] ?? null;
  return (await listSegments(engine, document, language, { states }, 0, 1)).segments[0] ?? null;
}

function listed(engine: Engine, language: LanguageTag): ReturnType<typeof segments> {
  return segments(engine, language).where('s.translate', '=', 1).where('s.position', '>', 0);
}

function segments(engine: Engine, language: LanguageTag) {
  return engine.db
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
    .select(['s.id', 's.document_id', 's.unit_id', 's.segment_id', 's.position', 's.unit_index', 's.source'])
    .leftJoin('unit as u', (join) =>
      join.onRef('u.document_id', '=', 's.document_id').onRef('u.unit_index', '=', 's.unit_index'),
    )
    .select(['s.words', 's.locked', 's.translate'])
    .select(sql<string | null>`case when u.data like '%Direction":"%' then u.data end`.as('directed'))
    .select(sql<number>`case when d.target_language = ${language} then 1 else 0 end`.as('of_file'))
    .select(['v.version', 'v.target', 'v.state', 'v.sub_state', 'v.author', 'v.at', 'v.origin'])
    .select((eb) =>
      eb
        .selectFrom('note')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('note.segment_id', '=', 's.id')
        .as('notes'),
    );
}

/** `initial` is also where there is no row. */
function stateFilter(states: readonly State[] | undefined): Expression<SqlBool> {
  if (states === undefined) return sql<SqlBool>`1 = 1`;
  if (states.length === 0) return sql<SqlBool>`1 = 0`;
  const list = sql.join(states);
  if (states.includes('initial')) return sql<SqlBool>`(c.state is null or c.state in (${list}))`;
  return sql<SqlBool>`c.state in (${list})`;
}

/** `new` is also where nobody has looked. */
function bandFilter(bands: readonly Band[] | undefined, language: LanguageTag): Expression<SqlBool> {
  if (bands === undefined) return sql<SqlBool>`1 = 1`;
  if (bands.length === 0) return sql<SqlBool>`1 = 0`;
  const known = sql`select segment_id from segment_band where language = ${language}`;
  const inBands = sql`s.id in (${known} and band in (${sql.join(bands)}))`;
  return bands.includes('new')
    ? sql<SqlBool>`(${inBands} or s.id not in (${known}))`
    : sql<SqlBool>`${inBands}`;
}

/**
 * Where nothing but states is asked for and each has rows, the page is among the first rows of each state, which
 * the index gives: a rare state of a long book is found without walking through the book.
 */
function firstOfEachState(question: Question, size: number): Expression<SqlBool> {
  const { document, language, filter, after } = question;
  const { states = [], text = '', bands } = filter;
  if (states.length === 0 || states.includes('initial') || text !== '' || bands !== undefined)
    return sql<SqlBool>`1 = 1`;
  const firsts = states.map(
    (state) => sql`select segment_id from (
      select segment_id from target_current where document_id = ${document} and language = ${language}
      and state = ${state} and position > ${after} order by position limit ${size}) as firsts`,
  );
  return sql<SqlBool>`s.id in (${sql.join(firsts, sql` union all `)})`;
}

function textFilter(engine: Engine, text: string): Expression<SqlBool> {
  if (text === '') return sql<SqlBool>`1 = 1`;
  const needle = foldText(text);
  // Nothing is left of a ZWNJ or a tatweel: that is looked for as it was typed.
  const [inSource, inTarget, wanted] =
    needle === ''
      ? (['s.source', 'v.target', keepText(text)] as const)
      : (['s.source_folded', 'c.target_folded', needle] as const);
  const source = engine.contains(sql.ref<string>(inSource), wanted);
  const target = engine.contains(sql.ref<string | null>(inTarget), wanted);
  return sql<SqlBool>`(${source} or ${target})`;
}

interface SegmentRow extends MaybeVersionRow {
  readonly id: number;
  readonly document_id: number;
  readonly unit_id: string;
  readonly segment_id: string;
  readonly position: number;
  readonly unit_index: number;
  readonly source: string;
  readonly words: number;
  readonly locked: number;
  readonly translate: number;
  readonly notes: number | null;
  /** The unit, where it may say which way its texts run. */
  readonly directed: string | null;
  /** 1 in the language that the file has targets in: what it says of targets is about that one alone. */
  readonly of_file: number;
}

function toSegment(row: SegmentRow): StoredSegment {
  return {
    key: segmentKey(row.id),
    document: documentId(row.document_id),
    unit: unitId(restoreText(row.unit_id)),
    segment: segmentId(restoreText(row.segment_id)),
    position: row.position,
    unitIndex: row.unit_index,
    source: readJson(contentSchema, row.source),
    words: row.words,
    locked: row.locked === 1 || row.translate === 0,
    ...directionsOf(row),
    current: toMaybeVersion(row),
    notes: row.notes ?? 0,
  };
}

function directionsOf(row: SegmentRow): Pick<StoredSegment, 'sourceDirection' | 'targetDirection'> {
  if (row.directed === null) return {};
  const { targetDirection, ...source } = readJson(directionsSchema, row.directed);
  return row.of_file === 1 && targetDirection !== undefined ? { ...source, targetDirection } : source;
}
