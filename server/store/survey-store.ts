/**
 * The port of surveys: what looking through a whole memory found, kept so that it is shown page by page, acted on, and
 * goes on whichever server is asked. What is asked and counted is the use case's affair, JSON to the store.
 *
 * Invariants: a survey is of one memory and goes with it; only the newest of a kind are kept; its hits say what was
 * there when it was looked for, not what is. The import of a file is kept as a survey too, whose total is the file's
 * size; none that has stopped before its end is forgotten until somebody has said what becomes of it.
 */
import type { ActId, MemoryId, SurveyId, TuId } from './ids.ts';

export const SURVEY_KINDS = ['statistics', 'replacement', 'repeats', 'checks', 'import'] as const;
export type SurveyKind = (typeof SURVEY_KINDS)[number];

/** Being made; made, to its end or as far as it came; being acted on; acted on, likewise, or nothing is to be done. */
export const SURVEY_STATES = ['looking', 'ready', 'acting', 'done'] as const;
export type SurveyState = (typeof SURVEY_STATES)[number];

export interface NewSurvey {
  readonly memory: MemoryId;
  readonly kind: SurveyKind;
  /** JSON. */
  readonly question: string;
  readonly author: string;
  readonly at: number;
  /** How many TUs there are to look at. */
  readonly total: number;
}

/** How far it is. */
export interface SurveyCourse {
  /** TUs that were looked at. */
  readonly looked: number;
  /** When somebody who works at it last said so. */
  readonly told: number;
  /** JSON. */
  readonly counts: string;
  /** What was made of it, once it is acted on. */
  readonly act: ActId | null;
  readonly changed: number;
  /** Not changed, since they were not any more what was found. */
  readonly skipped: number;
}

export interface Survey extends NewSurvey, SurveyCourse {
  readonly id: SurveyId;
  readonly state: SurveyState;
}

export interface SurveyHit {
  /** Hits of one topic are listed together. */
  readonly topic: string;
  /** Counts from 1 in each topic; hits of one number belong together. */
  readonly number: number;
  readonly tu: TuId;
  /** What the TU was, hashed; null where that is not asked for. */
  readonly seen: number | null;
  /** JSON, or ''. */
  readonly data: string;
}

export interface ListedHit extends SurveyHit {
  /** Somebody does not want it acted on. */
  readonly leftOut: boolean;
}

/** The topic of an import's hits. Each stands for the TUs of one part: from the one of `number` to `tu`. */
export const IMPORTED = 'imported';

export interface SurveyStore {
  /** null where the memory is not there. Older ones of the kind are taken away. */
  startSurvey(survey: NewSurvey): Promise<SurveyId | null>;
  findSurvey(id: SurveyId): Promise<Survey | null>;
  /** The newest of the kind. */
  latestSurvey(memory: MemoryId, kind: SurveyKind): Promise<Survey | null>;
  /** Those of the kind with which something is to be done (not `done`), newest first; at most 100. */
  openSurveys(memory: MemoryId, kind: SurveyKind): Promise<readonly Survey[]>;
  /** False, and nothing is changed, where its state is another one. */
  updateSurvey(
    id: SurveyId,
    state: SurveyState,
    change: Partial<SurveyCourse> & { readonly state?: SurveyState },
  ): Promise<boolean>;
  /** In paced batches. */
  addHits(id: SurveyId, hits: readonly SurveyHit[]): Promise<void>;
  /** By number and TU, those after `after`; at most 1,000. */
  listHits(
    id: SurveyId,
    topic: string,
    after: Pick<SurveyHit, 'number' | 'tu'> | null,
    limit: number,
  ): Promise<readonly ListedHit[]>;
  /** Says of hits whether they are left out. */
  leaveOut(id: SurveyId, topic: string, numbers: readonly number[], leftOut: boolean): Promise<void>;
  countLeftOut(id: SurveyId): Promise<number>;
}
