/** Versions of targets: rows to values. */
import type { Kysely, Selectable } from 'kysely';
import type { LanguageTag } from '../../core/text/language.ts';
import type { DocumentId, SegmentKey } from '../ids.ts';
import type { Version } from '../segment.ts';
import { contentSchema, originSchema, readJson, stateSchema } from './kept-json.ts';
import { restoreText } from './kept-text.ts';
import type { Tables, TargetVersionTable } from './schema.ts';

const VERSION_COLUMNS = ['version', 'target', 'state', 'sub_state', 'author', 'at', 'origin'] as const;

type VersionRow = Pick<Selectable<TargetVersionTable>, (typeof VERSION_COLUMNS)[number]>;
/** As it comes from an outer join: all null where there is no version. */
export type MaybeVersionRow = { readonly [K in keyof VersionRow]: VersionRow[K] | null };

export function toVersion(row: VersionRow): Version {
  return {
    version: row.version,
    target: readJson(contentSchema, row.target),
    state: stateSchema.parse(row.state),
    subState: row.sub_state === null ? null : restoreText(row.sub_state),
    author: restoreText(row.author),
    at: row.at,
    origin: readJson(originSchema, row.origin),
  };
}

export function toMaybeVersion(row: MaybeVersionRow): Version | null {
  const { version, target, state, author, at, origin } = row;
  if (version === null || target === null || state === null) return null;
  if (author === null || at === null || origin === null) return null;
  return toVersion({ version, target, state, sub_state: row.sub_state, author, at, origin });
}

/** Newest first. */
export async function listVersions(
  db: Kysely<Tables>,
  key: SegmentKey,
  language: LanguageTag,
): Promise<readonly Version[]> {
  const rows = await db
    .selectFrom('target_version')
    .select(VERSION_COLUMNS)
    .where('segment_id', '=', key)
    .where('language', '=', language)
    .orderBy('version', 'desc')
    .execute();
  return rows.map(toVersion);
}

/** The index of newest versions (`c`) with the versions themselves (`v`). */
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- what Kysely infers of a join
export function newestVersions(db: Kysely<Tables>) {
  return db
    .selectFrom('target_current as c')
    .innerJoin('target_version as v', (join) =>
      join
        .onRef('v.segment_id', '=', 'c.segment_id')
        .onRef('v.language', '=', 'c.language')
        .onRef('v.version', '=', 'c.version'),
    );
}

/** People by how many newest versions are theirs; those with as many, by who came first in the document. */
export async function listAuthors(
  db: Kysely<Tables>,
  document: DocumentId,
  language: LanguageTag,
): Promise<readonly string[]> {
  const rows = await newestVersions(db)
    .select('v.author')
    .where('c.document_id', '=', document)
    .where('c.language', '=', language)
    .groupBy('v.author')
    .orderBy((eb) => eb.fn.countAll(), 'desc')
    .orderBy((eb) => eb.fn.min('c.position'))
    .execute();
  return rows.map((row) => restoreText(row.author));
}
