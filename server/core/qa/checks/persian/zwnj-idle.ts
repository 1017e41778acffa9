/**
 * ZWNJ after a letter that joins nothing, or beside Latin letters and digits: nobody sees it, but a search for the
 * word fails. A matter of tidiness, hence a note.
 */
import type { Check, Finding } from '../../check.ts';
import { onlyProse } from '../../text/masked.ts';
import { LETTERS, NON_JOINING, PERSIAN } from './letters.ts';
import { isWordEdge, zwnjRuns, type ZwnjRun } from './zwnj-runs.ts';

const NOTHING_JOINS = new RegExp(`^[${NON_JOINING}]$`, 'u');
const OTHER_SCRIPT = /^[\p{Script=Latin}\p{Nd}]$/u;
/** Endings; another word may have ZWNJ where a space is meant, and then taking it away would glue the two. */
const ENDING = new RegExp(
  `^(?:ها(?:ی(?:م|ت|ش|مان|تان|شان|ی)?)?|تر(?:ین)?|ام|ات|اش|ای|اند|ایم|اید|مان|تان|شان|ی)(?![${LETTERS}])`,
  'u',
);

export const zwnjIdle: Check = {
  id: 'persian-zwnj-idle',
  languages: PERSIAN,
  severity: 'note',
  issueType: 'characters',
  messages: ['after', 'beside'],
  example: { source: 'The works', target: 'کار\u200cها', mended: 'کارها', targetLanguage: 'fa' },
  find: ({ target }) => zwnjRuns(onlyProse(target)).flatMap((run) => idle(run, target)),
};

function idle({ start, end, before, after }: ZwnjRun, text: string): readonly Finding[] {
  // At an edge it is misplaced, which is another check's finding.
  if (isWordEdge(before) || isWordEdge(after)) return [];
  const fix = [{ start, end, text: '' }];
  if (NOTHING_JOINS.test(before)) {
    const found = { target: { start, end }, message: 'after', values: { letter: before } };
    return [ENDING.test(text.slice(end, end + 12)) ? { ...found, fix } : found];
  }
  if (OTHER_SCRIPT.test(before) || OTHER_SCRIPT.test(after))
    return [{ target: { start, end }, message: 'beside', fix }];
  return [];
}
