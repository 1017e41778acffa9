/** What people have decided about checks: findings ignored, checks switched off, the settings of a project. */
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { CheckSettings } from '../../core/qa/check.ts';
import type { LanguageTag } from '../../core/text/language.ts';
import { segmentKey, type DocumentId, type ProjectId, type SegmentKey } from '../ids.ts';
import type { CheckRules, Decision, IgnoredFinding } from '../project.ts';
import { keepText, restoreText } from './kept-text.ts';
import type { Tables } from './schema.ts';

const settingsSchema = z.object({
  digits: z.enum(['native', 'latin']).exactOptional(),
  ezafe: z.enum(['hamza', 'yeh', 'composed']).exactOptional(),
  forbidden: z.array(z.object({ term: z.string(), instead: z.string() })).exactOptional(),
});

/** False where the segment is not there. Ignoring again says who did so last. */
export async function ignoreFinding(tx: Kysely<Tables>, ignored: IgnoredFinding): Promise<boolean> {
  const { segment, language } = ignored;
  const found = await tx.selectFrom('segment').select('id').where('id', '=', segment).executeTakeFirst();
  if (found === undefined) return false;
  await restoreFinding(tx, segment, language, ignored.finding);
  const row = { segment_id: segment, language, finding: keepText(ignored.finding), ...kept(ignored) };
  await tx.insertInto('ignored_finding').values(row).execute();
  return true;
}

/** False where it was not ignored. */
export async function restoreFinding(
  tx: Kysely<Tables>,
  segment: SegmentKey,
  language: LanguageTag,
  finding: string,
): Promise<boolean> {
  const result = await tx
    .deleteFrom('ignored_finding')
    .where('segment_id', '=', segment)
    .where('language', '=', language)
    .where('finding', '=', keepText(finding))
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

export async function listIgnoredFindings(
  db: Kysely<Tables>,
  where: { readonly document: DocumentId } | { readonly segment: SegmentKey },
  language: LanguageTag,
): Promise<readonly IgnoredFinding[]> {
  const all = db
    .selectFrom('ignored_finding')
    .innerJoin('segment', 'segment.id', 'ignored_finding.segment_id')
    .select(['ignored_finding.segment_id as key', 'finding', 'author', 'at', 'reason'])
    .where('language', '=', language)
    .orderBy('ignored_finding.segment_id')
    .orderBy('finding');
  const rows = await (
    'document' in where
      ? all.where('document_id', '=', where.document)
      : all.where('ignored_finding.segment_id', '=', where.segment)
  ).execute();
  return rows.map((row) => ({
    segment: segmentKey(row.key),
    language,
    finding: restoreText(row.finding),
    ...restored(row),
  }));
}

export async function findCheckRules(db: Kysely<Tables>, project: ProjectId): Promise<CheckRules> {
  const rows = await db
    .selectFrom('check_off')
    .select(['check_id', 'author', 'at', 'reason'])
    .where('project_id', '=', project)
    .orderBy('check_id')
    .execute();
  const row = await db
    .selectFrom('check_settings')
    .select('settings')
    .where('project_id', '=', project)
    .executeTakeFirst();
  const settings = row === undefined ? {} : settingsSchema.parse(JSON.parse(row.settings));
  return { settings, off: rows.map((each) => ({ check: each.check_id, ...restored(each) })) };
}

/** `decision` null: it runs again. */
export async function switchCheck(
  tx: Kysely<Tables>,
  project: ProjectId,
  check: string,
  decision: Decision | null,
): Promise<void> {
  await tx.deleteFrom('check_off').where('project_id', '=', project).where('check_id', '=', check).execute();
  if (decision === null) return;
  await tx
    .insertInto('check_off')
    .values({ project_id: project, check_id: check, ...kept(decision) })
    .execute();
}

export async function saveCheckSettings(
  tx: Kysely<Tables>,
  project: ProjectId,
  settings: CheckSettings,
): Promise<void> {
  await tx.deleteFrom('check_settings').where('project_id', '=', project).execute();
  await tx
    .insertInto('check_settings')
    .values({ project_id: project, settings: JSON.stringify(settings) })
    .execute();
}

function kept({ author, at, reason }: Decision): Decision {
  return { author: keepText(author), at, reason: keepText(reason) };
}

function restored({ author, at, reason }: Decision): Decision {
  return { author: restoreText(author), at, reason: restoreText(reason) };
}
