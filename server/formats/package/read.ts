/** A package to a document: the units of its files, one file after the other. */
import type { Unit } from '../../core/document/unit.ts';
import { problem, type Problem } from '../../core/problem.ts';
import type { BilingualFormat, ReadOptions, ReadResult } from '../format.ts';
import { openPackage, type OpenPackage, type PackageFile } from './open.ts';

/** What there is for each of the files, and once for all of them here. */
const NOTHING = 'nothing-translatable';

export function readPackage(
  bytes: Uint8Array,
  formats: readonly BilingualFormat[],
  options: ReadOptions,
): ReadResult {
  const opened = openPackage(bytes, formats, options.targetLanguages ?? [], options);
  if ('length' in opened) return { document: null, problems: opened };
  const { files, language, layout, ids, left } = opened;
  const units = files.flatMap((file, index) => unitsOf(file, ids[index] ?? []));
  const problems: Problem[] = files.flatMap((file) => file.problems.filter(({ code }) => code !== NOTHING));
  if (!units.some((unit) => unit.translate)) problems.push(problem(NOTHING));
  if (left > 0) problems.push(problem('package-files-left', null, { count: left }));
  const sources = files.map(({ document }) => document.sourceLanguage);
  const document = {
    format: 'xliff-package',
    variant: `${layout.name}: ${variantsOf(opened)}`,
    sourceLanguage: sources.find((source) => source !== null) ?? null,
    targetLanguage: language,
    units,
    outline: [],
    skeleton: null,
  };
  return { document, problems };
}

function variantsOf({ files }: OpenPackage): string {
  return [...new Set(files.map(({ document }) => document.variant))].join(', ');
}

/** An XLIFF that is made of several files keeps their names behind its own. */
function unitsOf({ name, document }: PackageFile, ids: OpenPackage['ids'][number]): readonly Unit[] {
  const several = new Set(document.units.map((unit) => unit.file)).size > 1;
  return document.units.map((unit, index) => ({
    ...unit,
    id: ids[index] ?? unit.id,
    file: several ? `${name} > ${unit.file}` : name,
  }));
}
