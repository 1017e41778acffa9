/**
 * Pending imports remember versions and decisions by place in the document. After a change of segmentation the places
 * behind it are others, and what stands at it is not what the receipt spoke of: its versions are taken for changed
 * since, so that applying writes over nothing.
 */
import type { Kysely } from 'kysely';
import { importDetailsSchema, readJson, writeJson } from './kept-json.ts';
import type { Tables } from './schema.ts';

/** No version is ever this one. */
const CHANGED = -1;

/** `position` is that of the first segment of the change; `by` is 1 after a split and -1 after a join. */
export async function adjustImports(
  tx: Kysely<Tables>,
  document: number,
  position: number,
  by: 1 | -1,
): Promise<void> {
  const pending = await tx
    .selectFrom('import')
    .select(['id', 'details'])
    .where('document_id', '=', document)
    .where('status', '=', 'pending')
    .execute();
  if (pending.length === 0) return;
  const { listed } = await tx
    .selectFrom('segment')
    .select((eb) => eb.fn.countAll<number>().as('listed'))
    .where('document_id', '=', document)
    .where('translate', '=', 1)
    .where('position', '>', 0)
    .where('position', '<', position)
    .executeTakeFirstOrThrow();
  for (const { id, details } of pending) {
    const known = readJson(importDetailsSchema, details);
    const changed = by === 1 ? [CHANGED, CHANGED] : [CHANGED];
    const bases = known.bases.toSpliced(listed, by === 1 ? 1 : 2, ...changed);
    const last = by === 1 ? position : position + 1;
    const choices = known.choices
      .filter((choice) => choice.position < position || choice.position > last)
      .map((choice) => (choice.position > last ? { ...choice, position: choice.position + by } : choice));
    await tx
      .updateTable('import')
      .set({ details: writeJson(importDetailsSchema, { ...known, bases, choices }) })
      .where('id', '=', id)
      .execute();
  }
}
