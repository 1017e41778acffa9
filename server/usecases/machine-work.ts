/**
 * What a machine would be sent of a document: what is empty, may be sent, and is in no memory with at least the score that
 * was chosen. The quote and the work itself read the same list.
 */
import { characterCount } from '../core/text/content.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { Project } from '../store/project.ts';
import type { StoredDocument, StoredSegment } from '../store/segment.ts';
import { allSegments } from './all-segments.ts';
import type { Dependencies } from './dependencies.ts';
import { isFree } from './filling-act.ts';
import { inContext } from './in-context.ts';
import { takeTurns } from './in-turns.ts';
import { bestMatch } from './look-up-matches.ts';
import { isSendable, LONGEST_CONTEXT } from './offer-machine-translations.ts';
import { memoriesOf } from './project-memories.ts';

export interface MachineWorkQuestion {
  readonly project: Project;
  readonly document: StoredDocument;
  readonly language: LanguageTag;
  /** Segments that a memory has with this score or a higher one are left alone. */
  readonly minimum: number;
  /** The project sends what stands around a segment too. */
  readonly context: boolean;
  /** Whether there is time to look into the memories still. */
  readonly hasTime: () => boolean;
}

export interface MachineWorkItem {
  readonly segment: StoredSegment;
  /** `other`: it has a translation, or may not be sent. `known`: a memory has it. */
  readonly kind: 'send' | 'known' | 'other';
  /** That would be sent for it, what stands around it with it. */
  readonly characters: number;
  /** False: there was no time to look into the memories, so that it may be known yet. */
  readonly isLookedUp: boolean;
}

/** Each listed segment, in order. */
export async function* machineWork(
  deps: Dependencies,
  question: MachineWorkQuestion,
): AsyncGenerator<MachineWorkItem> {
  const { project, document, language, minimum } = question;
  const memories = await memoriesOf(deps.store, project, deps.now());
  // Ids of units say nothing here: equal is equal.
  const segments = inContext(allSegments(deps.store, document.id, language), false);
  let seen = 0;
  for await (const { segment, context } of segments) {
    seen += 1;
    if (seen % 50 === 0) await takeTurns();
    if (!isFree(segment) || !isSendable(segment)) {
      yield { segment, kind: 'other', characters: 0, isLookedUp: true };
      continue;
    }
    const around = question.context ? [context.previous ?? '', context.next ?? ''] : [];
    const beside = around.reduce((sum, text) => sum + Math.min(text.length, LONGEST_CONTEXT), 0);
    const characters = characterCount(segment.source) + beside;
    const isLookedUp = question.hasTime();
    const known = isLookedUp
      ? await bestMatch(deps, {
          memories,
          sourceLanguage: project.sourceLanguage,
          targetLanguage: language,
          source: segment.source,
          context,
          minimum,
        })
      : null;
    yield { segment, kind: known === null ? 'send' : 'known', characters, isLookedUp };
  }
}

/** One text for the same answer; with what stands around it sent too, each segment is its own. */
export function sameQuestion({ key, source }: StoredSegment, context: boolean): string {
  return context ? String(key) : JSON.stringify(source);
}
