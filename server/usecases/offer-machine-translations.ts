/**
 * Asks the project's machine for translations of segments. Nothing is sent of what is locked or not to be translated,
 * and nothing is kept here: an offer becomes a target only by somebody's save, as a draft of the machine.
 */
import { hasErrors, problem, type Problem } from '../core/problem.ts';
import { checkText } from '../core/text/check-text.ts';
import { isEmpty, textOf, type Content } from '../core/text/content.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { MachineProvider, MachineText, Patience } from '../machine/provider.ts';
import { machineProvider } from '../machine/registry.ts';
import type { Project } from '../store/project.ts';
import type { Origin, StoredSegment } from '../store/segment.ts';
import type { Dependencies } from './dependencies.ts';
import { problemsOf, sendsContext } from './machine-settings.ts';

export interface OfferedTarget {
  readonly segment: StoredSegment;
  readonly target: Content;
  readonly origin: Origin;
  readonly lostCodes: boolean;
}

export type OfferResult =
  /** `problem`: why those after them are not there; null where all were asked for. */
  | { readonly kind: 'offered'; readonly offers: readonly OfferedTarget[]; readonly problem: Problem | null }
  | { readonly kind: 'off' };

export interface OfferQuestion {
  readonly project: Project;
  readonly language: LanguageTag;
  /** In document order, of one document. */
  readonly segments: readonly StoredSegment[];
  /** What is agreed for words of a source. */
  readonly termsOf: (source: Content) => MachineText['terms'];
  readonly patience: Patience;
  readonly signal: AbortSignal;
}

/** Whether it may be sent at all. */
export function isSendable(segment: StoredSegment): boolean {
  return !segment.locked && textOf(segment.source).trim() !== '';
}

export async function offerMachineTranslations(
  deps: Dependencies,
  question: OfferQuestion,
): Promise<OfferResult> {
  const { project, language, segments, patience, signal } = question;
  const settings = await deps.store.findMachineSettings(project.id);
  const provider = settings === null ? null : machineProvider(settings.provider);
  if (settings === null || provider === null) return { kind: 'off' };
  const [wrong] = problemsOf(deps, settings);
  if (wrong !== undefined) return { kind: 'offered', offers: [], problem: wrong };
  const { id, model } = { id: provider.id, model: settings.model };
  const origin: Origin = { kind: 'machine', provider: id, model };
  const offers: OfferedTarget[] = [];
  for (const batch of batchesOf(segments.filter(isSendable), provider)) {
    const texts = await Promise.all(
      batch.map(async (segment) => ({
        source: segment.source,
        ...(sendsContext(settings)
          ? await neighboursOf(deps, segment, language)
          : { previous: '', next: '' }),
        terms: question.termsOf(segment.source),
      })),
    );
    const request = { sourceLanguage: project.sourceLanguage, targetLanguage: language, texts };
    const result = await provider.translate(request, settings, { send: deps.send, patience, signal });
    if (result.kind === 'failed') return { kind: 'offered', offers, problem: result.problem };
    batch.forEach((segment, index) => {
      const offer = result.offers[index];
      if (offer === undefined || offer === null || isEmpty(offer.target)) return;
      offers.push({ segment, ...offer, origin });
    });
  }
  const host = new URL(settings.url).host;
  const nothing = offers.length === 0 && segments.some(isSendable);
  return { kind: 'offered', offers, problem: nothing ? problem('machine-answer', null, { host }) : null };
}

/** Why an answer can be no translation of the source; null where it may be: its text can be kept, its length is sane. */
export function whyUnfit(source: Content, target: Content): Problem | null {
  const longest = textOf(source).length * 10 + 500;
  if (textOf(target).length > longest) return problem('machine-answer-long');
  return checkText(target).find((each) => hasErrors([each])) ?? null;
}

/** As many as one request of the provider may hold. */
function* batchesOf(
  segments: readonly StoredSegment[],
  { batch: most }: MachineProvider,
): Generator<readonly StoredSegment[]> {
  let batch: StoredSegment[] = [];
  let characters = 0;
  for (const segment of segments) {
    const length = textOf(segment.source).length;
    if (batch.length > 0 && (batch.length >= most.texts || characters + length > most.characters)) {
      yield batch;
      batch = [];
      characters = 0;
    }
    batch.push(segment);
    characters += length;
  }
  if (batch.length > 0) yield batch;
}

/** Longest text that is sent for context: a paragraph. */
export const LONGEST_CONTEXT = 1_000;

async function neighboursOf(
  { store }: Dependencies,
  { document, position }: StoredSegment,
  language: LanguageTag,
): Promise<Pick<MachineText, 'previous' | 'next'>> {
  const { segments } = await store.listSegments(document, language, {}, Math.max(0, position - 2), 3);
  const textAt = (wanted: number): string => {
    const found = segments.find((segment) => segment.position === wanted);
    return found === undefined || found.locked ? '' : textOf(found.source).slice(0, LONGEST_CONTEXT);
  };
  return { previous: textAt(position - 1), next: textAt(position + 1) };
}
