/** What the project's machine offers for one segment. It is shown, never saved here. */
import { problem, type Problem } from '../core/problem.ts';
import { textOf } from '../core/text/content.ts';
import type { LanguageTag } from '../core/text/language.ts';
import { SOMEBODY_WAITS } from '../machine/provider.ts';
import type { SegmentKey } from '../store/ids.ts';
import type { Project } from '../store/project.ts';
import type { Dependencies } from './dependencies.ts';
import {
  offerMachineTranslations,
  whyUnfit,
  type OfferedTarget,
  type OfferQuestion,
} from './offer-machine-translations.ts';
import { termsOfProject } from './project-terms.ts';
import { findSegment } from './show-segment.ts';
import { termsOfText } from './terms-of-text.ts';

export type MachineSegmentResult =
  | { readonly kind: 'offered'; readonly offer: OfferedTarget; readonly problems: readonly Problem[] }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'locked' }
  | { readonly kind: 'not-found' };

export async function machineTranslateSegment(
  deps: Dependencies,
  { segment: key, language, signal }: { segment: SegmentKey; language: LanguageTag; signal: AbortSignal },
): Promise<MachineSegmentResult> {
  const segment = await findSegment(deps, key, language);
  const document = segment === null ? null : await deps.store.findDocument(segment.document);
  const project = document === null ? null : await deps.store.findProject(document.project);
  if (segment === null || project === null) return { kind: 'not-found' };
  if (segment.locked) return { kind: 'locked' };
  const result = await offerMachineTranslations(deps, {
    project,
    language,
    segments: [segment],
    termsOf: await termsFor(deps, project, language),
    patience: SOMEBODY_WAITS,
    signal,
  });
  if (result.kind === 'off') return { kind: 'refused', problems: [problem('machine-off')] };
  const [offer] = result.offers;
  if (offer === undefined)
    return { kind: 'refused', problems: result.problem === null ? [] : [result.problem] };
  const unfit = whyUnfit(segment.source, offer.target);
  if (unfit !== null) return { kind: 'refused', problems: [unfit] };
  return { kind: 'offered', offer, problems: offer.lostCodes ? [problem('machine-codes-lost')] : [] };
}

/** What is agreed for the words of a source, each word once: its best translation. */
export async function termsFor(
  { store }: Pick<Dependencies, 'store'>,
  project: Project,
  language: LanguageTag,
): Promise<OfferQuestion['termsOf']> {
  const indexes = (await termsOfProject(store, project.id)).pair(project.sourceLanguage, language);
  if (indexes === undefined) return () => [];
  return (source) => {
    const agreed = new Map<string, string>();
    for (const { source: word, target } of termsOfText(textOf(source), indexes))
      if (!agreed.has(word)) agreed.set(word, target);
    return [...agreed].map(([word, target]) => ({ source: word, target }));
  };
}
