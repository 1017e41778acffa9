/** The port of leverage over an engine. */
import { z } from 'zod';
import type { Kysely } from 'kysely';
import { BANDS, type Band } from '../../../core/memory/bands.ts';
import { leverageOf, type Amount } from '../../../core/memory/leverage.ts';
import type { LanguageTag } from '../../../core/text/language.ts';
import type { AnalysisStore, DocumentLeverage, SegmentBand } from '../../analysis-store.ts';
import { documentId, type ProjectId } from '../../ids.ts';
import type { Engine } from '../engine.ts';
import { breathe } from '../pace.ts';
import { findSetting, RATES, saveSetting } from '../project-setting.ts';
import type { Tables } from '../schema.ts';

const ROWS_A_BATCH = 500;

export function analysisOver(engine: Engine): AnalysisStore {
  return {
    saveBands: (language, bands, at) => saveBands(engine, language, bands, at),
    listLeverage: (project, language) => listLeverage(engine.db, project, language),
    findRates: (project) => findSetting(engine.db, project, RATES),
    saveRates: (project, rates) => engine.write((tx) => saveSetting(tx, project, RATES, rates)),
  };
}

async function saveBands(
  engine: Engine,
  language: LanguageTag,
  bands: readonly SegmentBand[],
  at: number,
): Promise<void> {
  for (let from = 0; from < bands.length; from += ROWS_A_BATCH) {
    if (from > 0) await breathe();
    const batch = bands.slice(from, from + ROWS_A_BATCH);
    await engine.write(async (tx) => {
      const keys = batch.map(({ segment }) => segment);
      await tx
        .deleteFrom('segment_band')
        .where('language', '=', language)
        .where('segment_id', 'in', keys)
        .execute();
      // A document may have been deleted meanwhile.
      const there = await tx.selectFrom('segment').select('id').where('id', 'in', keys).execute();
      const ids = new Set(there.map(({ id }) => id));
      const rows = batch
        .filter(({ segment }) => ids.has(segment))
        .map(({ segment, band, characters }) => ({ segment_id: segment, language, band, characters, at }));
      if (rows.length > 0) await tx.insertInto('segment_band').values(rows).execute();
    });
  }
}

const bandSchema = z.enum(BANDS);

async function listLeverage(
  db: Kysely<Tables>,
  project: ProjectId,
  language: LanguageTag,
): Promise<readonly DocumentLeverage[]> {
  const documents = await db
    .selectFrom('document')
    .select('id')
    .where('project_id', '=', project)
    .where('complete', '=', 1)
    .orderBy('id')
    .execute();
  const rows = await db
    .selectFrom('segment_band as b')
    .innerJoin('segment as s', 's.id', 'b.segment_id')
    .innerJoin('document as d', 'd.id', 's.document_id')
    .select(({ fn }) => [
      's.document_id as document',
      'b.band as band',
      fn.countAll().as('segments'),
      fn.sum('s.words').as('words'),
      fn.sum('b.characters').as('characters'),
      fn.max('b.at').as('at'),
    ])
    .where('d.project_id', '=', project)
    .where('b.language', '=', language)
    .where('s.position', '>', 0)
    .groupBy(['s.document_id', 'b.band'])
    .execute();
  return documents.map(({ id }) => {
    const own = rows.filter(({ document }) => document === id);
    const amounts = own.map((row): readonly [Band, Amount] => [
      bandSchema.parse(row.band),
      { segments: Number(row.segments), words: Number(row.words), characters: Number(row.characters) },
    ]);
    const at = own.length === 0 ? null : Math.max(...own.map((row) => row.at));
    return { document: documentId(id), leverage: leverageOf(amounts), at };
  });
}
