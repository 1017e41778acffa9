/** ZWNJ twice in a row, or where there is no word on one of its sides: it does nothing there, or it hides a space. */
import type { Check, Finding } from '../../check.ts';
import { onlyProse } from '../../text/masked.ts';
import { PERSIAN, ZWNJ } from './letters.ts';
import { isWordEdge, zwnjRuns, type ZwnjRun } from './zwnj-runs.ts';

export const zwnjMisplaced: Check = {
  id: 'persian-zwnj-misplaced',
  languages: PERSIAN,
  severity: 'warning',
  issueType: 'characters',
  messages: ['doubled', 'edge'],
  example: {
    source: 'We write it.',
    target: 'می\u200c\u200cنویسیم\u200c.',
    mended: 'می\u200cنویسیم.',
    targetLanguage: 'fa',
  },
  find: ({ target }) => zwnjRuns(onlyProse(target)).flatMap(misplaced),
};

function misplaced({ start, end, before, after }: ZwnjRun): readonly Finding[] {
  if (isWordEdge(before) || isWordEdge(after)) {
    return [{ target: { start, end }, message: 'edge', fix: [{ start, end, text: '' }] }];
  }
  if (end - start === 1) return [];
  return [{ target: { start, end }, message: 'doubled', fix: [{ start, end, text: ZWNJ }] }];
}
