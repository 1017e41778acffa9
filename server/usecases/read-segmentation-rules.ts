/** A person's own segmentation rules: an SRX file becomes a segmenter, or is refused with what is wrong in it. */
import { hasErrors, type Problem } from '../core/problem.ts';
import type { Segmenter } from '../core/text/segmentation.ts';
import { srxSegmenter } from '../core/text/segmentation/srx/segmenter.ts';
import { readSrx } from '../formats/srx/read.ts';

export interface OwnRules {
  /** null where the file cannot be used at all. */
  readonly segmenter: Segmenter | null;
  readonly problems: readonly Problem[];
  /** Of those that apply. */
  readonly rules: number;
}

export function readSegmentationRules(bytes: Uint8Array): OwnRules {
  const { rules, problems } = readSrx(bytes);
  if (rules === null || hasErrors(problems)) return { segmenter: null, problems, rules: 0 };
  const made = srxSegmenter(rules);
  const all = [...rules.languageRules.values()].reduce((sum, list) => sum + list.length, 0);
  return { segmenter: made.segmenter, problems: [...problems, ...made.problems], rules: all - made.lost };
}
