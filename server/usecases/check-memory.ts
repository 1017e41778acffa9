/**
 * The language checks over the TUs of a memory for a pair of languages, in the background. All findings are counted, the
 * first ones of each check are kept, each with its TU. What compares segments is in the list of inconsistencies
 * (memory-repeats.ts).
 */
import { z } from 'zod';
import type { CheckSeverity } from '../core/qa/check.ts';
import { CHECKS } from '../core/qa/registry.ts';
import { checkSegment, type Reported } from '../core/qa/run-checks.ts';
import { checkedSegment } from '../core/qa/segments-of-unit.ts';
import type { Tuv } from '../core/memory/tu.ts';
import type { Content } from '../core/text/content.ts';
import { tuId, type MemoryId } from '../store/ids.ts';
import type { StoredTu } from '../store/memory-store.ts';
import type { Survey, SurveyHit } from '../store/survey-store.ts';
import { pairOf, type LanguagePair } from './browse-memory.ts';
import { findTu } from './change-memory.ts';
import type { Dependencies } from './dependencies.ts';
import { takeTurns } from './in-turns.ts';
import {
  startSurvey,
  tagSchema,
  type SurveyBegun,
  type SurveyDependencies,
  type Surveyor,
} from './survey-memory.ts';

const questionSchema = z.object({ source: tagSchema, target: tagSchema });

/** Of each check. */
const KEPT = 1_000;

const countsSchema = z.object({
  /** TUs that have the pair. */
  checked: z.number(),
  findings: z.record(z.string(), z.number()),
});
export type CheckCounts = z.output<typeof countsSchema>;

const spanSchema = z.object({ start: z.number(), end: z.number() });
const findingSchema = z.object({
  message: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  target: spanSchema.nullable(),
});

/** null where the memory is not there. */
export async function checkMemory(
  deps: SurveyDependencies,
  input: { readonly memory: MemoryId; readonly pair: LanguagePair; readonly author: string },
): Promise<SurveyBegun | null> {
  const { memory, pair, author } = input;
  const found = await deps.store.memories.findMemory(memory);
  if (found === null) return null;
  const question = JSON.stringify(pair);
  return startSurvey(deps, { memory, kind: 'checks', question, author, total: found.tus }, surveyorOf(pair));
}

export function checksOf({ question, counts }: Survey): {
  readonly pair: LanguagePair;
  readonly counts: CheckCounts;
} {
  return {
    pair: questionSchema.parse(JSON.parse(question)),
    counts: counts === '' ? { checked: 0, findings: {} } : countsSchema.parse(JSON.parse(counts)),
  };
}

/** Of this many texts others have their turn. */
const A_TURN = 20;

function surveyorOf(pair: LanguagePair): Surveyor {
  let checked = 0;
  const findings = new Map<string, number>();
  return {
    look: async (tus, keep) => {
      const hits: SurveyHit[] = [];
      for (const tu of tus) {
        const found = findingsIn(tu, pair);
        if (found === null) continue;
        checked += 1;
        for (const finding of found) {
          const number = (findings.get(finding.check) ?? 0) + 1;
          findings.set(finding.check, number);
          if (number <= KEPT) hits.push(hitOf(tu, finding, number));
        }
        if (checked % A_TURN === 0) await takeTurns();
      }
      await keep(hits);
    },
    counts: () => JSON.stringify({ checked, findings: Object.fromEntries(findings) }),
  };
}

/** What the checks say of the two texts; null where the TU has them not. */
export function findingsIn(
  tu: Pick<StoredTu, 'variants'>,
  { source, target }: LanguagePair,
): readonly Reported[] | null {
  const pair = pairOf(tu, { source, target });
  if (pair === null) return null;
  const segment = { source: pair.source.content, target: pair.target.content, state: 'translated' as const };
  const context = {
    sourceLanguage: pair.source.language,
    targetLanguage: pair.target.language,
    settings: {},
  };
  return checkSegment(checkedSegment(segment, context));
}

function hitOf(
  tu: StoredTu,
  { check, message = 'message', values = {}, target }: Reported,
  number: number,
): SurveyHit {
  return { topic: check, number, tu: tu.id, seen: null, data: JSON.stringify({ message, values, target }) };
}

export interface CheckGroup {
  readonly check: string;
  readonly severity: CheckSeverity;
  readonly count: number;
  /** As far as they are kept. */
  readonly kept: number;
}

const ORDER: readonly CheckSeverity[] = ['error', 'warning', 'note'];

/** Worst first; then in the order of the checks. */
export function checkGroups({ findings }: CheckCounts): readonly CheckGroup[] {
  return CHECKS.flatMap(({ id, severity }): CheckGroup[] => {
    const count = findings[id] ?? 0;
    return count === 0 ? [] : [{ check: id, severity, count, kept: Math.min(count, KEPT) }];
  }).sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
}

export interface MemoryFinding extends z.output<typeof findingSchema> {
  readonly number: number;
  readonly tu: StoredTu;
  readonly source: Tuv;
  readonly text: Tuv;
  /** The TU is not what it was, and the check says this no more. */
  readonly isMended: boolean;
}

/** Findings of one check after that number; those whose TU is gone are left out. */
export async function listFindings(
  deps: Pick<Dependencies, 'store'>,
  survey: Survey,
  check: string,
  after: number,
  limit: number,
): Promise<readonly MemoryFinding[]> {
  const { pair } = checksOf(survey);
  const from = after === 0 ? null : { number: after, tu: tuId(Number.MAX_SAFE_INTEGER) };
  const hits = await deps.store.surveys.listHits(survey.id, check, from, limit);
  const found = await Promise.all(
    hits.map(async ({ number, tu: id, data }): Promise<MemoryFinding | null> => {
      const tu = await findTu(deps, survey.memory, id);
      const texts = tu && pairOf(tu, pair);
      if (tu === null || texts === null) return null;
      const finding = findingSchema.parse(JSON.parse(data));
      const now = findingsIn(tu, pair)?.filter((each) => each.check === check) ?? [];
      const isMended = !now.some(
        ({ target, message = 'message' }) =>
          message === finding.message && target?.start === finding.target?.start,
      );
      const { content } = texts.target;
      const target = finding.target && {
        start: plainAt(content, finding.target.start),
        end: plainAt(content, finding.target.end),
      };
      return { ...finding, target, number, tu, source: texts.source, text: texts.target, isMended };
    }),
  );
  return found.filter((each) => each !== null);
}

/** A position of the flat text, in which a code takes one, as one of the plain text. */
function plainAt(content: Content, position: number): number {
  let [flat, plain] = [0, 0];
  for (const part of content) {
    const size = typeof part === 'string' ? part.length : 1;
    const taken = Math.min(size, Math.max(0, position - flat));
    if (typeof part === 'string') plain += taken;
    flat += size;
  }
  return plain;
}
