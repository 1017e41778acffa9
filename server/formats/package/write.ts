/** Updates spliced into the files of a package that they are for; the package is packed anew around them. */
import type { UnitId } from '../../core/document/ids.ts';
import type { UnitUpdate } from '../../core/document/update.ts';
import { problem, type Problem } from '../../core/problem.ts';
import type { BilingualFormat, ReadOptions, WriteOptions, WriteResult } from '../format.ts';
import type { ArchiveEntry } from '../shared/zip/archive.ts';
import { rewriteArchive } from '../shared/zip/rewrite.ts';
import { openPackage, within, type PackageFile } from './open.ts';

/** The identical bytes where nothing changes. Reports `update-unit-unknown`, and what each file reports. */
export function writePackage(
  bytes: Uint8Array,
  formats: readonly BilingualFormat[],
  updates: readonly UnitUpdate[],
  options: WriteOptions,
): WriteResult {
  const opened = openPackage(bytes, formats, [options.targetLanguage], readOptions(options));
  if ('length' in opened) return { bytes: null, problems: opened };
  const { archive, files, ids } = opened;
  // A file that names no language is of the package's, not of the one that happens to be asked for.
  const targetLanguage = opened.language ?? options.targetLanguage;
  const owners = new Map<UnitId, { readonly file: PackageFile; readonly id: UnitId }>();
  files.forEach((file, at) => {
    file.document.units.forEach(({ id }, index) => owners.set(ids[at]?.[index] ?? id, { file, id }));
  });
  const problems: Problem[] = [];
  const byFile = new Map<PackageFile, UnitUpdate[]>();
  for (const update of updates) {
    const owner = owners.get(update.unit);
    if (owner === undefined) {
      problems.push(problem('update-unit-unknown', { path: `unit ${update.unit}` }, { unit: update.unit }));
      continue;
    }
    const own = byFile.get(owner.file) ?? [];
    own.push({ ...update, unit: owner.id });
    byFile.set(owner.file, own);
  }
  const changes = new Map<ArchiveEntry, Uint8Array>();
  for (const [file, own] of byFile) {
    const written = file.format.write(file.bytes, own, { targetLanguage });
    problems.push(...written.problems.map((each) => within(file.name, each)));
    if (written.bytes === null) return { bytes: null, problems };
    if (Buffer.compare(written.bytes, file.bytes) !== 0) changes.set(file.entry, written.bytes);
  }
  return { bytes: rewriteArchive(archive, changes), problems };
}

/** An XLIFF says its languages and segments itself; these are not looked at. */
function readOptions({ targetLanguage }: WriteOptions): ReadOptions {
  return { sourceLanguage: targetLanguage, segmenter: () => [], granularity: 'paragraph', switches: {} };
}
