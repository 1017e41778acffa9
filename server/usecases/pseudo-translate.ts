/** A bilingual file with every target made up in the target's script. */
import { segmentsOf } from '../core/document/unit.ts';
import { problem } from '../core/problem.ts';
import type { LanguageTag } from '../core/text/language.ts';
import { pseudoTranslate } from '../core/text/pseudo.ts';
import type { FileDependencies } from './dependencies.ts';
import type { WrittenFile } from './extract-file.ts';
import { readFile, type ReadFileInput } from './read-file.ts';

export function pseudoTranslateFile(
  deps: FileDependencies,
  input: ReadFileInput & { readonly language: LanguageTag },
): WrittenFile {
  const read = readFile(deps, { ...input, targetLanguages: [input.language] });
  if (read.kind === 'refused') return { bytes: null, problems: read.problems };
  if (read.format.kind !== 'bilingual') {
    return { bytes: null, problems: [problem('import-not-bilingual', null, { format: read.format.name })] };
  }
  const updates = read.document.units
    .filter((unit) => unit.translate)
    .map((unit) => ({
      unit: unit.id,
      segments: segmentsOf(unit).map((segment) => ({
        target: pseudoTranslate(segment.source, input.language),
        state: 'initial' as const,
      })),
    }));
  const written = read.format.write(input.bytes, updates, { targetLanguage: input.language });
  return { bytes: written.bytes, problems: [...read.problems, ...written.problems] };
}
