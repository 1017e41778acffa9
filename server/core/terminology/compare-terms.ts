/**
 * What became of a source's terms in its translation. Where a reader could take the words of the translation for a form
 * of the agreed term they count as such: better a slip unseen than a page of false alarms.
 */
import type { Concept } from './concept.ts';
import { isInflectionKnown } from './forms.ts';
import { keysOf, recognise, type Occurrence } from './recognise.ts';
import type { TermEntry, TermIndex, TermIndexes } from './term-index.ts';
import { termWords, type TermWord } from './words.ts';

/** A term of the source whose concept the translation does not name by a term that may be used. */
export interface MissingTerm {
  readonly source: Occurrence;
  /** One of those that it may stand for, with the terms that may be used for it. */
  readonly concept: Concept;
  readonly wanted: readonly TermEntry[];
}

/** A term of the translation that is not to stand there. */
export interface UnwantedTerm {
  readonly target: Occurrence;
  readonly entry: TermEntry;
  /** What to write instead, the best; null where the concept has nothing. */
  readonly instead: TermEntry | null;
}

export interface ComparedTerms {
  readonly missing: readonly MissingTerm[];
  /** Forbidden, wherever it stands; unless it may be used for another thing. */
  readonly forbidden: readonly UnwantedTerm[];
  /** Admitted, where another is preferred and does not stand there; its concept is in the source. */
  readonly notPreferred: readonly UnwantedTerm[];
  /** Of concepts that the source does not name; in order. */
  readonly stray: readonly Occurrence[];
}

/** Flat texts, each with what is no prose hidden if it is not to be seen (core/qa/text/masked.ts). */
export function compareTerms(source: string, target: string, indexes: TermIndexes): ComparedTerms {
  const asked = recognise(source, indexes.source);
  const given = recognise(target, indexes.target);
  const named = new Set(asked.flatMap(({ entries }) => entries.map(({ concept }) => concept)));
  const used = new Set(
    given.flatMap(({ entries }) => entries.filter(isUsable).map(({ concept }) => concept)),
  );
  const forbidden = forbiddenAmong(given, named, indexes.target);
  const blamed = new Set(forbidden.map(({ entry }) => entry.concept));
  const words = new Words(target, indexes.target);
  return {
    missing: asked.flatMap((occurrence) =>
      missingFor(occurrence, { used, blamed, words, index: indexes.target }),
    ),
    forbidden,
    notPreferred: notPreferredAmong(given, named, indexes.target),
    stray: given.filter(
      ({ entries, form, within }) =>
        !within &&
        form !== 'perhaps' &&
        entries.every((entry) => !named.has(entry.concept) && isUsable(entry)),
    ),
  };
}

function isUsable({ term }: TermEntry): boolean {
  return term.status !== 'forbidden';
}

interface Translation {
  readonly used: ReadonlySet<Concept>;
  readonly blamed: ReadonlySet<Concept>;
  readonly words: Words;
  readonly index: TermIndex;
}

/** Nothing of what is only perhaps a term, of a part of a longer one, and where one of its meanings is there. */
function missingFor(source: Occurrence, { used, blamed, words, index }: Translation): readonly MissingTerm[] {
  if (source.within || source.form === 'perhaps') return [];
  const meanings = source.entries.map(({ concept }) => ({
    concept,
    wanted: (index.byConcept.get(concept) ?? []).filter(isUsable),
  }));
  const [first] = meanings;
  if (first === undefined || meanings.some(({ wanted }) => wanted.length === 0)) return [];
  const isThere = meanings.some(
    ({ concept, wanted }) =>
      used.has(concept) || blamed.has(concept) || wanted.some((entry) => words.holdAll(entry)),
  );
  return isThere ? [] : [{ source, ...first, wanted: byStatus(first.wanted) }];
}

function byStatus(entries: readonly TermEntry[]): readonly TermEntry[] {
  return [...entries].sort(
    (a, b) => Number(b.term.status === 'preferred') - Number(a.term.status === 'preferred'),
  );
}

function forbiddenAmong(
  given: readonly Occurrence[],
  named: ReadonlySet<Concept>,
  index: TermIndex,
): readonly UnwantedTerm[] {
  return given.flatMap((target): readonly UnwantedTerm[] => {
    if (target.within || target.form === 'perhaps') return [];
    const bad = target.entries.filter((entry) => !isUsable(entry));
    const entry = bad.find(({ concept }) => named.has(concept)) ?? bad[0];
    if (entry === undefined) return [];
    // Where the word may be used for another thing, the source says which is meant.
    const isElsewhereFine = target.entries.some((each) => isUsable(each));
    if (isElsewhereFine && !named.has(entry.concept)) return [];
    if (target.entries.some((each) => isUsable(each) && named.has(each.concept))) return [];
    const [instead = null] = byStatus((index.byConcept.get(entry.concept) ?? []).filter(isUsable));
    return [{ target, entry, instead }];
  });
}

function notPreferredAmong(
  given: readonly Occurrence[],
  named: ReadonlySet<Concept>,
  index: TermIndex,
): readonly UnwantedTerm[] {
  const preferred = new Set(
    given.flatMap(({ entries }) =>
      entries.filter(({ term }) => term.status === 'preferred').map(({ concept }) => concept),
    ),
  );
  return given.flatMap((target): readonly UnwantedTerm[] => {
    if (target.within || target.form === 'perhaps') return [];
    if (target.entries.some(({ term, concept }) => term.status !== 'admitted' || preferred.has(concept)))
      return [];
    const entry = target.entries.find(({ concept }) => named.has(concept));
    if (entry === undefined) return [];
    const instead = index.byConcept.get(entry.concept)?.find(({ term }) => term.status === 'preferred');
    return instead === undefined ? [] : [{ target, entry, instead }];
  });
}

/** As many letters as must agree where nothing is known of a language's endings, and how many may follow. */
const STEM = 4;
const ENDING = 3;

/** Of Burmese. */
const NOUN_PREFIX = 'အ';

/** The words of a translation by all that they may be forms of. */
class Words {
  readonly #text: string;
  readonly #index: TermIndex;
  #keys: ReadonlySet<string> | undefined;

  constructor(text: string, index: TermIndex) {
    this.#text = text;
    this.#index = index;
  }

  /**
   * Whether each word of the term is there, whatever stands between (an adjective may come in) and whatever is written
   * on to it; in scripts without spaces, whether it is there but for its last particles.
   */
  holdAll({ term }: TermEntry): boolean {
    const words = termWords(term.text);
    if (words.every(({ kind }) => kind === 'word')) {
      const said = words.filter(({ key }) => !this.#index.inflection.isLight(key));
      return (said.length === 0 ? words : said).every((word) =>
        keysOf(word, this.#index).some(({ key }) => this.#holds(key)),
      );
    }
    const last = words.findLastIndex((word) => !this.#index.inflection.isEnding(word));
    if (last < 0 || words.some(({ kind }) => kind !== 'part')) return false;
    const bare = words.slice(0, last + 1);
    // A single syllable is looked for where it is what remains of a term (`ပိတ်ပါ`), not where it is the term.
    if ((bare.length > 1 || words.length > 1) && this.#run().includes(runOf(bare))) return true;
    // Within a compound a noun loses the prefix that made it one: `အသစ်`, `အမည်သစ်`.
    const [prefix, next] = bare;
    return prefix?.key === NOUN_PREFIX && next !== undefined && !this.#index.inflection.isEnding(next)
      ? this.#run().includes(runOf(bare.slice(1)))
      : false;
  }

  #holds(key: string): boolean {
    this.#keys ??= new Set(
      termWords(this.#text).flatMap((word) => keysOf(word, this.#index).map((each) => each.key)),
    );
    if (this.#keys.has(key)) return true;
    if (key.length < STEM) return false;
    const isKnown = isInflectionKnown(this.#index.language);
    const stem = isKnown ? key : key.slice(0, Math.max(STEM, key.length - ENDING));
    return [...this.#keys].some(
      (own) => own.startsWith(stem) && (isKnown || own.length <= key.length + ENDING),
    );
  }

  #run(): string {
    return runOf(termWords(this.#text));
  }
}

function runOf(words: readonly TermWord[]): string {
  return `|${words.map(({ key }) => key).join('|')}|`;
}
