/**
 * The terms of one language ready to be found in texts: a trie over their words, so that a text costs time by its own
 * length, however many terms there are. Each word of a term is known by its own key and by those of its other spellings.
 */
import { primaryOf, scriptOf, type LanguageTag } from '../text/language.ts';
import { caseOf, type CaseRule } from './case.ts';
import type { Concept, Term } from './concept.ts';
import { inflectionOf, type Inflection } from './forms.ts';
import { termWords, type TermWord } from './words.ts';

/** A term with the concept that it stands for. */
export interface TermEntry {
  readonly concept: Concept;
  readonly term: Term;
  readonly caseRule: CaseRule;
  /** Its words as they are written. */
  readonly words: readonly string[];
}

export interface TermNode {
  readonly next: Map<string, TermNode>;
  readonly entries: TermEntry[];
}

export interface TermIndex {
  readonly language: LanguageTag;
  readonly inflection: Inflection;
  readonly root: TermNode;
  /** In the order of the concept's terms; by the very concept, as two termbases may have one id. */
  readonly byConcept: ReadonlyMap<Concept, readonly TermEntry[]>;
  readonly size: number;
}

/** Of the same concepts, in the two languages of a translation. */
export interface TermIndexes {
  readonly source: TermIndex;
  readonly target: TermIndex;
}

/** More words than any term has; a longer one is no term, but a text that came into a wrong column. */
const MAX_WORDS = 40;

/**
 * Of all terms of the language, whatever their region, in its script. Concepts of several termbases come in the order
 * of their importance; where two have one id, both are found by their terms.
 */
export function termIndex(concepts: Iterable<Concept>, language: LanguageTag): TermIndex {
  const inflection = inflectionOf(language);
  const root: TermNode = { next: new Map(), entries: [] };
  const byConcept = new Map<Concept, TermEntry[]>();
  let size = 0;
  for (const concept of concepts) {
    for (const term of concept.terms) {
      if (!isOfLanguage(term, language)) continue;
      const words = termWords(term.text);
      if (words.length === 0 || words.length > MAX_WORDS) continue;
      const entry = {
        concept,
        term,
        caseRule: caseOf(term, concept),
        words: words.map(({ start, end }) => term.text.slice(start, end)),
      };
      for (const path of pathsOf(term.text, words, inflection)) add(root, path, entry);
      const own = byConcept.get(concept);
      if (own === undefined) byConcept.set(concept, [entry]);
      else own.push(entry);
      size += 1;
    }
  }
  return { language, inflection, root, byConcept, size };
}

const ZWNJ = '\u200c';

/** Of the language whatever its region, in its script. */
export function isOfLanguage(term: Pick<Term, 'language'>, language: LanguageTag): boolean {
  if (term.language === language) return true;
  return primaryOf(term.language) === primaryOf(language) && scriptOf(term.language) === scriptOf(language);
}

function add(root: TermNode, path: readonly string[], entry: TermEntry): void {
  let node = root;
  for (const key of path) {
    let next = node.next.get(key);
    if (next === undefined) {
      next = { next: new Map(), entries: [] };
      node.next.set(key, next);
    }
    node = next;
  }
  if (!node.entries.includes(entry)) node.entries.push(entry);
}

/**
 * As it stands; its last word in the singular; a compound as one word; and where joiners come and go (Persian), a phrase
 * as one word and a joined word as a phrase.
 */
function pathsOf(
  text: string,
  words: readonly TermWord[],
  inflection: Inflection,
): readonly (readonly string[])[] {
  const keys = words.map(({ key }) => inflection.spelling(key));
  const paths = [keys];
  const last = words.at(-1);
  if (last?.kind === 'word') {
    for (const singular of inflection.singulars(last.key, words.length))
      paths.push([...keys.slice(0, -1), inflection.spelling(singular)]);
  }
  const isCompound = words.slice(1).every(({ before }) => before === 'hyphen');
  if (words.length > 1 && (isCompound || inflection.joinsWords) && words.every(({ kind }) => kind === 'word'))
    paths.push([inflection.spelling(words.map(({ key }) => key).join(''))]);
  if (inflection.joinsWords && text.includes(ZWNJ))
    paths.push(termWords(text.replaceAll(ZWNJ, ' ')).map(({ key }) => key));
  return paths;
}
