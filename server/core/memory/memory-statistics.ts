/** What a memory amounts to, counted TU by TU: bounded in size, whatever the memory holds. */
import { codesOf, textOf } from '../text/content.ts';
import type { LanguageTag } from '../text/language.ts';
import { countWords } from '../text/words.ts';
import type { Tu, TuKind } from './tu.ts';

export interface LanguageStatistics {
  readonly language: LanguageTag;
  readonly texts: number;
  /** By the method of core/text/words.ts. */
  readonly words: number;
  /** UTF-16 units, codes left out. */
  readonly characters: number;
  readonly withCodes: number;
}

/** Largest first; what is beyond the first ones is counted together. */
export interface Ranking {
  readonly first: readonly (readonly [name: string, count: number])[];
  readonly others: number;
}

export interface MemoryStatistics {
  readonly tus: number;
  /** Most texts first. */
  readonly languages: readonly LanguageStatistics[];
  readonly kinds: Readonly<Record<TuKind, number>>;
  /** That follow a segment of a project. */
  readonly ofSegments: number;
  readonly withContext: number;
  /** '' where nobody said. */
  readonly authors: Ranking;
  readonly documents: Ranking;
  /** Of the last change, in UTC, newest first; what has no date is under null. */
  readonly years: readonly (readonly [year: number | null, count: number])[];
  readonly firstCreated: number | null;
  readonly lastChanged: number | null;
  /** In UTF-16 units of its longest text; null where there is no TU. */
  readonly longest: { readonly tu: number; readonly length: number } | null;
}

const SHOWN = 20;
/** Names beyond so many are not told apart. */
const MOST_NAMES = 5_000;
const LONGEST_NAME = 200;

export class StatisticsCounter {
  #tus = 0;
  readonly #languages = new Map<
    LanguageTag,
    { texts: number; words: number; characters: number; withCodes: number }
  >();
  readonly #kinds = new Map<TuKind, number>();
  #ofSegments = 0;
  #withContext = 0;
  readonly #authors = new Map<string, number>();
  readonly #documents = new Map<string, number>();
  readonly #years = new Map<number | null, number>();
  #firstCreated: number | null = null;
  #lastChanged: number | null = null;
  #longest: MemoryStatistics['longest'] = null;

  add(tu: Tu, { id, isOfSegment }: { readonly id: number; readonly isOfSegment: boolean }): void {
    this.#tus += 1;
    for (const { language, content } of tu.variants) {
      const text = textOf(content);
      const sums = this.#languages.get(language) ?? { texts: 0, words: 0, characters: 0, withCodes: 0 };
      sums.texts += 1;
      sums.words += countWords(text, language);
      sums.characters += text.length;
      sums.withCodes += Number(codesOf(content).length > 0);
      this.#languages.set(language, sums);
      if (text.length > (this.#longest?.length ?? -1)) this.#longest = { tu: id, length: text.length };
    }
    count(this.#kinds, tu.kind);
    if (isOfSegment) this.#ofSegments += 1;
    if (tu.context.previous !== null || tu.context.next !== null || tu.context.id !== null)
      this.#withContext += 1;
    count(this.#authors, (tu.changedBy === '' ? tu.createdBy : tu.changedBy).slice(0, LONGEST_NAME));
    count(this.#documents, tu.document.slice(0, LONGEST_NAME));
    const at = tu.changedAt ?? tu.createdAt;
    count(this.#years, at === null ? null : new Date(at).getUTCFullYear());
    if (at !== null) this.#lastChanged = Math.max(this.#lastChanged ?? at, at);
    const created = tu.createdAt ?? tu.changedAt;
    if (created !== null) this.#firstCreated = Math.min(this.#firstCreated ?? created, created);
  }

  result(): MemoryStatistics {
    return {
      tus: this.#tus,
      languages: [...this.#languages]
        .map(([language, sums]) => ({ language, ...sums }))
        .sort((a, b) => b.texts - a.texts || (a.language < b.language ? -1 : 1)),
      kinds: {
        human: this.#kinds.get('human') ?? 0,
        machine: this.#kinds.get('machine') ?? 0,
        aligned: this.#kinds.get('aligned') ?? 0,
      },
      ofSegments: this.#ofSegments,
      withContext: this.#withContext,
      authors: this.#ranking(this.#authors),
      documents: this.#ranking(this.#documents),
      years: [...this.#years].sort(([a], [b]) => (b ?? -Infinity) - (a ?? -Infinity) || 0).slice(0, 100),
      firstCreated: this.#firstCreated,
      lastChanged: this.#lastChanged,
      longest: this.#longest,
    };
  }

  #ranking(counts: ReadonlyMap<string, number>): Ranking {
    const first = [...counts].sort(([, a], [, b]) => b - a).slice(0, SHOWN);
    return { first, others: this.#tus - first.reduce((sum, [, count]) => sum + count, 0) };
  }
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  const known = counts.get(key);
  if (known !== undefined || counts.size < MOST_NAMES) counts.set(key, (known ?? 0) + 1);
}
