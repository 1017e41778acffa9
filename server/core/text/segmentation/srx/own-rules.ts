/**
 * Our rules as SRX says such things: marks that end, and patterns on both sides of a place where they do not. What
 * looks further than a place cannot be said: quotations and brackets held together, reports of speech, lists in one
 * paragraph, speakers' names, addresses, decisions by the words around an initial. A tool that cuts by the file
 * cuts as we do in plain prose and more often than we do elsewhere.
 */
import { compileRules, type AbbreviationClass, type CompiledRules } from '../rules.ts';
import { languagesWithRules, rulesFor } from '../rules/by-language.ts';
import type { SrxRule, SrxRules } from './rules.ts';

const CLOSING = '[\\u0022\\u0027\\u00BB\\u2019\\u201D\\u203A\\p{Pe}*_]*';
const NOTE = '(?:\\[\\p{Nd}{1,3}\\]|[\\u00B9\\u00B2\\u00B3\\u2070\\u2074-\\u2079]+)*';
const WORD_START = '(?<![\\p{L}\\p{M}.])';
const OTHERS = 'Other languages';

/** One language rule for each language that we have rules for, and one for all others. */
export function ownSrxRules(): SrxRules {
  const languageRules = new Map<string, readonly SrxRule[]>();
  const maps = [];
  for (const language of languagesWithRules()) {
    languageRules.set(language, rulesOf(compileRules(rulesFor(language))));
    maps.push({ pattern: `(?i)${language}(?:[-_].*)?`, name: language, line: 0 });
  }
  languageRules.set(OTHERS, rulesOf(compileRules({})));
  maps.push({ pattern: '.*', name: OTHERS, line: 0 });
  return {
    cascade: false,
    segmentSubflows: true,
    codes: { start: false, end: true, isolated: false },
    languageRules,
    maps,
  };
}

function rulesOf(rules: CompiledRules): readonly SrxRule[] {
  const marks = (kind: string): string =>
    [...rules.marks].flatMap(([mark, own]) => (own === kind ? [escape(mark)] : [])).join('');
  const [full, stop, other] = [marks('full'), marks('stop'), marks('question') + marks('ellipsis')];
  const exceptions = stop === '' ? [] : exceptionsOf(rules, stop);
  const end = `[${full}${stop}${other}]+${CLOSING}${NOTE}`;
  const colon = marks('colon');
  return [
    ...exceptions,
    breaking(end, '\\s'),
    breaking(`[${full}]${CLOSING}${NOTE}`, '[\\u0022\\p{Ps}\\p{Pi}]?[^\\s\\p{P}\\p{Nd}\\p{M}]'),
    ...(colon === '' ? [] : [breaking(`[${colon}]`, '\\s+\\p{Lo}')]),
  ];
}

function exceptionsOf(rules: CompiledRules, stop: string): readonly SrxRule[] {
  const dot = `[${stop}]`;
  const starters = [...rules.starters].map(escape).join('|');
  const noStarter = starters === '' ? '\\s' : `\\s+(?!(?i:${starters})(?!\\p{L}))`;
  const after: Readonly<Record<AbbreviationClass, string>> = {
    title: '\\s',
    inner: '\\s',
    numbered: '\\s+[\\p{Nd}IVXLC]',
    final: noStarter,
    capital: '\\s+\\P{Lu}',
    time: '\\s+\\P{Lu}',
  };
  const abbreviations = Object.entries(after).flatMap(([kind, behind]) => {
    const words = [...rules.abbreviations].flatMap(([word, own]) => (own === kind ? [escape(word)] : []));
    return words.length === 0 ? [] : [keeping(`${WORD_START}(?i:${words.join('|')})${dot}`, behind)];
  });
  return [
    ...abbreviations,
    keeping(`${WORD_START}\\p{Lu}\\p{M}*${dot}`, '\\s+\\p{Lu}'),
    keeping(`${WORD_START}\\p{Lo}\\p{M}*${dot}`, '\\s'),
    keeping(`(?:\\p{L}${dot}){2,}`, noStarter),
    keeping(`^\\s*[(]?(?:\\p{Nd}{1,3}|\\p{L}|[IVX]{1,5})${dot}`, '\\s'),
    ...(rules.ordinalStops === true ? [keeping(`(?<!\\p{Nd})\\p{Nd}{1,3}${dot}`, noStarter)] : []),
    ...(rules.lowerCaseBegins === undefined ? [keeping(`[${stop}…?!]${CLOSING}`, '\\s+\\p{Ll}')] : []),
  ];
}

function breaking(before: string, after: string): SrxRule {
  return { breaks: true, before, after, line: 0 };
}

function keeping(before: string, after: string): SrxRule {
  return { breaks: false, before, after, line: 0 };
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|\-&]/g, '\\$&');
}
