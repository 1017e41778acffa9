/** Marks in an order that makes no syllable: typed as they look (ေ before its consonant), or on nothing at all. */
import type { Check, Finding, Span } from '../../check.ts';
import { isZawgyi } from '../../../text/zawgyi.ts';
import { inOrder, strayMarks } from './syllables.ts';

const CONSONANT = /^[\u1000-\u1021\u103f]$/u;
const STACK = '[\\u1000-\\u1021\\u103f](?:\\u1039[\\u1000-\\u1021])*';
const MARKS = '[\\u102b-\\u1038\\u103a-\\u103e]*';
/** Signs that are drawn before their consonant, and the consonant that follows. Marks that end so are the next one's. */
const EARLY = new RegExp(`^([\\u1031\\u103c]+)(${STACK})(${MARKS})`, 'u');
/** A consonant with its marks, up to the end of the text. */
const LATE = new RegExp(`(${STACK})(${MARKS})$`, 'u');
/** As far as a syllable reaches. */
const NEAR = 16;

export const syllableOrder: Check = {
  id: 'burmese-syllable-order',
  languages: ['my'],
  severity: 'warning',
  issueType: 'characters',
  messages: ['order', 'stray'],
  example: { source: 'Good', target: 'ေကာင်း', mended: 'ကောင်း', targetLanguage: 'my' },
  find: ({ target }) => {
    const strays = strayMarks(target);
    // In Zawgyi nothing is in order, and the one finding of that says it all.
    if (strays.length === 0 || isZawgyi(target)) return [];
    return strays.flatMap((stray) => {
      const early = /[\u1031\u103c]*$/u.exec(target.slice(stray.start, stray.end))?.index ?? 0;
      const middle = stray.start + early;
      const isEarly = middle < stray.end && CONSONANT.test(target.charAt(stray.end));
      if (!isEarly) return [late(target, stray)];
      const before = middle === stray.start ? [] : [late(target, { start: stray.start, end: middle })];
      return [...before, typedBefore(target, { start: middle, end: stray.end })];
    });
  },
};

/** Signs typed before the consonant that they are drawn before. */
function typedBefore(target: string, stray: Span): Finding {
  const [cluster = '', signs = '', base = '', marks = ''] =
    EARLY.exec(target.slice(stray.start, stray.end + NEAR)) ?? [];
  const end = stray.start + cluster.length;
  const isShared = /[\u1031\u103c]$/u.test(marks) && CONSONANT.test(target.charAt(end));
  return isShared
    ? { target: stray, message: 'stray' }
    : mended(target, { start: stray.start, end }, inOrder(base, signs + marks), stray);
}

/** Marks behind their consonant, out of order. */
function late(target: string, stray: Span): Finding {
  const from = Math.max(0, stray.end - NEAR);
  const match = LATE.exec(target.slice(from, stray.end));
  if (match === null) return { target: stray, message: 'stray' };
  const [, base = '', marks = ''] = match;
  return mended(target, { start: from + match.index, end: stray.end }, inOrder(base, marks), stray);
}

/** Mending must lose no mark, and leave fewer stray ones in the neighbourhood. */
function mended(target: string, span: Span, text: string, stray: Span): Finding {
  const { start, end } = span;
  const before = target.slice(Math.max(0, start - NEAR), start);
  const after = target.slice(end, end + NEAR);
  const count = (middle: string): number =>
    strayMarks(before + middle + after).reduce((sum, each) => sum + each.end - each.start, 0);
  const isSure = text.length === end - start && count(text) < count(target.slice(start, end));
  return isSure
    ? { target: span, message: 'order', fix: [{ start, end, text }] }
    : { target: stray, message: 'stray' };
}
