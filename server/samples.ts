/** Loads the texts of source/ as projects: each folder names its files and credits in about.json. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { parseLanguageTag, type LanguageTag } from './core/text/language.ts';
import type { Dependencies } from './usecases/dependencies.ts';
import { importProject } from './usecases/import-project.ts';

const languageSchema = z.string().transform((text, context): LanguageTag => {
  const tag = parseLanguageTag(text);
  if (tag !== null) return tag;
  context.addIssue({ code: 'custom', message: `no language tag: ${text}` });
  return z.NEVER;
});

const aboutSchema = z
  .object({
    name: z.string(),
    sourceLanguage: languageSchema,
    author: z.string(),
    licence: z.string(),
    origin: z.string(),
    /** Who the versions that the files bring are by. */
    translator: z.string(),
    /** XLIFF files made by Recto of one original, one for each target language. */
    translations: z.array(z.string()).min(1),
  })
  .strict();

/** Throws where a sample is broken: that is a fault of the installation, not of a person. */
export async function loadSamples(deps: Dependencies, folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.filter((each) => each.isDirectory())) {
    const path = join(folder, entry.name);
    const about = aboutSchema.parse(JSON.parse(await readFile(join(path, 'about.json'), 'utf8')));
    const files = await Promise.all(
      about.translations.map(async (fileName) => ({ fileName, bytes: await readFile(join(path, fileName)) })),
    );
    const problems = await importProject(deps, { ...about, credits: about, files, author: about.translator });
    if (problems.length > 0) throw new Error(`sample ${entry.name}: ${JSON.stringify(problems)}`);
  }
}
