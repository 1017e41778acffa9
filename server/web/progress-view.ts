/** How far a translation has come, as a bar and as figures. Shares are of words, or of segments without words. */
import { STATES, type State } from '../core/document/state.ts';
import type { ProgressSummary } from '../core/progress/summary.ts';
import { WORD_METHOD } from '../core/text/words.ts';
import type { Translator } from '../i18n/translator.ts';

export interface ProgressPart {
  readonly state: State;
  readonly name: string;
  readonly segments: string;
  readonly words: string;
  /** Segments and words in one phrase. */
  readonly size: string;
  readonly percent: string;
  /** Start and width in the bar, in thousandths of it; the most advanced state comes first. */
  readonly x: number;
  readonly width: number;
}

export interface ProgressView {
  /** Most advanced first. */
  readonly parts: readonly ProgressPart[];
  readonly segments: string;
  readonly words: string;
  readonly translated: string;
  /** How words were counted. */
  readonly method: string;
  /** One sentence that says what the bar shows. */
  readonly label: string;
}

const BAR = 1000;

export function progressView(translator: Translator, summary: ProgressSummary): ProgressView {
  let x = 0;
  const parts = STATES.toReversed().map((state) => {
    const counts = summary.byState[state];
    const share = shareOf(summary, state);
    const width = Math.round(share * BAR);
    const part = {
      state,
      name: translator.t(`common:state-${state}`),
      segments: translator.number(counts.segments),
      words: translator.number(counts.words),
      size: translator.t('common:size', { segments: counts.segments, words: counts.words }),
      percent: translator.percent(share),
      x,
      width: state === 'initial' ? Math.max(0, BAR - x) : width,
    };
    x += width;
    return part;
  });
  return {
    parts,
    segments: translator.number(summary.segments),
    words: translator.number(summary.words),
    translated: translator.percent(summary.translated),
    method: translator.t('common:words-method', { method: WORD_METHOD }),
    label: translator.t('common:progress-label', {
      translated: translator.percent(summary.translated),
      reviewed: translator.percent(summary.reviewed),
    }),
  };
}

function shareOf(summary: ProgressSummary, state: State): number {
  const { segments, words } = summary.byState[state];
  if (summary.words > 0) return words / summary.words;
  return summary.segments > 0 ? segments / summary.segments : 0;
}
