/**
 * What the segments of a document amount to, each on its own so that files can be added up: measures of source and
 * target, and all that the categories of GMX-V need. Units that are not translated are among them.
 */
import { untranslatedText } from './protected-text.ts';
import { segmentsOf, type Unit } from './unit.ts';
import type { State } from './state.ts';
import { codesOf, textOf } from '../text/content.ts';
import { gmxText, type GmxText } from '../text/gmx.ts';
import type { LanguageTag } from '../text/language.ts';
import { measure, type Measures } from '../text/measures.ts';

export interface SegmentCount {
  readonly state: State;
  readonly source: Measures;
  /** null where there is no target. */
  readonly target: Measures | null;
  /** False: its unit is not translated. */
  readonly translate: boolean;
  /** It holds codes, and no text but white space. */
  readonly codesOnly: boolean;
  readonly codes: number;
  /** Exactly repeated segments share it: the text in NFC, codes left out; '' where there is none. */
  readonly key: string;
  readonly gmx: GmxText;
  /** Of the text that annotations keep from being translated. */
  readonly protected: GmxText;
}

export function countSegments(
  units: readonly Unit[],
  source: LanguageTag,
  target: LanguageTag,
): readonly SegmentCount[] {
  return units.flatMap((unit) =>
    segmentsOf(unit).map((segment): SegmentCount => {
      const text = textOf(segment.source);
      const codes = codesOf(segment.source).length;
      return {
        state: segment.state,
        source: measure(text, source),
        target: segment.target === null ? null : measure(textOf(segment.target), target),
        translate: unit.translate,
        codesOnly: codes > 0 && text.trim() === '',
        codes,
        key: text.trim() === '' ? '' : text.normalize('NFC'),
        gmx: gmxText(text, source),
        protected: gmxText(untranslatedText(segment.source, unit.translate), source),
      };
    }),
  );
}
