/** The link to where a translation is worked on, named for what is left to do there. */
import type { LanguageTag } from '../core/text/language.ts';
import type { ProgressSummary } from '../core/progress/summary.ts';
import type { DocumentId } from '../store/ids.ts';
import type { Ui } from './ui.ts';

export interface WorkLink {
  readonly href: string;
  readonly label: string;
}

/** `translate` is the label while something is still to be translated. */
export function workLink(
  ui: Ui,
  document: DocumentId,
  language: LanguageTag,
  summary: ProgressSummary,
  translate: string,
): WorkLink {
  const address = `/documents/${document}/${language}`;
  if (summary.translated < 1) return { href: `${address}?open=next`, label: translate };
  if (summary.reviewed < 1) return { href: `${address}?open=next`, label: ui.t('common:review') };
  return { href: address, label: ui.t('common:open') };
}
