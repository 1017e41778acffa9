/** The document and the translation that an address names. */
import type { Request } from 'express';
import { showDocument, type DocumentOverview } from '../usecases/show-document.ts';
import type { Web } from './dependencies.ts';
import { documentParams, translationParams } from './params.ts';
import type { Translation } from './translation.ts';

/** `:id`; null where there is no such document. */
export async function findDocument(web: Web, req: Request): Promise<DocumentOverview | null> {
  const params = documentParams.safeParse(req.params);
  return params.success ? showDocument(web.usecases, params.data.id) : null;
}

/** `:id/:language`; null also where the project is not translated into the language. */
export async function findTranslation(web: Web, req: Request): Promise<Translation | null> {
  const params = translationParams.safeParse(req.params);
  if (!params.success) return null;
  const overview = await showDocument(web.usecases, params.data.id);
  const { language } = params.data;
  return overview?.project.targetLanguages.includes(language) === true ? { ...overview, language } : null;
}
