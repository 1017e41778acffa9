/**
 * Brings a bilingual file to the segmentation of its document here, where people split and joined segments since it
 * was read; what the file has no way to say is folded into the segments that it has.
 */
import type { Document } from '../core/document/document.ts';
import { foldUpdates, nextStep } from '../core/document/follow-segmentation.ts';
import type { UnitId } from '../core/document/ids.ts';
import type { UnitUpdate } from '../core/document/update.ts';
import type { Unit } from '../core/document/unit.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { BilingualFormat } from '../formats/format.ts';
import type { FileDependencies } from './dependencies.ts';

export interface FollowedFile {
  readonly bytes: Uint8Array;
  readonly updates: readonly UnitUpdate[];
}

/** More than anybody does by hand to one paragraph. */
const MOST_STEPS = 200;

export function followSegmentation(
  deps: FileDependencies,
  format: BilingualFormat,
  original: Uint8Array,
  document: Document,
  language: LanguageTag,
  updates: readonly UnitUpdate[],
): FollowedFile {
  const wanted = new Map(document.units.map((unit) => [unit.id, unit]));
  const stuck = new Set<UnitId>();
  let bytes = original;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const units = readUnits(deps, format, bytes, document, language);
    const steps = units.flatMap((unit): UnitUpdate[] => {
      const other = wanted.get(unit.id);
      const resegment = other === undefined || stuck.has(unit.id) ? null : nextStep(unit, other);
      return resegment === null ? [] : [{ unit: unit.id, segments: [], resegment }];
    });
    if (steps.length === 0) return { bytes, updates: fold(units, wanted, updates) };
    const written = format.write(bytes, steps, { targetLanguage: language });
    const after = written.bytes === null ? [] : readUnits(deps, format, written.bytes, document, language);
    const counts = new Map(after.map((unit) => [unit.id, unit.parts.length]));
    for (const unit of units)
      if (counts.get(unit.id) === unit.parts.length && steps.some((each) => each.unit === unit.id))
        stuck.add(unit.id);
    bytes = written.bytes ?? bytes;
  }
  const units = readUnits(deps, format, bytes, document, language);
  return { bytes, updates: fold(units, wanted, updates) };
}

function readUnits(
  deps: FileDependencies,
  format: BilingualFormat,
  bytes: Uint8Array,
  document: Document,
  language: LanguageTag,
): readonly Unit[] {
  const read = format.read(bytes, {
    sourceLanguage: document.sourceLanguage ?? language,
    segmenter: deps.segmenter,
    granularity: 'sentence',
    switches: {},
    targetLanguages: [language],
  });
  return read.document?.units ?? [];
}

function fold(
  units: readonly Unit[],
  wanted: ReadonlyMap<UnitId, Unit>,
  updates: readonly UnitUpdate[],
): readonly UnitUpdate[] {
  const own = new Map(units.map((unit) => [unit.id, unit]));
  return updates.map((update) => {
    const [unit, other] = [own.get(update.unit), wanted.get(update.unit)];
    if (unit === undefined || other === undefined) return update;
    return { ...update, segments: foldUpdates(unit, other, update.segments) };
  });
}
