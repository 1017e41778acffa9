/**
 * From a document to an edition: each segment resolved to what the reader gets, with everything counted that
 * the reader should know. Invariant: no text is changed, and what is not translated says so.
 */
import type { Block } from '../document/block.ts';
import type { Document } from '../document/document.ts';
import { compareStates } from '../document/state.ts';
import { segmentsOf, type Segment, type Unit, type UnitPart } from '../document/unit.ts';
import { CODE_SUBTYPES } from '../text/code-types.ts';
import {
  codesOf,
  equivalentText,
  isEmpty,
  hasLoneSurrogate,
  type Content,
  type InlineCode,
} from '../text/content.ts';
import { directionOf, type LanguageTag } from '../text/language.ts';
import type { Completeness, Edition, EditionDetails, EditionSegment, EditionUnit } from './edition.ts';
import { editionOutline, unitsOfBlocks } from './edition-outline.ts';

export interface EditionLanguages {
  /** Of the edition. Where it is the source language, the original itself is published. */
  readonly language: LanguageTag;
  readonly sourceLanguage: LanguageTag;
  readonly bilingual: boolean;
  /** Texts in state `initial` are set too; otherwise a draft is not published, the source stands in its place. */
  readonly withDrafts?: boolean;
}

/** How much of a first paragraph stands in for a title. */
const TITLE_LENGTH = 80;

/** A target's codes with what they lack taken from the source's code of the same kind and id. */
function completeCodes(target: Content, sources: ReadonlyMap<string, InlineCode>): Content {
  return target.map((part) => {
    if (typeof part === 'string') return part;
    const source = sources.get(`${part.code} ${part.id}`);
    if (!source) return part;
    const { type = source.type, subType = source.subType, href = source.href } = part;
    return {
      ...part,
      ...(type === undefined ? {} : { type }),
      ...(subType === undefined ? {} : { subType }),
      ...(href === undefined ? {} : { href }),
      ...(part.text === '' && part.equiv === '' ? { text: source.text, equiv: source.equiv } : {}),
    };
  });
}

function hasText(content: Content): boolean {
  return equivalentText(content).trim() !== '';
}

/** Whether it is for a translator: it has text, and nobody said that it stays as it is. */
function isWork(unit: Unit, segment: Segment): boolean {
  return unit.translate && hasText(segment.source);
}

/**
 * The target that is to be set, or null. A draft is set only where it is asked for; an empty one never: a tool
 * that writes `<target/>` for everything has translated nothing; nor one with half of a character.
 */
function targetToSet(part: UnitPart, withDrafts: boolean): Content | null {
  if (part.target === null || hasLoneSurrogate(part.target)) return null;
  const draft = part.kind === 'segment' && part.state === 'initial';
  return draft && (!withDrafts || isEmpty(part.target)) ? null : part.target;
}

function resolveUnit(unit: Unit, anchor: string, languages: EditionLanguages): EditionUnit {
  const original = languages.language === languages.sourceLanguage;
  const codes = unit.parts.flatMap((part) => codesOf(part.source));
  const sources = new Map(codes.map((code) => [`${code.code} ${code.id}`, code]));
  let number = 0;
  const segments = unit.parts.map((part): EditionSegment => {
    const target = original ? null : targetToSet(part, languages.withDrafts ?? false);
    const isSegment = part.kind === 'segment';
    if (isSegment) number += 1;
    const translated = original || target !== null || !isSegment || !isWork(unit, part);
    return {
      kind: part.kind,
      anchor: isSegment ? `${anchor}-s${number}` : '',
      source: part.source,
      text: {
        content: target === null ? part.source : completeCodes(target, sources),
        language: target === null && isSegment ? languages.sourceLanguage : languages.language,
      },
      translated,
      state: isSegment ? part.state : 'initial',
    };
  });
  return { id: unit.id, segments };
}

/** An id that is fit for a fragment and for an XML id: `u12` stays, anything else is spelt out. */
function anchorsFor(units: readonly Unit[]): readonly string[] {
  const taken = new Set<string>();
  return units.map(({ id }) => {
    const safe = id.replace(/[^A-Za-z0-9_-]/gu, (char) => `_${(char.codePointAt(0) ?? 0).toString(16)}_`);
    let anchor = /^[A-Za-z]/.test(safe) ? safe : `u${safe}`;
    for (let copy = 2; taken.has(anchor); copy += 1) anchor = `${anchor}_${copy}`;
    taken.add(anchor);
    return anchor;
  });
}

function count(document: Document, languages: EditionLanguages): Completeness {
  const work = document.units.flatMap((unit) => segmentsOf(unit).filter((segment) => isWork(unit, segment)));
  if (languages.language === languages.sourceLanguage)
    return { segments: work.length, translated: work.length, reviewed: work.length };
  const translated = work.filter((segment) => targetToSet(segment, false) !== null);
  const reviewed = translated.filter((segment) => compareStates(segment.state, 'reviewed') >= 0);
  return { segments: work.length, translated: translated.length, reviewed: reviewed.length };
}

/** All text of a unit as the reader gets it (or its source), on one line and without the marks of notes. */
export function plainText(unit: EditionUnit | undefined, side: 'edition' | 'source' = 'edition'): string {
  const contents = unit?.segments.map((each) => (side === 'edition' ? each.text.content : each.source)) ?? [];
  const shown = contents
    .flat()
    .filter((part) => typeof part === 'string' || part.subType !== CODE_SUBTYPES.noteReference);
  return equivalentText(shown).replace(/\s+/gu, ' ').trim();
}

function shortened(text: string, language: LanguageTag): string {
  const graphemes = [...new Intl.Segmenter(language).segment(text.slice(0, 20 * TITLE_LENGTH))];
  if (graphemes.length <= TITLE_LENGTH) return text;
  return `${graphemes
    .slice(0, TITLE_LENGTH)
    .map((each) => each.segment)
    .join('')}…`;
}

function titleOf(edition: Omit<Edition, 'title'>, given: string): string {
  if (given.trim() !== '') return given;
  const textsOf = (blocks: readonly Block[]): readonly string[] =>
    unitsOfBlocks(blocks).map((unit) => plainText(edition.units.get(unit)));
  const titles = [
    ...textsOf(edition.outline.filter((block) => block.kind === 'metadata' && block.name === 'title')),
    ...textsOf(edition.outline.filter((block) => block.kind === 'heading')),
  ].filter((text) => text !== '');
  const opening = textsOf(edition.outline).find((text) => text !== '') ?? '';
  return titles[0] ?? (shortened(opening, edition.language) || edition.origin || edition.workId);
}

/**
 * Makes the edition of a document in one language. Never fails: passages without a target fall back to the
 * source, an outline that is missing or broken to one paragraph per unit, a missing title to the title in the
 * front matter, the first heading, the beginning of the text, or, where there is none, the origin.
 */
export function buildEdition(
  document: Document,
  details: EditionDetails,
  languages: EditionLanguages,
): Edition {
  const anchors = anchorsFor(document.units);
  const edition = {
    ...details,
    language: languages.language,
    direction: directionOf(languages.language),
    sourceLanguage: languages.sourceLanguage,
    bilingual: languages.bilingual && languages.language !== languages.sourceLanguage,
    completeness: count(document, languages),
    outline: editionOutline(document),
    units: new Map(
      document.units.map((unit, index) => [unit.id, resolveUnit(unit, anchors[index] ?? 'u', languages)]),
    ),
  };
  return { ...edition, title: titleOf(edition, details.title) };
}
