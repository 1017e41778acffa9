/** XLIFF bytes with updates spliced in, for all generations. */
import type { UnitUpdate } from '../../../core/document/update.ts';
import type { WriteOptions, WriteResult } from '../../format.ts';
import type { XliffFamily } from './format.ts';
import { openXliff } from './open.ts';
import type { FoundUnit } from './unit.ts';

/** The changed file; the identical bytes where nothing changes; null where the file cannot be read at all. */
export function writeXliff<Found extends FoundUnit>(
  bytes: Uint8Array,
  updates: readonly UnitUpdate[],
  options: WriteOptions,
  family: XliffFamily<Found>,
): WriteResult {
  const { file, problems } = openXliff(bytes, family);
  return file === null ? { bytes: null, problems } : file.write(updates, options);
}
