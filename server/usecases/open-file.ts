/** Opens a file of any known format without making more of it than is asked for. */
import type { Problem } from '../core/problem.ts';
import { detectFormat } from '../formats/detect.ts';
import type { OpenedFile } from '../formats/format.ts';
import type { FileDependencies } from './dependencies.ts';
import { readFile, type ReadFileInput } from './read-file.ts';

export interface UnitSource extends Omit<OpenedFile, 'idOf' | 'write'> {
  /** The format's, for people. */
  readonly name: string;
  /** null where the format has no targets. */
  readonly write: OpenedFile['write'] | null;
}

export type OpenFileResult =
  | { readonly kind: 'opened'; readonly file: UnitSource; readonly problems: readonly Problem[] }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/**
 * The file and what is wrong with it as a whole; what is wrong with a unit comes with the unit. A format that cannot
 * open reads the whole document.
 */
export function openFile(deps: Pick<FileDependencies, 'segmenter'>, input: ReadFileInput): OpenFileResult {
  const format = detectFormat(input.bytes, input.fileName);
  if (format?.kind === 'bilingual' && format.open !== undefined) {
    const { file, problems } = format.open(input.bytes);
    return file === null
      ? { kind: 'refused', problems }
      : { kind: 'opened', file: { ...file, name: format.name }, problems };
  }
  const read = readFile(deps, input);
  if (read.kind === 'refused') return read;
  const { document, problems } = read;
  const places = new Map(document.units.map(({ id }, index) => [id, index]));
  const { format: own } = read;
  const file: UnitSource = {
    ...document,
    indexOf: (id) => places.get(id) ?? null,
    name: own.name,
    write: own.kind === 'bilingual' ? (updates, options) => own.write(input.bytes, updates, options) : null,
    unitCount: document.units.length,
    skeleton: () => ({ skeleton: document.skeleton, problems: [] }),
    placesOfTargets: () => [],
    unit: (index) => {
      const unit = document.units[index];
      return unit === undefined ? null : { unit, problems: [] };
    },
  };
  return { kind: 'opened', file, problems };
}
