/**
 * The target ends as the source does, each in its language's own marks: `.` is ။ in Burmese, `?` is ؟ in Persian.
 * What the languages do by habit is accepted: Burmese ends questions, calls and introductions with ။ or with
 * nothing, and short texts with or without ။.
 */
import { primaryOf } from '../../text/language.ts';
import type { Check, CheckedSegment, Finding } from '../check.ts';
import { endOf, type SentenceEnd } from '../text/sentence-end.ts';

export const endPunctuation: Check = {
  id: 'end-punctuation',
  languages: 'all',
  severity: 'note',
  issueType: 'typographical',
  messages: ['missing', 'extra', 'other'],
  example: { source: 'Is it ready?', target: 'آماده است.', mended: 'آماده است؟', targetLanguage: 'fa' },
  find: findEndPunctuation,
};

function findEndPunctuation(segment: CheckedSegment): readonly Finding[] {
  const [wanted, given] = [endOf(segment.source), endOf(segment.target)];
  if (wanted === null || given === null || wanted.kind === given.kind) return [];
  if (isHabit(segment, wanted, given)) return [];
  const values = { wanted: wanted.mark, found: given.mark };
  const target = { start: given.start, end: Math.max(given.end, given.start) };
  if (given.kind === 'none') return [{ target, message: 'missing', values }];
  return [{ target, message: wanted.kind === 'none' ? 'extra' : 'other', values }];
}

/** Differences that are none to a reader of the language. */
function isHabit(segment: CheckedSegment, wanted: SentenceEnd, given: SentenceEnd): boolean {
  const pair = `${wanted.kind} ${given.kind}`;
  if (wanted.isAbbreviation && given.kind === 'none') return true;
  switch (primaryOf(segment.targetLanguage)) {
    case 'my':
      return (
        BURMESE.has(pair) || ((wanted.kind === 'none' || given.kind === 'none') && isShort(segment.source))
      );
    case 'th':
    case 'lo':
    case 'km':
      return given.kind === 'none';
    default:
      return ANY.has(pair) || (pair === 'none stop' && !isShort(segment.source));
  }
}

const ANY = new Set(['exclamation stop', 'semicolon stop', 'stop ellipsis', 'ellipsis stop', 'colon stop']);

/** Colons and semicolons have no native mark; questions and calls end in particles. */
const BURMESE = new Set([
  ...[
    'colon stop',
    'colon none',
    'colon dash',
    'colon comma',
    'question stop',
    'question none',
    'exclamation stop',
  ],
  ...[
    'exclamation none',
    'semicolon stop',
    'semicolon comma',
    'semicolon none',
    'ellipsis stop',
    'comma none',
  ],
  ...['stop ellipsis', 'none comma', 'comma stop', 'dash none', 'none dash'],
]);

/** A title, a label, a button: fewer words than a sentence usually has. */
function isShort(source: string): boolean {
  return source.trim().split(/\s+/u).length < 5;
}
