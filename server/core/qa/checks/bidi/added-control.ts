/**
 * A control that the source does not have, in a language that runs from left to right like it and so has no use for
 * one. LRM, RLM and ALM are never reported, and from right to left isolates are how it is done.
 */
import { directionOf } from '../../../text/language.ts';
import type { Check } from '../../check.ts';
import { CONTROL_NAMES } from './controls.ts';

const CONTROLS = /[\u202a-\u202e\u2066-\u2069]/gu;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

export const addedControl: Check = {
  id: 'bidi-added-control',
  languages: 'all',
  severity: 'note',
  issueType: 'characters',
  example: {
    source: 'Good morning',
    target: '\u2068Guten Morgen\u2069',
    mended: 'Guten Morgen',
    targetLanguage: 'de',
  },
  find: ({ source, target, targetLanguage }) => {
    if (directionOf(targetLanguage) === 'rtl' || RIGHT_TO_LEFT.test(target)) return [];
    return [...target.matchAll(CONTROLS)]
      .filter(({ 0: control }) => !source.includes(control))
      .map(({ index, 0: control }) => {
        const span = { start: index, end: index + 1 };
        return { target: span, values: { name: CONTROL_NAMES[control] ?? '' }, fix: [{ ...span, text: '' }] };
      });
  },
};
