/** Ids and languages in addresses, parsed before anything else sees them. */
import { z } from 'zod';
import { parseLanguageTag } from '../core/text/language.ts';
import { actId, documentId, memoryId, projectId, surveyId, termbaseId, tuId } from '../store/ids.ts';

/** A number of the store as addresses and forms have it; an exact one. */
export const STORE_NUMBER = /^[1-9]\d{0,14}$/u;

const number = z.string().regex(STORE_NUMBER).transform(Number);

/** Only the canonical spelling is an address, so that each page has one. */
const language = z.string().transform((text, context) => {
  const tag = parseLanguageTag(text);
  if (tag !== null && tag === text) return tag;
  context.addIssue({ code: 'custom', message: 'not a language tag' });
  return z.NEVER;
});

export const projectParams = z.object({ id: number.transform(projectId) });
export const documentParams = z.object({ id: number.transform(documentId) });
export const translationParams = documentParams.extend({ language });
export const termbaseParams = z.object({ id: number.transform(termbaseId) });
export const memoryNumber = number.transform(memoryId);
export const memoryParams = z.object({ id: memoryNumber });
export const unitNumber = number.transform(tuId);
export const unitParams = memoryParams.extend({ unit: unitNumber });
export const actParams = memoryParams.extend({ act: number.transform(actId) });
export const surveyParams = memoryParams.extend({ survey: number.transform(surveyId) });
