/**
 * Candidates for a ledger of names: runs of capitalised words in a text of a language that capitalises names alone. The
 * text itself says what is none: a word that stands in small letters too, and what is capitalised only where sentences
 * begin or in titles. There is no list of names, only of the words of grammar that stand in and before them.
 */
import { fold } from '../text/fold.ts';
import type { Span } from '../text/find.ts';
import { groupNames, type NameCount } from './group-names.ts';

/** Where a name stands: which of the texts, and in it. */
export interface NamePlace extends Span {
  readonly text: number;
}

export interface NameCandidate {
  /** Its fullest form. */
  readonly name: string;
  /** The forms that it has, most frequent first. */
  readonly variants: readonly NameCount[];
  readonly count: number;
  /** In order, the first ones. */
  readonly places: readonly NamePlace[];
}

/** Between two capitalised words they belong to the name: Peter van der Berg, Bakunin de Lyon. */
const PARTICLES = new Set(
  'de del della der den des di da do dos du la le van von zu y ibn bin al el of the'.split(' '),
);
/** Before a name, and no part of it. */
const HONORIFICS = new Set(
  'mr mrs ms miss messrs dr prof professor sir madam comrade citizen president king queen prince princess emperor czar tsar general colonel captain count lord lady saint st father brother sister mother uncle aunt'.split(
    ' ',
  ),
);
/** Capitalised in English, and no names of what a ledger has. */
const CALENDAR =
  /^(?:i|january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)$/u;
/** Begin sentences, and may do so before a name. */
const FUNCTION_WORDS = new Set(
  'a an the and but or nor yet so for if when while as at by from in into of on onto over to under with without after before since until because though although that this these those there here then thus hence he she it we they you i his her its our their your my who what which why how where not no yes is are was were do does did has have had can could will would shall should may might must let even only also both either neither such some any all each every many most more much one two three first second last'.split(
    ' ',
  ),
);

interface Word extends Span {
  /** Without the ending of a possessive. */
  readonly text: string;
  /** As it stands there. */
  readonly full: string;
  readonly key: string;
  /** Whether a sentence begins with it. */
  readonly starts: boolean;
  /** What stands between it and the one before. */
  readonly gap: string;
}

const WORD = /(?:\p{Lu}\p{M}*\.){2,}|\p{L}\p{M}*(?:[\p{L}\p{M}]|[-‐‑'’](?=\p{L})|\.(?=\p{Lu}\.?))*/gu;
const SENTENCE_START = /(?:^|[.!?…:;]["'”’»)\]]*\s+|[\n\u2028\u2029])["'“‘«([\s\d.*\-–—\uFFFC]*$/u;
const ROMAN = /^(?=..)[IVXL]+$/u;
const INITIAL = /^\p{Lu}\p{M}*(?:\.\p{Lu}\p{M}*)*\.?$/u;

/** Most places that are given of one name. */
const PLACES = 50;

/** Texts in the order of the document, flat (a code is U+FFFC). Most frequent first. */
export function findNames(texts: readonly string[]): readonly NameCandidate[] {
  const words = texts.map(wordsOf);
  const lower = new Map<string, number>();
  const upper = new Map<string, number>();
  const alone = new Set<string>();
  for (const [index, own] of words.entries()) {
    if (isTitle(texts[index] ?? '', own)) continue;
    for (const [at, word] of own.entries()) {
      if (isCapital(word)) {
        if (word.starts) continue;
        upper.set(word.key, (upper.get(word.key) ?? 0) + 1);
        const before = own[at - 1];
        if (before === undefined || !isCapital(before)) alone.add(word.key);
      } else lower.set(word.key, (lower.get(word.key) ?? 0) + 1);
    }
  }
  const isNameWord = ({ key, text, starts }: Word): boolean => {
    if (CALENDAR.test(key) || FUNCTION_WORDS.has(key) || ROMAN.test(text)) return false;
    const [small, capital] = [lower.get(key) ?? 0, upper.get(key) ?? 0];
    if (isAcronym(text)) return true;
    // That a sentence begins with it says nothing; an adverb or a participle may well do.
    if (capital === 0 && (starts || isShouted(text)))
      return small === 0 && starts && !/(?:ly|ing|ed)$/u.test(key);
    return small * 2 <= capital;
  };
  const found = new Map<string, { count: number; evidence: boolean; places: NamePlace[] }>();
  for (const [index, own] of words.entries()) {
    const isHeading = isTitle(texts[index] ?? '', own);
    for (const run of runsOf(own, isNameWord, alone)) {
      const [first, last] = [run[0], run.at(-1)];
      if (first === undefined || last === undefined) continue;
      const name = nameOf(run);
      const known = found.get(name) ?? { count: 0, evidence: false, places: [] };
      known.count += 1;
      const isEvident = !first.starts || run.length > 1 || isAcronym(first.text);
      known.evidence ||= !isHeading && isEvident;
      if (known.places.length < PLACES) known.places.push({ text: index, start: first.start, end: last.end });
      found.set(name, known);
    }
  }
  const evident = [...found].filter(([, { evidence }]) => evidence);
  return groupNames(
    evident.map(([text, { count }]) => ({ text, count })),
    new Set(lower.keys()),
  )
    .map(({ name, variants }): NameCandidate => {
      const places = variants.flatMap(({ text }) => found.get(text)?.places ?? []);
      return {
        name,
        variants,
        count: variants.reduce((sum, each) => sum + each.count, 0),
        places: places.sort((a, b) => a.text - b.text || a.start - b.start).slice(0, PLACES),
      };
    })
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

function wordsOf(text: string): readonly Word[] {
  let last = 0;
  return [...text.matchAll(WORD)].map(({ 0: found, index }): Word => {
    const own = found.replace(/['’ʼ]s$/iu, '');
    const gap = text.slice(last, index);
    // An initial's stop ends no sentence, nor does that of an honorific.
    const before = text.slice(Math.max(0, index - 40), index);
    const starts =
      SENTENCE_START.test(before) && !/(?:^|\s)(?:\p{Lu}|Mrs?|Ms|Dr|St|Prof|Messrs)\.\s+$/u.test(before);
    last = index + found.length;
    return { start: index, end: index + own.length, text: own, full: found, key: fold(own), starts, gap };
  });
}

function isOwner(word: Word | undefined): boolean {
  return word !== undefined && word.full !== word.text;
}

function isCapital({ text }: Word): boolean {
  return /^\p{Lu}/u.test(text);
}

function isAcronym(text: string): boolean {
  return /^(?:\p{Lu}\p{M}*\.?){2,5}$/u.test(text) && !ROMAN.test(text);
}

/** Longer than an acronym is: from a heading, or said aloud. */
function isShouted(text: string): boolean {
  return text.length > 1 && !/\p{Ll}/u.test(text);
}

/** A title has most of its longer words capitalised, and no full stop; what is all in capitals says nothing either. */
function isTitle(text: string, words: readonly Word[]): boolean {
  const long = words.filter(({ text: word }) => word.length > 3);
  if (!/\p{Ll}/u.test(text)) return words.length > 1;
  if (words.length < 3 || /[.!?…]["'”’»)\]]*\s*$/u.test(text)) return false;
  return long.length > 1 && long.filter(isCapital).length / long.length > 0.6;
}

/** Capitalised words side by side, with particles and initials between. `alone`: words that begin a name. */
function* runsOf(
  words: readonly Word[],
  isNameWord: (word: Word) => boolean,
  alone: ReadonlySet<string>,
): Generator<readonly Word[]> {
  let run: Word[] = [];
  const flush = function* (): Generator<readonly Word[]> {
    for (const part of apart(trimmed(run), alone)) {
      const capitals = part.filter(isCapital).filter(({ text }) => !INITIAL.test(text) || isAcronym(text));
      if (capitals.length > 1 || capitals.some(isNameWord)) yield* split(part);
    }
    run = [];
  };
  for (const word of words) {
    const isNear =
      /^\.?\uFFFC*[ \u00a0][ \u00a0\uFFFC]*$/u.test(word.gap) &&
      (!word.gap.includes('.') || endsInInitial(run));
    if (run.length > 0 && (!isNear || (word.starts && !endsInInitial(run)))) yield* flush();
    const isInitial = INITIAL.test(word.text) && word.text !== 'I' && word.text !== 'A';
    // Beside a name a common word with a capital is a part of it: New York, the Red Cross.
    const isCommon =
      !word.starts && !CALENDAR.test(word.key) && !FUNCTION_WORDS.has(word.key) && !isShouted(word.text);
    const isPart =
      isCapital(word) &&
      (isCommon || isNameWord(word) || isInitial || HONORIFICS.has(word.key) || isNumeral(word, run));
    const isParticle = !isCapital(word) && PARTICLES.has(word.key) && run.length > 0;
    if (isPart || isParticle) run.push(word);
    else yield* flush();
  }
  yield* flush();
}

/** Without particles at its ends, and honorifics before it. */
function trimmed(run: readonly Word[]): readonly Word[] {
  const kept = run.slice(0, run.findLastIndex(isCapital) + 1);
  while (kept.length > 1 && HONORIFICS.has(kept[0]?.key ?? '')) kept.shift();
  return kept.slice(Math.max(0, kept.findIndex(isCapital)));
}

function endsInInitial(run: readonly Word[]): boolean {
  const last = run.at(-1);
  return last !== undefined && (INITIAL.test(last.text) || HONORIFICS.has(last.key));
}

/** Of a ruler: it never begins a name. */
function isNumeral({ text }: Word, run: readonly Word[]): boolean {
  return run.length > 0 && ROMAN.test(text);
}

/** `Miller's Farm` is one name; `Russia's Peter Kropotkin` and `Miller's God` are two, for God stands by himself too. */
function* apart(run: readonly Word[], alone: ReadonlySet<string>): Generator<readonly Word[]> {
  const at = run.findIndex((word, index) => index < run.length - 1 && isOwner(word));
  const owned = run.slice(at + 1);
  const [first, ...more] = owned.filter(isCapital);
  if (at < 0 || first === undefined || (more.length === 0 && !alone.has(first.key))) {
    yield run;
    return;
  }
  yield run.slice(0, at + 1);
  yield* apart(trimmed(owned), alone);
}

/** `Emma Goldman of New York` is two names; `Bank of England` is one: only a single word goes on with `of`. */
function* split(run: readonly Word[]): Generator<readonly Word[]> {
  const at = run.findIndex(({ text }, index) => index > 1 && text === 'of');
  const first = at < 0 ? run : run.slice(0, at);
  if (first.length > 0) yield first;
  if (at < 0) return;
  const rest = run.slice(at + 1);
  const from = rest.findIndex(isCapital);
  if (from >= 0) yield* split(rest.slice(from));
}

/** As it stands there, with one space for any and without codes; a possessive's ending is no part of it at its end. */
function nameOf(run: readonly Word[]): string {
  return run
    .map(({ text, full, gap }, index) => {
      const own = index === run.length - 1 ? text : full;
      return index === 0 ? own : `${gap.includes('.') ? '. ' : ' '}${own}`;
    })
    .join('');
}
