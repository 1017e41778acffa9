/** What the API takes, checked. Codes of a content are named by kind and id; anything else of them is dropped. */
import { z } from 'zod';
import { BANDS, isBand, type Band } from '../../core/memory/bands.ts';
import { isState, STATES, type State } from '../../core/document/state.ts';
import { TERM_STATUSES } from '../../core/terminology/concept.ts';
import type { Content } from '../../core/text/content.ts';
import { parseLanguageTag } from '../../core/text/language.ts';
import { documentId, resegmentationId, segmentKey } from '../../store/ids.ts';
import type { Origin, SegmentFilter } from '../../store/segment.ts';
import { termLine } from '../single-line.ts';

const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

const language = z.string().transform((text, context) => {
  const tag = parseLanguageTag(text);
  if (tag !== null) return tag;
  context.addIssue('not a language tag');
  return z.NEVER;
});

export const documentParams = z.object({ id: id.transform(documentId), language });
export const importParams = documentParams.extend({ import: z.string().max(100) });
export const segmentParams = z.object({ key: id.transform(segmentKey), language });
export const noteParams = segmentParams.extend({ note: id });

const position = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0);

/** One state or several separated by commas; unknown ones are refused, none means all. */
const states = z
  .string()
  .default('')
  .transform((text) => text.split(',').filter((name) => name !== ''))
  .pipe(z.array(z.enum(STATES)));

/** The same of bands of best matches. */
const bands = z
  .string()
  .default('')
  .transform((text) => text.split(',').filter((name) => name !== ''))
  .pipe(z.array(z.enum(BANDS)));

const filterQuery = z.object({ state: states, band: bands, text: z.string().max(1_000).default('') });

export const countQuery = filterQuery.transform(toFilter);

export const listQuery = filterQuery
  .extend({ after: position, limit: z.coerce.number().int().min(1).max(500).default(100) })
  .transform((query) => ({ after: query.after, limit: query.limit, filter: toFilter(query) }));

export const nextQuery = z.object({ after: position, states });

/** What a page's address filters by: what is not understood there is left out instead of refused. */
export function readFilter(query: Readonly<Record<string, unknown>>): SegmentFilter {
  const { state, band, text } = query;
  const wanted = typeof state === 'string' ? state.split(',').filter(isState) : [];
  return toFilter({
    state: wanted,
    band: typeof band === 'string' ? band.split(',').filter(isBand) : [],
    text: typeof text === 'string' ? text.slice(0, 1_000) : '',
  });
}

function toFilter(query: {
  readonly state: readonly State[];
  readonly band: readonly Band[];
  readonly text: string;
}): SegmentFilter {
  return {
    ...(query.band.length === 0 ? {} : { bands: query.band }),
    ...(query.state.length === 0 ? {} : { states: query.state }),
    ...(query.text === '' ? {} : { text: query.text }),
  };
}

const code = z.object({
  code: z.enum(['open', 'close', 'standalone', 'marker']),
  id: z.string().max(1_000),
  edge: z.enum(['open', 'close']).optional(),
});

const content = z
  .array(z.union([z.string(), code]))
  .max(20_000)
  .transform((parts): Content =>
    parts.map((part) =>
      typeof part === 'string'
        ? part
        : {
            code: part.code,
            id: part.id,
            equiv: '',
            text: '',
            ...(part.edge === undefined ? {} : { edge: part.edge }),
          },
    ),
  );

/** Longer texts are converted when their file is imported. */
export const zawgyiBody = z.object({ text: z.string().max(20_000) });

const version = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

export const saveBody = z.object({
  base: version,
  target: content,
  state: z.enum(STATES),
  origin: z
    .union([
      z.enum(['typed', 'copied-source']).transform((kind): Origin => ({ kind })),
      z.object({
        kind: z.literal('match'),
        score: z.number().int().min(0).max(102),
        memory: z.string().max(1_000),
      }),
      z.object({
        kind: z.literal('machine'),
        provider: z.string().max(100),
        model: z.string().max(200),
      }),
    ])
    .default({ kind: 'typed' }),
});

/** Without rows, what the receipt suggests. */
export const applyBody = z.object({
  rows: z
    .array(z.object({ position: z.number().int().positive(), version: version.optional() }))
    .max(100_000)
    .optional(),
  drafts: z.literal('translated').optional(),
});

export const revertBody = z.object({ base: version, to: version });

export const splitBody = z.object({
  base: version,
  source: version,
  target: version.nullable().default(null),
});
export const joinBody = z.object({ base: version, next: id.transform(segmentKey), nextBase: version });
export const undoSegmentationBody = z.object({ id: id.transform(resegmentationId) });

/** The version whose propagation is taken back. */
export const undoPropagationBody = z.object({ version });

export const noteBody = z.object({ text: z.string().trim().min(1) });

/** Without a target, of the newest version. */
export const checkBody = z.object({ target: content.optional(), state: z.enum(STATES).optional() });

export const findingBody = z.object({
  finding: z.string().min(1).max(2_000),
  reason: z.string().trim().max(2_000).default(''),
});

/** One line, as it stands in a text; white space around it is left out. */
const termText = z
  .string()
  .max(2_000)
  .transform((text) => termLine(text.replace(/\s+/gu, ' ')));

export const termBody = z.object({
  source: termText,
  target: termText.default(''),
  status: z.enum(TERM_STATUSES).default('preferred'),
  note: z.string().trim().max(20_000).default(''),
  context: z.string().trim().max(20_000).default(''),
  isName: z.boolean().default(false),
});
