/** A problem as a page shows it: its message in the reader's language, its code, and where to look. */
import { firstProblems } from '../core/problem-list.ts';
import type { Problem, ProblemSeverity } from '../core/problem.ts';
import { problemMessage } from '../i18n/describe-problem.ts';
import type { Translator } from '../i18n/translator.ts';

export interface ProblemView {
  readonly code: string;
  readonly severity: ProblemSeverity;
  readonly message: string;
  /** `line 3, column 7`; '' where no line is known. */
  readonly place: string;
  /** Names and numbers of elements, which read from the left; '' where there is none. */
  readonly path: string;
}

export function problemView(translator: Translator, problem: Problem): ProblemView {
  return {
    code: problem.code,
    severity: problem.severity,
    message: problemMessage(translator, problem),
    place: placeText(translator, problem),
    path: problem.place?.path ?? '',
  };
}

/** The first ones, which people read, then how many more there are. */
export function problemViews(translator: Translator, problems: readonly Problem[]): readonly ProblemView[] {
  return firstProblems(problems).map((each) => problemView(translator, each));
}

function placeText(translator: Translator, { place }: Problem): string {
  if (place?.line === undefined) return '';
  return place.column === undefined
    ? translator.t('common:place-line', { line: place.line })
    : translator.t('common:place-line-column', { line: place.line, column: place.column });
}
