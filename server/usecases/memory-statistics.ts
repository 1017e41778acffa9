/** What a memory amounts to, counted in the background and kept with its date. */
import { z } from 'zod';
import { StatisticsCounter, type MemoryStatistics } from '../core/memory/memory-statistics.ts';
import type { MemoryId } from '../store/ids.ts';
import type { Survey } from '../store/survey-store.ts';
import { startSurvey, tagSchema, type SurveyBegun, type SurveyDependencies } from './survey-memory.ts';

const number = z.number();
const ranking = z.object({ first: z.array(z.tuple([z.string(), number])), others: number });
const statisticsSchema: z.ZodType<MemoryStatistics> = z.object({
  tus: number,
  languages: z.array(
    z.object({ language: tagSchema, texts: number, words: number, characters: number, withCodes: number }),
  ),
  kinds: z.object({ human: number, machine: number, aligned: number }),
  ofSegments: number,
  withContext: number,
  authors: ranking,
  documents: ranking,
  years: z.array(z.tuple([number.nullable(), number])),
  firstCreated: number.nullable(),
  lastChanged: number.nullable(),
  longest: z.object({ tu: number, length: number }).nullable(),
});

/** null where the memory is not there. */
export async function countMemory(
  deps: SurveyDependencies,
  memory: MemoryId,
  author: string,
): Promise<SurveyBegun | null> {
  const found = await deps.store.memories.findMemory(memory);
  if (found === null) return null;
  const counter = new StatisticsCounter();
  return startSurvey(
    deps,
    { memory, kind: 'statistics', question: '{}', author, total: found.tus },
    {
      look: (tus) => {
        for (const tu of tus) counter.add(tu, { id: tu.id, isOfSegment: tu.segment !== null });
      },
      counts: () => JSON.stringify(counter.result()),
    },
  );
}

/** null where nothing was counted yet. */
export function statisticsOf({ counts }: Survey): MemoryStatistics | null {
  return counts === '' ? null : statisticsSchema.parse(JSON.parse(counts));
}
