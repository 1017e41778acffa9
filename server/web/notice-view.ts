/** A notice in the reader's words. */
import type { Translator } from '../i18n/translator.ts';
import type { Notice } from './notices.ts';
import { problemViews, type ProblemView } from './problem-view.ts';

export interface NoticeView {
  readonly message: string;
  readonly problems: readonly ProblemView[];
}

export function noticeView(translator: Translator, notice: Notice | null): NoticeView | null {
  if (notice === null) return null;
  return {
    message: translator.t(notice.key, notice.values),
    problems: problemViews(translator, notice.problems ?? []),
  };
}
