/**
 * The terms that a text holds: whole words in any of their forms, hyphens, joiners, spelling and (mostly) case making no
 * difference. Where terms overlap, the longest is found and the others are given as `within` it. In scripts without
 * spaces a term may begin and end at each syllable or character; one of a single syllable only at the words that the
 * platform's dictionary knows.
 */
import { wordBoundaries } from '../text/words.ts';
import { isWritten } from './case.ts';
import type { Ending } from './forms.ts';
import type { TermEntry, TermIndex, TermNode } from './term-index.ts';
import { termWords, type TermWord } from './words.ts';

/** `same`: as it stands in the termbase; `inflected`: surely a form of it; `perhaps`: a form of it or another word. */
const FORMS = ['same', 'inflected', 'perhaps'] as const;
export type TermForm = (typeof FORMS)[number];

export interface Occurrence {
  /** Half-open, in the text as it was given. */
  readonly start: number;
  readonly end: number;
  /** All terms that are written so; those of the first termbase first. */
  readonly entries: readonly TermEntry[];
  readonly form: TermForm;
  /** Whether it shares words with a longer one, or is a less likely reading of the same. */
  readonly within: boolean;
}

/**
 * In order of place, the longer first. The text is flat: an inline code is one U+FFFC, so that spans are those of the
 * content (core/text/edit-content.ts).
 */
export function recognise(text: string, index: TermIndex): readonly Occurrence[] {
  if (index.size === 0) return [];
  const run = new Run(text, index);
  return marked(run.occurrences());
}

/** The keys by which each word of a text may be known. */
export function keysOf(word: TermWord, { inflection }: TermIndex): readonly WordKey[] {
  const own = { key: inflection.spelling(word.key), ending: null };
  if (word.kind === 'sign' || (word.kind === 'word' && word.key.length < 3)) return [own];
  const bases = inflection
    .bases(word.key)
    .map(({ key, ending }) => ({ key: inflection.spelling(key), ending }));
  return bases.length === 0 ? [own] : [own, ...bases];
}

interface WordKey {
  readonly key: string;
  readonly ending: Ending | null;
}

interface Step {
  /** Index of the word behind it. */
  readonly next: number;
  readonly key: WordKey;
}

/** As many parts of a compound as are looked up as one word. */
const MAX_PARTS = 4;

class Run {
  readonly #text: string;
  readonly #index: TermIndex;
  readonly #words: readonly TermWord[];
  readonly #steps: (readonly Step[] | undefined)[] = [];
  /** The words of a text that has no small letters. */
  readonly #shouted: ReadonlySet<string>;
  /** By the span that they take, each term with its likeliest form. */
  readonly #found = new Map<string, { start: number; end: number; forms: Map<TermEntry, TermForm> }>();
  #boundaries: ReadonlySet<number> | undefined;

  constructor(text: string, index: TermIndex) {
    this.#text = text;
    this.#index = index;
    this.#words = termWords(text);
    this.#shouted = new Set(/\p{Ll}/u.test(text) ? [] : text.match(/\p{Lu}{2,}/gu));
  }

  occurrences(): readonly Omit<Occurrence, 'within'>[] {
    this.#words.forEach((word, at) => {
      if (word.kind !== 'sign' || this.#index.root.next.has(word.key))
        this.#walk(this.#index.root, at, at, []);
    });
    return [...this.#found.values()].flatMap(({ start, end, forms }) =>
      FORMS.map((form) => {
        const entries = [...forms].filter((each) => each[1] === form).map(([entry]) => entry);
        return { start, end, form, entries };
      }).filter(({ entries }) => entries.length > 0),
    );
  }

  /** Follows the trie with every key of the word at `at`. */
  #walk(node: TermNode, first: number, at: number, endings: readonly (Ending | null)[]): void {
    for (const { next, key } of this.#stepsAt(at)) {
      const found = node.next.get(key.key);
      if (found === undefined) continue;
      const taken = [...endings, key.ending];
      for (const entry of found.entries) this.#take(entry, first, next, taken);
      if (found.next.size === 0 || next >= this.#words.length) continue;
      this.#walk(found, first, next, taken);
      const behind = this.#behindEnding(next);
      if (behind !== next) this.#walk(found, first, behind, [...taken, 'noun']);
    }
  }

  #stepsAt(at: number): readonly Step[] {
    const known = this.#steps[at];
    if (known !== undefined) return known;
    const steps: Step[] = [];
    const word = this.#words[at];
    if (word !== undefined) {
      for (const key of keysOf(word, this.#index)) steps.push({ next: at + 1, key });
      let joined = word.key;
      for (let next = at + 1; next < at + MAX_PARTS; next += 1) {
        const part = this.#words[next];
        if (part?.before !== 'hyphen' || part.kind !== 'word' || word.kind !== 'word') break;
        joined += part.key;
        for (const key of keysOf({ ...word, key: joined }, this.#index)) steps.push({ next: next + 1, key });
      }
    }
    this.#steps[at] = steps;
    return steps;
  }

  #behindEnding(at: number): number {
    const word = this.#words[at];
    return word?.kind === 'word' && this.#index.inflection.isEnding(word) ? at + 1 : at;
  }

  #take(entry: TermEntry, first: number, next: number, endings: readonly (Ending | null)[]): void {
    const words = this.#words.slice(first, next);
    const [start, last] = [words[0], words.at(-1)];
    if (start === undefined || last === undefined || !this.#isWhole(first, next)) return;
    const surface = words.map((word) => this.#text.slice(word.start, word.end));
    if (!isWritten(entry.caseRule, entry.words, surface, this.#isShouted(surface))) return;
    const behind = last.kind === 'word' ? this.#behindEnding(next) : next;
    const isPossessive = this.#words[behind - 1]?.before === 'apostrophe';
    const form = formOf(entry, behind !== next && !isPossessive ? [...endings, 'noun'] : endings);
    if (form === null) return;
    const end = isPossessive ? last.end : (this.#words[behind - 1]?.end ?? last.end);
    const name = `${start.start} ${end}`;
    const found = this.#found.get(name) ?? { start: start.start, end, forms: new Map<TermEntry, TermForm>() };
    const known = found.forms.get(entry);
    if (known === undefined || FORMS.indexOf(form) < FORMS.indexOf(known)) found.forms.set(entry, form);
    this.#found.set(name, found);
  }

  /** In a text of capitals, capitals say nothing; these words themselves do not make it one. */
  #isShouted(words: readonly string[]): boolean {
    return [...this.#shouted].some((word) => !words.includes(word));
  }

  /** C is not in C++; one syllable is a word only where the dictionary has one. */
  #isWhole(first: number, next: number): boolean {
    const [start, last, after] = [this.#words[first], this.#words[next - 1], this.#words[next]];
    if (start === undefined || last === undefined) return false;
    if (
      after?.kind === 'sign' &&
      after.before === 'joined' &&
      /[+#]/u.test(after.key) &&
      last.kind === 'word'
    )
      return false;
    if (start.kind !== 'part' || next - first > 1) return true;
    this.#boundaries ??= wordBoundaries(this.#text, this.#index.language);
    const isPart = this.#words[first - 1]?.kind === 'part' && start.before === 'joined';
    if (isPart && !this.#boundaries.has(start.start)) return false;
    if (after?.kind !== 'part' || after.before !== 'joined' || this.#boundaries.has(last.end)) return true;
    return this.#index.inflection.isEnding(after);
  }
}

/** Null where a word of the term's part of speech has no such ending. */
function formOf({ term }: TermEntry, endings: readonly (Ending | null)[]): TermForm | null {
  const { partOfSpeech } = term;
  if (endings.every((ending) => ending === null)) return 'same';
  if (endings.includes('loose')) return 'perhaps';
  if (partOfSpeech === 'adverb') return null;
  if (!endings.includes('verb')) return 'inflected';
  if (partOfSpeech === 'verb') return 'inflected';
  return partOfSpeech === null || partOfSpeech === 'other' ? 'perhaps' : null;
}

function marked(found: readonly Omit<Occurrence, 'within'>[]): readonly Occurrence[] {
  const rank = ({ form }: { readonly form: TermForm }): number => FORMS.indexOf(form);
  const byLength = [...found].sort(
    (a, b) => b.end - b.start - (a.end - a.start) || rank(a) - rank(b) || a.start - b.start,
  );
  // Those before it are no shorter, so one that shares anything with it has its first or its last character.
  const covered = new Uint8Array(Math.max(0, ...found.map(({ end }) => end)));
  const all = byLength.map((each): Occurrence => {
    const within = covered[each.start] === 1 || covered[each.end - 1] === 1;
    if (!within) covered.fill(1, each.start, each.end);
    return { ...each, within };
  });
  return all.sort((a, b) => a.start - b.start || b.end - a.end || rank(a) - rank(b));
}
