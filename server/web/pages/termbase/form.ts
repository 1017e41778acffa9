/** What the page of a termbase is asked and sends. */
import { z } from 'zod';
import { TERM_STATUSES } from '../../../core/terminology/concept.ts';
import { parseLanguageTag } from '../../../core/text/language.ts';
import type { ConceptFilter } from '../../../store/term-store.ts';
import { singleLine } from '../../single-line.ts';

/** What is not understood in an address is left out. */
const text = (maximum: number): z.ZodType<string> => z.string().max(maximum).catch('');

export const browseQuery = z
  .object({
    text: text(1_000),
    language: text(100),
    status: z.enum(['', ...TERM_STATUSES]).catch(''),
    domain: text(20_000),
    names: z.enum(['', 'yes', 'no']).catch(''),
    after: z.string().optional().catch(undefined),
  })
  .transform(({ after, ...asked }) => ({ after: after ?? null, asked, filter: toFilter(asked) }));

export type Asked = z.output<typeof browseQuery>['asked'];

function toFilter(asked: {
  readonly text: string;
  readonly language: string;
  readonly status: '' | (typeof TERM_STATUSES)[number];
  readonly domain: string;
  readonly names: '' | 'yes' | 'no';
}): ConceptFilter {
  const language = asked.language === '' ? null : parseLanguageTag(asked.language);
  return {
    ...(asked.text === '' ? {} : { text: asked.text }),
    ...(language === null ? {} : { language }),
    ...(asked.status === '' ? {} : { status: asked.status }),
    ...(asked.domain === '' ? {} : { domain: asked.domain }),
    ...(asked.names === '' ? {} : { names: asked.names === 'yes' }),
  };
}

export const importForm = z.object({
  sourceLanguage: singleLine(100).default(''),
  targetLanguage: singleLine(100).default(''),
});

/** As they were typed. */
export type FileLanguages = z.output<typeof importForm>;

export const exportQuery = z.object({
  format: z.string().max(100),
  sourceLanguage: text(100),
  targetLanguage: text(100),
});

export const renameForm = z.object({ name: singleLine(200).default('') });
