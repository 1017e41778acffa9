/**
 * What the segmenter has to know of a language, as data. A language says only what it has of its own; compileRules
 * adds what all share: the sentence marks of the world's scripts (a Persian text may quote a Burmese one) and the
 * abbreviations of Latin letters that every language borrows.
 */

/**
 * What a full stop behind an abbreviation may mean:
 * `title` never ends (Dr. Aung); `inner` never ends (e.g.); `numbered` does not end before a number (p. 5);
 * `final` ends only before a word that begins sentences (Inc. They); `capital` ends before any capital (etc.);
 * `time` is `final` before any capital unless the sentence has only begun (At 5 a.m. Dr. Aung left).
 */
export type AbbreviationClass = 'title' | 'inner' | 'numbered' | 'final' | 'capital' | 'time';

/** `colon` ends only before a space and a letter without case. */
export type MarkKind = 'full' | 'stop' | 'question' | 'ellipsis' | 'colon' | 'none';

export interface LanguageRules {
  /** Lists of words parted by spaces, without the last dot; one with a capital is found in that form only. */
  readonly abbreviations?: Partial<Readonly<Record<AbbreviationClass, string>>>;
  /** Words, parted by spaces, that begin sentences and are hardly ever names. */
  readonly starters?: string;
  /** Of these the pronouns and articles, which begin a sentence even behind an initial (Malcolm X. He …). */
  readonly pronouns?: string;
  /** Words before a number that a list marker is never mistaken for (May 2. …), lower case. */
  readonly beforeNumbers?: string;
  /** Words, parted by spaces, with which a sentence begins that tells a time first (At 5 a.m. …), lower case. */
  readonly timePrepositions?: string;
  /** Marks whose kind differs from the common one (`;` asks in Greek, `.` does not end in Armenian). */
  readonly marks?: Readonly<Record<string, MarkKind>>;
  /** Pairs of quotation marks beside the common ones. */
  readonly quotes?: readonly string[];
  /** Sticky: tested where text goes on after a quotation that ends like a sentence; a match joins them. */
  readonly goesOnAfterQuote?: RegExp;
  /** The same, only after a question or an exclamation that opened the sentence. */
  readonly reportsQuestion?: RegExp;
  /** Sticky: tested at a bracket behind a stop; a match says that it holds the rest of the sentence before it. */
  readonly goesOnInBracket?: RegExp;
  /** Tested on the text before a doubled mark (`။ ။`); a match says that it is a sentence and no speaker's name. */
  readonly sentenceBeforeDoubledMark?: RegExp;
  /** Tested on the text before a pause (…); a match says that it can be no whole sentence. */
  readonly unfinished?: RegExp;
  /** Sticky: what behind a time of day still belongs to it (5 p.m. Burmese time). */
  readonly afterTime?: RegExp;
  /** A number with a stop is an ordinal unless a starter follows (12. Juni). */
  readonly ordinalStops?: true;
  /** A sentence may begin in lower case behind a stop, or behind a question or exclamation mark. */
  readonly lowerCaseBegins?: 'after stop' | 'after question';
  /** A stop between two letters without case, no space beside it, ends (رفت.ما). */
  readonly unspacedStops?: true;
}

export interface CompiledRules extends Omit<
  LanguageRules,
  'abbreviations' | 'starters' | 'pronouns' | 'beforeNumbers' | 'timePrepositions' | 'marks' | 'quotes'
> {
  readonly abbreviations: ReadonlyMap<string, AbbreviationClass>;
  readonly starters: ReadonlySet<string>;
  readonly pronouns: ReadonlySet<string>;
  readonly beforeNumbers: ReadonlySet<string>;
  readonly timePrepositions: ReadonlySet<string>;
  readonly marks: ReadonlyMap<string, MarkKind>;
  /** Finds the next mark; global, so lastIndex must be set before each use. */
  readonly finder: RegExp;
  /** From an opening quotation mark or bracket to what closes it; the same mark twice where both are one. */
  readonly closing: ReadonlyMap<string, string>;
  /** From a closing mark to all that it may close, in order of preference. */
  readonly opening: ReadonlyMap<string, readonly string[]>;
}

const COMMON_MARKS: Readonly<Record<Exclude<MarkKind, 'none' | 'colon'>, string>> = {
  full: '။።፧፨།༎۔।॥。．｡！？։។៕᠃᠉᱾᱿꓿꘎꘏⸼',
  stop: '.',
  question: '?!؟‼⁇⁈⁉⸮',
  ellipsis: '…‥⋯',
};
/** A dash before a closing quotation mark: speech that breaks off. */
const BROKEN_OFF = '(?:[—–]|--)(?=[”"»](?:\\s|$))';
const COMMON_PAIRS = [
  '“”',
  '«»',
  '‹›',
  '‘’',
  '「」',
  '『』',
  '《》',
  '""',
  "`'",
  "''",
  '()',
  '[]',
  '{}',
  '（）',
  '［］',
  '【】',
];
const COMMON_ABBREVIATIONS: LanguageRules['abbreviations'] = {
  title: 'mr mrs ms mx dr prof st',
  inner: 'e.g i.e cf vs viz',
  numbered: 'no nos p pp vol art fig n° nº nr op',
  final: 'jr sr inc ltd co corp ph.d al',
  capital: 'etc ibid',
};

/** Adds to a language's own rules what all languages share, in the form that the segmenter looks things up in. */
export function compileRules(rules: LanguageRules): CompiledRules {
  const marks = new Map<string, MarkKind>();
  for (const kind of ['full', 'stop', 'question', 'ellipsis'] as const)
    for (const mark of COMMON_MARKS[kind]) marks.set(mark, kind);
  for (const [mark, kind] of Object.entries(rules.marks ?? {})) marks.set(mark, kind);
  const ending = [...marks].filter(([, kind]) => kind !== 'none').map(([mark]) => mark);
  const pairs = [...(rules.quotes ?? []), ...COMMON_PAIRS];
  const pronouns = wordsOf(rules.pronouns);
  return {
    ...rules,
    abbreviations: abbreviationsOf(rules.abbreviations ?? {}),
    starters: new Set([...wordsOf(rules.starters), ...pronouns]),
    pronouns: new Set(pronouns),
    beforeNumbers: new Set(wordsOf(rules.beforeNumbers)),
    timePrepositions: new Set(wordsOf(rules.timePrepositions)),
    marks,
    finder: new RegExp(`[${ending.join('')}]|${BROKEN_OFF}`, 'g'),
    closing: new Map(pairs.map((pair) => [pair.charAt(0), pair.charAt(1)] as const).reverse()),
    opening: openingsOf(pairs),
  };
}

function abbreviationsOf(own: NonNullable<LanguageRules['abbreviations']>): Map<string, AbbreviationClass> {
  const result = new Map<string, AbbreviationClass>();
  for (const lists of [COMMON_ABBREVIATIONS ?? {}, own])
    for (const kind of ['title', 'inner', 'numbered', 'final', 'capital', 'time'] as const)
      for (const word of wordsOf(lists[kind])) result.set(word, kind);
  return result;
}

function openingsOf(pairs: readonly string[]): Map<string, readonly string[]> {
  const result = new Map<string, string[]>();
  for (const pair of pairs) {
    const openings = result.get(pair.charAt(1)) ?? [];
    openings.push(pair.charAt(0));
    result.set(pair.charAt(1), openings);
  }
  return result;
}

function wordsOf(list: string | undefined): readonly string[] {
  return list?.split(/\s+/u).filter((word) => word !== '') ?? [];
}
