/** Several XLIFF files of one original, one a language, become one project with all their targets. */
import { hasErrors, type Problem } from '../core/problem.ts';
import type { LanguageTag } from '../core/text/language.ts';
import { applyImport } from './apply-import.ts';
import type { Dependencies } from './dependencies.ts';
import { importDocument } from './import-document.ts';
import { previewImport } from './preview-import.ts';
import { readFile } from './read-file.ts';

export interface ImportProjectInput {
  readonly name: string;
  readonly sourceLanguage: LanguageTag;
  readonly credits: { readonly author: string; readonly licence: string; readonly origin: string };
  readonly files: readonly { readonly fileName: string; readonly bytes: Uint8Array }[];
  readonly author: string;
}

/** The errors met; none where all went in. */
export async function importProject(
  deps: Dependencies,
  input: ImportProjectInput,
): Promise<readonly Problem[]> {
  const [first, ...others] = input.files;
  if (first === undefined) return [];
  const imported = await importDocument(deps, {
    ...first,
    projectName: input.name,
    sourceLanguage: input.sourceLanguage,
    targetLanguages: others.flatMap((file) => targetLanguageOf(deps, input, file)),
    granularity: 'sentence',
    switches: {},
    author: input.author,
    credits: input.credits,
  });
  if (imported.kind === 'refused') return imported.problems;
  for (const file of others) {
    const [language] = targetLanguageOf(deps, input, file);
    if (language === undefined) continue;
    const preview = await previewImport(deps, {
      ...file,
      document: imported.document,
      language,
      author: input.author,
    });
    if (preview.kind === 'refused') return preview.problems;
    if (preview.kind === 'preview')
      await applyImport(deps, preview.import.id, {
        author: input.author,
        draftsAsTranslated: false,
        goodParts: true,
      });
  }
  return [];
}

function targetLanguageOf(
  deps: Dependencies,
  input: ImportProjectInput,
  file: ImportProjectInput['files'][number],
): readonly LanguageTag[] {
  const read = readFile(deps, { ...file, sourceLanguage: input.sourceLanguage });
  if (read.kind === 'refused' || hasErrors(read.problems)) return [];
  return read.document.targetLanguage === null ? [] : [read.document.targetLanguage];
}
