/** What the project's machine offers for one segment. It is shown, never saved here. */
import { problem, type Problem } from '../core/problem.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { SegmentKey } from '../store/store.ts';
import type { Dependencies } from './dependencies.ts';
import { offerMachineTranslations, type OfferedTarget } from './offer-machine-translations.ts';
import { findSegment } from './show-segment.ts';

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
    termsOf: () => [],
    signal,
  });
  if (result.kind === 'off') return { kind: 'refused', problems: [problem('machine-off')] };
  const [offer] = result.offers;
  if (offer === undefined)
    return { kind: 'refused', problems: result.problem === null ? [] : [result.problem] };
  return { kind: 'offered', offer, problems: offer.lostCodes ? [problem('machine-codes-lost')] : [] };
}
