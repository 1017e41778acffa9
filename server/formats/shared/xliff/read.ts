/** XLIFF bytes to a document, for all generations: the opened file with every unit made. */
import type { Unit } from '../../../core/document/unit.ts';
import type { Problem } from '../../../core/problem.ts';
import type { ReadResult } from '../../format.ts';
import type { XliffFamily } from './format.ts';
import { openXliff } from './open.ts';
import type { FoundUnit } from './unit.ts';

/** The whole document; null with an error where the file is not well-formed or not of this family. */
export function readXliff<Found extends FoundUnit>(
  bytes: Uint8Array,
  family: XliffFamily<Found>,
): ReadResult {
  const { file, problems: found } = openXliff(bytes, family);
  if (file === null) return { document: null, problems: found };
  const problems: Problem[] = [...found];
  const units: Unit[] = [];
  for (let index = 0; index < file.unitCount; index += 1) {
    const made = file.unit(index);
    if (made === null) continue;
    units.push(made.unit);
    problems.push(...made.problems);
  }
  const { skeleton, problems: ofSkeleton } = file.skeleton();
  const { format, variant, sourceLanguage, targetLanguage } = file;
  const document = {
    format,
    variant,
    sourceLanguage,
    targetLanguage,
    units,
    outline: skeleton?.outline ?? [],
    skeleton,
  };
  return { document, problems: [...problems, ...ofSkeleton] };
}
