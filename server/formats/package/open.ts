/** The XLIFF files of a package, found and read; reading and writing both begin here, so that they agree on ids. */
import type { Document } from '../../core/document/document.ts';
import { unitId, type UnitId } from '../../core/document/ids.ts';
import { hasErrors, problem, type Problem } from '../../core/problem.ts';
import type { LanguageTag } from '../../core/text/language.ts';
import type { BilingualFormat, ReadOptions } from '../format.ts';
import { openArchive, type Archive, type ArchiveEntry } from '../shared/zip/archive.ts';
import { readContent, readHead } from '../shared/zip/content.ts';
import { chooseLanguage } from './languages.ts';
import { layoutOf, type PackageLayout } from './layouts.ts';

const MEBIBYTE = 1024 * 1024;
/** Of all that a package holds: what is not XLIFF is never unpacked, only carried. */
const LIMITS = { entries: 10_000, size: 2048 * MEBIBYTE };
/** Of the XLIFF files together, unpacked. */
const LARGEST = 256 * MEBIBYTE;
/** What a format may look at, as in detection. */
const HEAD = 65_536;
/** How sure a format must be of a file whose name is not one of its own. */
const SURE = 0.9;

export interface PackageFile {
  readonly name: string;
  readonly entry: ArchiveEntry;
  readonly format: BilingualFormat;
  readonly bytes: Uint8Array;
  readonly document: Document;
  readonly problems: readonly Problem[];
}

export interface OpenPackage {
  readonly archive: Archive;
  readonly layout: PackageLayout;
  readonly language: LanguageTag | null;
  /** Those of the language, in the package's order. */
  readonly files: readonly PackageFile[];
  /** How many XLIFF files belong to another language, or only hold the source. */
  readonly left: number;
  /** The unit's id in the package, of each unit of each file. */
  readonly ids: readonly (readonly UnitId[])[];
}

interface Candidate {
  readonly entry: ArchiveEntry;
  readonly format: BilingualFormat;
}

/**
 * Besides the archive's problems reports `package-no-xliff`, `package-nested` where there are only archives inside,
 * `package-languages`, and what is wrong with any of the XLIFF files.
 */
export function openPackage(
  bytes: Uint8Array,
  formats: readonly BilingualFormat[],
  wanted: readonly LanguageTag[],
  options: ReadOptions,
): OpenPackage | readonly Problem[] {
  const found = openXliff(bytes, formats);
  if ('code' in found) return [found];
  const { archive, layout, candidates } = found;
  const files: PackageFile[] = [];
  for (const candidate of candidates) {
    const file = readEntry(archive, candidate, options);
    if ('code' in file) return [file];
    if ('length' in file) return file;
    files.push(file);
  }
  const chosen = chooseLanguage(files, layout, wanted);
  if ('code' in chosen) return [chosen];
  const left = files.length - chosen.files.length;
  return { archive, layout, ...chosen, left, ids: idsOf(chosen.files) };
}

/** The files that are XLIFF, none of them read; reports what is wrong with the archive, or that it holds none. */
export function openXliff(
  bytes: Uint8Array,
  formats: readonly BilingualFormat[],
):
  | { readonly archive: Archive; readonly layout: PackageLayout; readonly candidates: readonly Candidate[] }
  | Problem {
  const archive = openArchive(bytes, LIMITS);
  if ('code' in archive) return archive;
  const layout = layoutOf(archive.entries.map(({ name }) => name));
  const candidates = findXliff(archive, layout, formats);
  if (candidates.length === 0) return nothingIn(archive);
  const size = candidates.reduce((sum, { entry }) => sum + entry.size, 0);
  if (size > LARGEST) return problem('archive-too-large', null, { limit: LARGEST, size });
  return { archive, layout, candidates };
}

function findXliff(
  archive: Archive,
  layout: PackageLayout,
  formats: readonly BilingualFormat[],
): readonly Candidate[] {
  const extensions = formats.flatMap((format) => format.extensions);
  return archive.entries.flatMap((entry) => {
    if (entry.isFolder || isResourceFork(entry.name) || !layout.holds(entry.name)) return [];
    const name = entry.name.toLowerCase();
    const isNamed = extensions.some((extension) => name.endsWith(extension));
    if (!isNamed && !name.endsWith('.xml')) return [];
    const head = readHead(archive, entry, HEAD);
    const sureness = formats.map((format) => format.probe(head, name));
    const best = Math.max(...sureness);
    const format = formats[sureness.indexOf(best)];
    return format !== undefined && best >= (isNamed ? Number.MIN_VALUE : SURE) ? [{ entry, format }] : [];
  });
}

/** What macOS puts beside a file under nearly its name. */
function isResourceFork(name: string): boolean {
  return /(?:^|\/)(?:__MACOSX\/|\._[^/]*$)/u.test(name);
}

function nothingIn(archive: Archive): Problem {
  const inner = archive.entries.find(
    ({ name, isFolder }) => !isFolder && /\.(?:zip|xlz|sdlppx|sdlrpx|mqxlz|xcloc)$/iu.test(name),
  );
  if (inner === undefined) return problem('package-no-xliff');
  return problem('package-nested', { path: inner.name }, { entry: inner.name });
}

function readEntry(
  archive: Archive,
  { entry, format }: Candidate,
  options: ReadOptions,
): PackageFile | Problem | readonly Problem[] {
  const bytes = readContent(archive, entry);
  if ('code' in bytes) return bytes;
  const read = format.read(bytes, options);
  const problems = read.problems.map((each) => within(entry.name, each));
  if (read.document === null || hasErrors(problems)) return problems;
  return { name: entry.name, entry, format, bytes, document: read.document, problems };
}

/** The problem with the file named in its place. */
export function within(name: string, given: Problem): Problem {
  const inner = given.place?.path;
  const path = inner === undefined ? name : `${name} > ${inner}`;
  return { ...given, place: { ...given.place, path } };
}

/** Those of the files; where two files share one, all have their file's name before them. */
function idsOf(files: readonly PackageFile[]): readonly (readonly UnitId[])[] {
  const all = files.flatMap(({ document }) => document.units.map((unit) => unit.id));
  const isUnique = new Set(all).size === all.length;
  const used = new Set<string>();
  return files.map(({ name, document }) =>
    document.units.map(({ id }) => {
      if (isUnique) return id;
      let own = `${name}/${id}`;
      for (let number = 2; used.has(own); number += 1) own = `${name}/${id}~${number}`;
      used.add(own);
      return unitId(own);
    }),
  );
}
