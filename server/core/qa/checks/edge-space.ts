/** White space at the beginning and at the end is that of the source, line breaks included. */
import type { Check, CheckedSegment, Finding } from '../check.ts';

export const edgeSpace: Check = {
  id: 'edge-space',
  languages: 'all',
  severity: 'warning',
  issueType: 'whitespace',
  messages: ['start', 'end'],
  example: { source: 'Name: ', target: 'نام:', mended: 'نام: ', targetLanguage: 'fa' },
  find: findEdgeSpace,
};

/** What may stand around white space without being seen: zero-width spaces and direction marks. */
const VISIBLE = /[^\s\u200B\u200E\u200F\u061C]/u;
const START = /^[\u200B\u200E\u200F\u061C]*(\s*)/u;

function findEdgeSpace({ source, target }: CheckedSegment): readonly Finding[] {
  if (source.trim() === '' || !VISIBLE.test(target)) return [];
  const findings: Finding[] = [];
  const [before = '', after = ''] = [source, target].map((text) => START.exec(text)?.[1] ?? '');
  if (!isAlike(before, after)) {
    const start = (START.exec(target)?.[0].length ?? 0) - after.length;
    const span = { start, end: start + after.length };
    findings.push({ target: span, message: 'start', fix: [{ ...span, text: before }] });
  }
  const [last, end] = [trailing(source), trailing(target)];
  const [wanted, given] = [source.slice(last.start, last.end), target.slice(end.start, end.end)];
  if (!isAlike(wanted, given))
    findings.push({ target: end, message: 'end', fix: [{ ...end, text: wanted }] });
  return findings;
}

/** Trailing white space, in front of what is not seen. By hand: an expression anchored at the end is quadratic. */
function trailing(text: string): { readonly start: number; readonly end: number } {
  let end = text.length;
  while (end > 0 && /[\u200B\u200E\u200F\u061C]/u.test(text.charAt(end - 1))) end -= 1;
  let start = end;
  while (start > 0 && /\s/u.test(text.charAt(start - 1))) start -= 1;
  return { start, end };
}

/** Line breaks are counted; of other white space it matters whether there is any. */
function isAlike(a: string, b: string): boolean {
  const lines = (text: string): number => text.split('\n').length;
  return lines(a) === lines(b) && (a === '') === (b === '');
}
