/**
 * The checks of terms over published translations with a termbase that the translations themselves give: a short text
 * that stands alone in at least two programs with one and the same translation is an agreed term; what else it is
 * translated by alone is admitted. Whatever these checks say of longer texts is counted, and a part of it can be read
 * (`--show`). And how long it takes to find the terms of a text in a termbase of 10,000 concepts.
 */
import { compareTerms } from '../../server/core/terminology/compare-terms.ts';
import { PLAIN_CONCEPT, PLAIN_TERM, type Concept } from '../../server/core/terminology/concept.ts';
import { recognise } from '../../server/core/terminology/recognise.ts';
import { termIndex, type TermIndex, type TermIndexes } from '../../server/core/terminology/term-index.ts';
import { fold } from '../../server/core/text/fold.ts';
import { parseLanguageTag, UNDETERMINED, type LanguageTag } from '../../server/core/text/language.ts';
import { maskText } from '../../server/core/qa/text/masked.ts';
import { checkSegment } from '../../server/core/qa/run-checks.ts';
import { pairsOf, sourcesOf, type PairLanguage } from './parallel-pairs.ts';

const CONCEPTS = 10_000;
const SHOWN = 40;
const TERM_CHECKS = ['term-missing', 'term-wrong', 'forbidden-term', 'term-not-preferred'] as const;
const ENGLISH = parseLanguageTag('en') ?? UNDETERMINED;

interface Alone {
  readonly english: string;
  /** Each translation with the programs that it is of. */
  readonly translations: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Words of grammar, which no termbase holds. */
const GRAMMAR = new Set(
  'about after all also and any back before but down for from here into more none not now off only other out over some than that the then there these this those too under with yes you your'.split(
    ' ',
  ),
);

/** Without the key of a menu, and what else stands around a label. */
function bare(text: string): string {
  return text
    .replace(/\s*\([_&]?\p{L}\)/gu, '')
    .replace(/[_&]/gu, '')
    .replace(/[\s:.…။*]+$/u, '')
    .trim();
}

/** Texts of one to `most` words, letters only. */
function shortTexts(language: PairLanguage, most: number): readonly Alone[] {
  const programs = sourcesOf(language);
  const all = new Map<string, { english: string; translations: Map<string, Set<string>> }>();
  pairsOf(language).forEach(({ source, target }, index) => {
    const [english, translation] = [bare(source), bare(target)];
    const words = english.toLowerCase().split(' ');
    if (!/^\p{L}{3,}(?: \p{L}{2,})*$/u.test(english) || words.length > most) return;
    if (GRAMMAR.has(words.at(0) ?? '') || GRAMMAR.has(words.at(-1) ?? '')) return;
    if (!/^[\p{L}\p{M}\u200c ]{2,40}$/u.test(translation) || fold(translation) === fold(english)) return;
    const known = all.get(fold(english)) ?? { english, translations: new Map<string, Set<string>>() };
    all.set(fold(english), known);
    const of = known.translations.get(translation) ?? new Set();
    // Parts of one program (`wordpress-admin`) are one.
    known.translations.set(translation, of.add(programs[index]?.split('-')[0] ?? ''));
  });
  return [...all.values()];
}

function conceptOf({ english, translations }: Alone, id: number, language: LanguageTag): Concept {
  const term = (
    of: LanguageTag,
    text: string,
    status: 'preferred' | 'admitted',
  ): Concept['terms'][number] => ({
    ...PLAIN_TERM,
    ...{ language: of, text, status },
  });
  const byAgreement = [...translations].sort((a, b) => b[1].size - a[1].size);
  return {
    ...PLAIN_CONCEPT,
    id: String(id),
    terms: [
      term(ENGLISH, english.toLowerCase(), 'preferred'),
      ...byAgreement.map(([text], place) => term(language, text, place === 0 ? 'preferred' : 'admitted')),
    ],
  };
}

/** Prints how many occurrences of agreed terms the checks flag, and how long it takes. */
export function benchTerms(name: PairLanguage): void {
  const language = parseLanguageTag(name) ?? UNDETERMINED;
  const agreed = shortTexts(name, 3).filter(({ translations }) =>
    [...translations.values()].some((programs) => programs.size >= 2),
  );
  const concepts = agreed.map((each, index) => conceptOf(each, index, language));
  const terms: TermIndexes = { source: termIndex(concepts, ENGLISH), target: termIndex(concepts, language) };
  const texts = pairsOf(name).filter(({ source }) => source.split(/\s+/u).length >= 4);
  const flagged = new Map<string, number>();
  let [found, missing] = [0, 0];
  const seen: string[] = [];
  for (const pair of texts) {
    const source = maskText(pair.source);
    found += recognise(source, terms.source).filter(
      ({ within, form }) => !within && form !== 'perhaps',
    ).length;
    const findings = checkSegment({ ...pair, terms }).filter(({ check }) =>
      TERM_CHECKS.some((id) => id === check),
    );
    for (const id of new Set(findings.map(({ check }) => check))) flagged.set(id, (flagged.get(id) ?? 0) + 1);
    for (const each of compareTerms(source, maskText(pair.target), terms).missing) {
      missing += 1;
      const wanted = each.wanted.map(({ term }) => term.text).join(', ');
      seen.push(
        `${pair.source.slice(each.source.start, each.source.end)} → ${wanted}\n    ${pair.source}\n    ${pair.target}`,
      );
    }
  }
  const share = (count: number, of: number): string => `${((100 * count) / of).toFixed(1)} %`;
  console.log(
    `\nterms, en–${name}: ${concepts.length} agreed concepts, ${texts.length} texts of four words and more`,
  );
  console.log(
    `  ${found} occurrences, of ${missing} no agreed translation was found (${share(missing, found)})`,
  );
  for (const id of TERM_CHECKS)
    console.log(
      `  ${id.padEnd(20)} ${flagged.get(id) ?? 0} texts (${share(flagged.get(id) ?? 0, texts.length)})`,
    );
  if (process.argv.includes('--show')) {
    const step = Math.max(1, Math.floor(seen.length / SHOWN));
    console.log(
      seen
        .filter((_, index) => index % step === 0)
        .map((each) => `  ${each}`)
        .join('\n'),
    );
  }
  console.log(timeOf(name, language));
}

function timeOf(name: PairLanguage, language: LanguageTag): string {
  const concepts = shortTexts(name, 4)
    .slice(0, CONCEPTS)
    .map((each, index) => conceptOf(each, index, language));
  // What is short of the number is made of pairs of those that are there.
  for (let at = 0; concepts.length < CONCEPTS; at += 1) {
    const [a, b] = [concepts[at], concepts[at * 7 + 1]];
    if (a === undefined || b === undefined) break;
    const terms = a.terms.map((each, place) => ({
      ...each,
      text: `${each.text} ${b.terms[place]?.text ?? each.text}`,
    }));
    concepts.push({ ...a, id: `p${at}`, terms });
  }
  const start = performance.now();
  const indexes = [termIndex(concepts, ENGLISH), termIndex(concepts, language)] as const;
  const made = performance.now() - start;
  const texts = pairsOf(name);
  const source = times(
    texts.map((each) => each.source),
    indexes[0],
  );
  const target = times(
    texts.map((each) => each.target),
    indexes[1],
  );
  return `  ${concepts.length} concepts: index ${made.toFixed(0)} ms; recognition, ms: source ${source}; target ${target}`;
}

/** Each text three times, of which the fastest counts: what else the machine does is not measured. */
function times(texts: readonly string[], index: TermIndex): string {
  const all = texts
    .map((text) => {
      const each = Array.from({ length: 3 }, () => {
        const start = performance.now();
        recognise(text, index);
        return performance.now() - start;
      });
      return Math.min(...each);
    })
    .sort((a, b) => a - b);
  const at = (share: number): string => (all[Math.floor((all.length - 1) * share)] ?? 0).toFixed(2);
  return `p50 ${at(0.5)}, p99 ${at(0.99)}, slowest ${at(1)}`;
}
