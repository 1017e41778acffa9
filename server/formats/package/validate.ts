/** Every XLIFF file of a package, into whichever language, held to its own specification. */
import type { Problem } from '../../core/problem.ts';
import type { BilingualFormat, ValidateOptions } from '../format.ts';
import { readContent } from '../shared/zip/content.ts';
import { openXliff, within } from './open.ts';

export function validatePackage(
  bytes: Uint8Array,
  formats: readonly BilingualFormat[],
  options: ValidateOptions = { strict: false },
): readonly Problem[] {
  const opened = openXliff(bytes, formats);
  if ('code' in opened) return [opened];
  const { archive, candidates } = opened;
  return candidates.flatMap(({ entry, format }) => {
    const content = readContent(archive, entry);
    if ('code' in content) return [content];
    return (format.validate?.(content, options) ?? []).map((each) => within(entry.name, each));
  });
}
