/**
 * One `tu` (TMX 1.1 to 1.4b) as TUs. A language that stands in it more than once makes several of them, so that no
 * translation is lost: the nth has the nth of each language, or its first. Variants without text are left out.
 */
import type { Tu, TuProperty, Tuv } from '../../core/memory/tu.ts';
import { problem, type Place, type Problem } from '../../core/problem.ts';
import { isEmpty, sameContent } from '../../core/text/content.ts';
import { parseLanguageTag, type LanguageTag } from '../../core/text/language.ts';
import { attributeIn, attributeOf, elementsOf, innerText, type XmlElement } from '../shared/xml/element.ts';
import { agree } from './agree.ts';
import { parseDate } from './dates.ts';
import type { TmxHeader } from './header.ts';
import { readProperties } from './properties.ts';
import { readSegment } from './segment.ts';

const XML = 'http://www.w3.org/XML/1998/namespace';

/** More variants than any honest `tu` has. */
const MOST_VARIANTS = 500;

export interface ReadTu {
  /** None where it has text in one language only. */
  readonly tus: readonly Tu[];
  readonly problems: readonly Problem[];
}

interface RawVariant {
  readonly element: XmlElement;
  readonly language: LanguageTag;
  readonly segment: XmlElement;
}

/** `text`: that the element was read from. */
export function readTu(tu: XmlElement, text: string, header: TmxHeader, place: Place): ReadTu {
  const problems: Problem[] = [];
  const source = attributeOf(tu, 'srclang') ?? header.sourceLanguage;
  const raw = variantsOf(tu, source, place, problems);
  const isSource = sourceTest(source);
  raw.sort((a, b) => Number(isSource(b.language)) - Number(isSource(a.language)));
  const contents = agree(raw.map(({ segment }) => readSegment(segment, text, header.hasOwnTags)));
  const variants = raw.flatMap(({ language }, index): Tuv[] => {
    const content = contents[index] ?? [];
    return isEmpty(content) ? [] : [{ language, content }];
  });
  const sets = setsOf(variants);
  if (sets.length === 0) return { tus: [], problems };
  const properties = propertiesOf(tu, raw);
  const { creation, change } = datesOf(tu, raw);
  const { context, document, kind, ...rest } = readProperties(
    properties,
    [creation.person, change.person],
    header.followsWithNext,
  );
  const common = {
    ...{ kind, context, document, tuid: attributeOf(tu, 'tuid') ?? '', notes: notesOf(tu, raw) },
    ...{ createdBy: creation.person, createdAt: creation.date },
    ...{ changedBy: change.person, changedAt: change.date, properties: rest.properties },
  };
  return { tus: sets.map((each) => ({ ...common, variants: each })), problems };
}

/** The first variant is in the language of the source where it says none. */
function variantsOf(tu: XmlElement, source: string, place: Place, problems: Problem[]): RawVariant[] {
  const found: RawVariant[] = [];
  for (const element of elementsOf(tu)) {
    if (element.local !== 'tuv' || found.length >= MOST_VARIANTS) continue;
    const segment = elementsOf(element).find(({ local }) => local === 'seg');
    const said = attributeIn(element, XML, 'lang') ?? attributeOf(element, 'lang') ?? '';
    if (segment === undefined) continue;
    const language = languageOf(said === '' && found.length === 0 ? source : said);
    if (language === null) problems.push(problem('tuv-language-unreadable', place, { text: said }));
    else found.push({ element, language, segment });
  }
  return found;
}

/** Of .NET before there were tags with scripts. */
const TAGS_OF_TOOLS: ReadonlyMap<string, string> = new Map([
  ['zh-chs', 'zh-Hans'],
  ['zh-cht', 'zh-Hant'],
]);

const tags = new Map<string, LanguageTag | null>();

/** Locales (`fa_IR.UTF-8`) too. Remembered: a file has few languages and a million variants. */
function languageOf(text: string): LanguageTag | null {
  const known = tags.get(text);
  if (known !== undefined) return known;
  if (tags.size > 1000) tags.clear();
  const tag = parseLanguageTag(TAGS_OF_TOOLS.get(text.trim().toLowerCase()) ?? text.replace(/[.@].*$/s, ''));
  tags.set(text, tag);
  return tag;
}

/** Whether a language is the source's: the very tag, or what it is a kind of. */
function sourceTest(source: string): (language: LanguageTag) => boolean {
  const tag = source === '*all*' ? null : languageOf(source);
  return (language) => tag !== null && (language === tag || language.startsWith(`${tag}-`));
}

/** Each language once in each set; none where there are fewer than two. */
function setsOf(variants: readonly Tuv[]): readonly (readonly Tuv[])[] {
  const byLanguage = new Map<LanguageTag, Tuv[]>();
  for (const variant of variants) {
    const known = byLanguage.get(variant.language);
    if (known === undefined) byLanguage.set(variant.language, [variant]);
    else if (!known.some(({ content }) => sameContent(content, variant.content))) known.push(variant);
  }
  const lists = [...byLanguage.values()];
  if (lists.length < 2) return [];
  const count = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: count }, (_, index) => lists.flatMap((list) => list[index] ?? list[0] ?? []));
}

function propertiesOf(tu: XmlElement, variants: readonly RawVariant[]): readonly TuProperty[] {
  const of = (element: XmlElement, language?: LanguageTag): TuProperty[] =>
    elementsOf(element)
      .filter(({ local }) => local === 'prop')
      .map((prop) => ({
        type: attributeOf(prop, 'type') ?? '',
        text: innerText(prop),
        ...(language === undefined ? {} : { language }),
      }));
  return [...of(tu), ...variants.flatMap(({ element, language }) => of(element, language))];
}

function notesOf(tu: XmlElement, variants: readonly RawVariant[]): readonly string[] {
  return [tu, ...variants.map(({ element }) => element)]
    .flatMap((element) => elementsOf(element).filter(({ local }) => local === 'note'))
    .map(innerText)
    .filter((note) => note.trim() !== '');
}

interface Event {
  readonly person: string;
  readonly date: number | null;
}

/** Said of the `tu`, else of its variants: the translation before the source. */
function datesOf(
  tu: XmlElement,
  variants: readonly RawVariant[],
): { readonly creation: Event; readonly change: Event } {
  const elements = [tu, ...variants.slice(1).map(({ element }) => element)];
  if (variants[0] !== undefined) elements.push(variants[0].element);
  const find = (what: 'creation' | 'change'): Event => {
    const events = elements.map((element) => ({
      person: attributeOf(element, `${what}id`) ?? '',
      date: parseDate(attributeOf(element, `${what}date`)),
    }));
    return {
      person: events.find(({ person }) => person !== '')?.person ?? '',
      date: events.find(({ date }) => date !== null)?.date ?? null,
    };
  };
  return { creation: find('creation'), change: find('change') };
}
