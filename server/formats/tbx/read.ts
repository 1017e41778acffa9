/**
 * TBX to concepts: version 3 in DCA (`<termNote type="partOfSpeech">`) and DCT style (`<min:partOfSpeech>`), and version 2
 * (`martif`), leniently. A category is known by its name, wherever it stands. What has no place in a concept is reported,
 * each category once with how often it stands there.
 */
import { ProblemList } from '../../core/problem-list.ts';
import { placeAt, problem, type Problem } from '../../core/problem.ts';
import { conceptIdOf, idTooLong } from '../../core/terminology/concept-id.ts';
import { PLAIN_CONCEPT, PLAIN_TERM, type Concept, type Term } from '../../core/terminology/concept.ts';
import { parseLanguageTag, type LanguageTag } from '../../core/text/language.ts';
import type { TermReadResult } from '../format.ts';
import { decodeXml } from '../shared/xml/encoding.ts';
import {
  attributeIn,
  attributeOf,
  elementsOf,
  innerText,
  readStarted,
  type XmlElement,
} from '../shared/xml/element.ts';
import { XmlScanner } from '../shared/xml/scanner.ts';
import { genderOf, NAME_SUBSET, partOfSpeechOf, statusOf } from './values.ts';

const XML = 'http://www.w3.org/XML/1998/namespace';

/** Names the DTD of version 2, as most tools do; declares nothing and is never fetched. */
const DOCTYPE = /<!DOCTYPE\s+martif\s+(?:SYSTEM|PUBLIC)(?:\s+(?:"[^"]*"|'[^']*'))+\s*>/u;

export function readTbx(bytes: Uint8Array): TermReadResult {
  const decoded = decodeXml(bytes);
  if (decoded.file === null) return { concepts: null, problems: [decoded.problem] };
  const text = decoded.file.text.replace(DOCTYPE, (tag) => tag.replace(/[^\r\n]/gu, ' '));
  const scanner = new XmlScanner(text);
  const reader = new Reader(text);
  let isTbx = false;
  while (scanner.next()) {
    if (scanner.kind !== 'start') continue;
    const { local } = scanner.element;
    if (local === 'tbx' || local === 'martif') isTbx = true;
    else if (local === 'conceptEntry' || local === 'termEntry') {
      const element = readStarted(scanner);
      if (element !== null) reader.add(element);
    }
  }
  if (scanner.failure !== null) return { concepts: null, problems: [scanner.failure] };
  if (!isTbx) return { concepts: null, problems: [problem('terms-not-tbx')] };
  return { concepts: reader.concepts, problems: [...decoded.file.warnings, ...reader.problems()] };
}

type Draft<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/** Groups of TBX, which hold a category and what belongs to it. */
const GROUPS = /^(?:descripGrp|adminGrp|termNoteGrp|termGrp|termCompList)$/u;

/** History, which a termbase keeps by itself. */
const HISTORY = /^(?:transacGrp|transac|date)$/u;

class Reader {
  readonly concepts: Concept[] = [];
  readonly #text: string;
  readonly #problems = new ProblemList();
  /** Of an id that is there more than once, the next number. */
  readonly #numbers = new Map<string, number>();
  readonly #left = new Map<string, { count: number; readonly start: number }>();
  readonly #ids = new Set<string>();

  constructor(text: string) {
    this.#text = text;
  }

  /** To be asked once, at the end. */
  problems(): readonly Problem[] {
    for (const [category, { count, start }] of this.#left)
      this.#problems.add(() =>
        problem('terms-category-left', placeAt(this.#text, start), { category, count }),
      );
    return this.#problems.all;
  }

  add(entry: XmlElement): void {
    const concept: Draft<Concept> & { terms: Draft<Term>[] } = { ...PLAIN_CONCEPT, id: '', terms: [] };
    for (const child of elementsOf(entry)) {
      if (child.local === 'langSec' || child.local === 'langSet') this.#language(child, concept);
      else this.#ofConcept(child, concept);
    }
    if (concept.terms.length === 0) {
      this.#problems.add(() => problem('terms-entry-empty', placeAt(this.#text, entry.start)));
      return;
    }
    concept.id = this.#ownId(attributeOf(entry, 'id') ?? '', entry);
    concept.isName = concept.terms.some(({ partOfSpeech }) => partOfSpeech === 'properNoun');
    this.concepts.push(concept);
  }

  /** As in the file; another one where it is too long or was met before. */
  #ownId(given: string, { start }: XmlElement): string {
    if (given === '') return '';
    const fit = conceptIdOf(given);
    if (fit !== given) this.#problems.add(() => idTooLong(given, placeAt(this.#text, start)));
    let id = fit;
    if (this.#ids.has(id))
      this.#problems.add(() => problem('terms-id-duplicate', placeAt(this.#text, start), { id }));
    let next = this.#numbers.get(fit) ?? 2;
    for (; this.#ids.has(id); next += 1) id = `${fit}-${next}`;
    this.#numbers.set(fit, next);
    this.#ids.add(id);
    return id;
  }

  #language(section: XmlElement, concept: Draft<Concept> & { terms: Draft<Term>[] }): void {
    const given = attributeIn(section, XML, 'lang') ?? attributeOf(section, 'lang') ?? '';
    const language = parseLanguageTag(given);
    if (language === null) {
      this.#problems.add(() =>
        problem('terms-language-unknown', placeAt(this.#text, section.start), { language: given }),
      );
      return;
    }
    for (const child of elementsOf(section)) {
      if (/^(?:termSec|tig|ntig)$/u.test(child.local)) this.#term(child, language, concept);
      else this.#ofConcept(child, concept);
    }
  }

  #term(section: XmlElement, language: LanguageTag, concept: { terms: Draft<Term>[] }): void {
    const term: Draft<Term> = { ...PLAIN_TERM, language, text: '' };
    let status: Term['status'] | null = null;
    for (const [category, element] of categories(section)) {
      const value = textIn(element);
      if (value === '') continue;
      if (category === 'term') term.text = value;
      else if (category === 'partOfSpeech') {
        const found = partOfSpeechOf(value);
        if (found === null) this.#leave(`partOfSpeech ${value}`, element);
        else if (term.partOfSpeech === null) term.partOfSpeech = found;
      } else if (category === 'grammaticalGender') term.gender = genderOf(value) ?? term.gender;
      else if (category === 'projectSubset' && value === NAME_SUBSET) term.partOfSpeech = 'properNoun';
      else if (/^(?:administrativeStatus|normativeAuthorization|status)$/iu.test(category)) {
        status = statusOf(value) ?? status;
        if (statusOf(value) === null) this.#leave(`${category} ${value}`, element);
      } else if (/forbidden/iu.test(category))
        status = /^(?:true|yes|1)$/iu.test(value) ? 'forbidden' : status;
      else if (category === 'source') term.source = joined(term.source, value);
      else if (category === 'context' || category === 'example') term.context = joined(term.context, value);
      else if (category === 'note') term.note = joined(term.note, value);
      else this.#leave(category, element);
    }
    if (term.text === '') {
      this.#problems.add(() => problem('terms-entry-empty', placeAt(this.#text, section.start)));
      return;
    }
    // The first term of a language that says nothing else is the one to use.
    const isFirst = concept.terms.every((each) => each.language !== language);
    term.status = status ?? (isFirst ? 'preferred' : 'admitted');
    concept.terms.push(term);
  }

  /** Of the concept, or of all that is said of it in one language. */
  #ofConcept(element: XmlElement, concept: Draft<Concept>): void {
    for (const [category, each] of categoriesOf(element)) {
      const value = textIn(each);
      if (category === 'subjectField') concept.domain = joined(concept.domain, value);
      else if (category === 'definition' || category === 'explanation')
        concept.definition = joined(concept.definition, value);
      else if (category === 'xGraphic' || category === 'figure')
        concept.image = attributeOf(each, 'target') ?? value;
      else if (category === 'note') concept.note = joined(concept.note, value);
      else if (value !== '') this.#leave(category, each);
    }
  }

  #leave(category: string, { start }: XmlElement): void {
    const known = this.#left.get(category);
    if (known === undefined) this.#left.set(category, { count: 1, start });
    else known.count += 1;
  }
}

function joined(first: string, second: string): string {
  return first === '' || second === '' || first === second
    ? first + (first === second ? '' : second)
    : `${first}\n${second}`;
}

/** Lines that a tool has wrapped and indented are one; a line break before text is the author's. */
function textIn(element: XmlElement): string {
  const text = innerText(element).trim();
  return element.local === 'term' ? text.replace(/\s+/gu, ' ') : text.replace(/[ \t]*\n[ \t]+|[ \t]+/gu, ' ');
}

/** What an element says, by the name of its category; history is left out. */
function* categoriesOf(element: XmlElement): Generator<readonly [string, XmlElement]> {
  if (HISTORY.test(element.local)) return;
  if (GROUPS.test(element.local)) yield* categories(element);
  else yield [attributeOf(element, 'type') ?? element.local, element];
}

function* categories(section: XmlElement): Generator<readonly [string, XmlElement]> {
  for (const child of elementsOf(section)) yield* categoriesOf(child);
}
