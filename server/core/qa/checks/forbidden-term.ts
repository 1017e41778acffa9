/** Words that the project does not want, as whole words; in scripts written without spaces, anywhere. */
import { scriptOf } from '../../text/language.ts';
import type { Check, CheckedSegment, Finding, ForbiddenTerm } from '../check.ts';

export const forbiddenTerm: Check = {
  id: 'forbidden-term',
  languages: 'all',
  severity: 'warning',
  issueType: 'terminology',
  messages: ['message', 'instead'],
  example: {
    source: 'Open the file',
    target: 'فایل را باز کنید',
    mended: 'پرونده را باز کنید',
    targetLanguage: 'fa',
    settings: { forbidden: [{ term: 'فایل', instead: 'پرونده' }] },
  },
  find: ({ target, targetLanguage, settings }) =>
    (settings.forbidden ?? []).flatMap((each) => occurrences(each, target, targetLanguage)),
};

const WITHOUT_SPACES = new Set(['Mymr', 'Thai', 'Khmr', 'Laoo', 'Hans', 'Hant', 'Jpan']);

function occurrences(
  { term, instead }: ForbiddenTerm,
  target: string,
  language: CheckedSegment['targetLanguage'],
): readonly Finding[] {
  const wanted = term.trim();
  if (wanted === '') return [];
  const anywhere = WITHOUT_SPACES.has(scriptOf(language));
  const findings: Finding[] = [];
  for (
    let start = target.indexOf(wanted);
    start >= 0;
    start = target.indexOf(wanted, start + wanted.length)
  ) {
    const end = start + wanted.length;
    const isInWord =
      /[\p{L}\p{M}]/u.test(target.charAt(start - 1)) || /[\p{L}\p{M}]/u.test(target.charAt(end));
    if (isInWord && !anywhere) continue;
    const span = { start, end };
    const isSafe = instead !== '' && !instead.includes(wanted);
    findings.push({
      target: span,
      message: instead === '' ? 'message' : 'instead',
      values: { term: wanted, instead },
      ...(isSafe && { fix: [{ ...span, text: instead }] }),
    });
  }
  return findings;
}
