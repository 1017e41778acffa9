/**
 * The notation of inline codes in the examples of checks: `<1>…</1>` is a pair, `<2/>` a single code, `<m3>…</m3>` a
 * text that is protected from translation. For
 * documentation and tests; no text of a person is read by it.
 */
import type { Content, ContentPart } from '../text/content.ts';
import {
  PLAIN_CONCEPT,
  PLAIN_TERM,
  type Concept,
  type Term,
  type TermStatus,
} from '../terminology/concept.ts';
import { termIndex, type TermIndexes } from '../terminology/term-index.ts';
import { parseLanguageTag, UNDETERMINED, type LanguageTag } from '../text/language.ts';
import { flatText, type CheckedSegment, type CheckExample, type ExampleTerm } from './check.ts';

export function contentOfExample(text: string): Content {
  const parts: ContentPart[] = [];
  let at = 0;
  for (const match of text.matchAll(/<(\/?)(m?)(\d+)(\/?)>/gu)) {
    const [markup, slash, marker, id = '', single] = match;
    if (match.index > at) parts.push(text.slice(at, match.index));
    const code = single === '/' ? 'standalone' : slash === '/' ? 'close' : 'open';
    if (marker === '') parts.push({ code, id, equiv: '', text: markup });
    else {
      const edge = slash === '/' ? 'close' : 'open';
      parts.push({ code: 'marker', id, equiv: '', text: '', edge, translate: false });
    }
    at = match.index + markup.length;
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}

/** The example's segment with its target, or with the mended one. */
export function segmentOfExample(example: CheckExample, which: 'target' | 'mended'): CheckedSegment {
  const sourceContent = contentOfExample(example.source);
  const targetContent = contentOfExample(example[which]);
  const sourceLanguage = parseLanguageTag(example.sourceLanguage ?? 'en') ?? UNDETERMINED;
  const targetLanguage = parseLanguageTag(example.targetLanguage) ?? UNDETERMINED;
  return {
    source: flatText(sourceContent),
    target: flatText(targetContent),
    sourceContent,
    targetContent,
    sourceLanguage,
    targetLanguage,
    settings: example.settings ?? {},
    ...(example.terms && { terms: termsOfExample(example.terms, sourceLanguage, targetLanguage) }),
    ...(example.limits && { limits: example.limits }),
    ...(example.rules && { rules: example.rules }),
    ...(example.state && { state: example.state }),
  };
}

function termsOfExample(
  given: readonly ExampleTerm[],
  sourceLanguage: LanguageTag,
  targetLanguage: LanguageTag,
): TermIndexes {
  const concepts = [...new Set(given.map(({ source }) => source))].map((source): Concept => {
    const targets = given.filter((each) => each.source === source);
    const terms = [
      termOfExample(sourceLanguage, source),
      ...targets.map(({ target, status }) => termOfExample(targetLanguage, target, status)),
    ];
    return {
      ...PLAIN_CONCEPT,
      id: source,
      isName: targets.some(({ isName }) => isName),
      terms,
    };
  });
  return { source: termIndex(concepts, sourceLanguage), target: termIndex(concepts, targetLanguage) };
}

function termOfExample(language: LanguageTag, text: string, status: TermStatus = 'preferred'): Term {
  return { ...PLAIN_TERM, language, text, status };
}
