/**
 * Concepts to TBX-Basic of version 3, DCA style (ISO 30042:2019). What the dialect has no place for is reported: a
 * concept without terms, a picture without a web address, and half of a character.
 */
import { problem, type Problem } from '../../core/problem.ts';
import type { Concept, Term } from '../../core/terminology/concept.ts';
import type { LanguageTag } from '../../core/text/language.ts';
import type { TermWriteOptions, WriteResult } from '../format.ts';
import { writableConcepts } from '../shared/writable-concepts.ts';
import { attributes, escapeText, legalText } from '../shared/xml/escape.ts';
import { NAME_SUBSET, STATUS_VALUES } from './values.ts';

const NAMESPACE = 'urn:iso:std:iso:30042:ed-2';

export function writeTbx(given: readonly Concept[], { title }: TermWriteOptions): WriteResult {
  const { concepts, problems: halves } = writableConcepts(given);
  const problems: Problem[] = [...halves];
  const ids = new Set<string>();
  const written = concepts.filter(({ terms }) => terms.length > 0);
  if (written.length < concepts.length)
    problems.push(problem('terms-unwritten', null, { count: concepts.length - written.length }));
  const [first] = written;
  if (first === undefined) return { bytes: null, problems: [...problems, problem('terms-none')] };
  const entries = written.map((concept) => entry(concept, ownId(concept.id, ids), problems));
  const head = attributes({
    type: 'TBX-Basic',
    style: 'dca',
    'xml:lang': first.terms[0]?.language ?? 'und',
    xmlns: NAMESPACE,
  });
  const text = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<tbx${head}>`,
    ' <tbxHeader>',
    '  <fileDesc>',
    ...(title === '' ? [] : [`   <titleStmt>`, `    ${tag('title', {}, title)}`, '   </titleStmt>']),
    '   <sourceDesc>',
    '    <p>Recto</p>',
    '   </sourceDesc>',
    '  </fileDesc>',
    ' </tbxHeader>',
    ' <text>',
    '  <body>',
    ...entries,
    '  </body>',
    ' </text>',
    '</tbx>',
    '',
  ].join('\n');
  return { bytes: new TextEncoder().encode(text), problems };
}

/** An NCName (XML 1.0, fifth edition), which an id must be. */
const START =
  'A-Za-z_\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd';
const NCNAME = new RegExp(`^[${START}][${START}0-9.\\u00b7-]*$`, 'u');

/** The id where XML can have it, else its characters spelt out; each once. */
function ownId(given: string, ids: Set<string>): string {
  const spelt = (text: string): string =>
    text.replace(/[^A-Za-z0-9.-]/gu, (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}_`);
  const base = NCNAME.test(given) ? given : `c-${spelt(given)}`;
  let id = base;
  for (let next = 2; ids.has(id); next += 1) id = `${base}-${next}`;
  ids.add(id);
  return id;
}

function entry(concept: Concept, id: string, problems: Problem[]): string {
  const isWebAddress = /^https?:\/\/.+/u.test(concept.image);
  if (concept.image !== '' && !isWebAddress)
    problems.push(problem('terms-image-left', null, { id: concept.id, image: concept.image }));
  const image = isWebAddress ? { type: 'xGraphic', target: uri(concept.image) } : null;
  const languages = [...new Set(concept.terms.map(({ language }) => language))];
  return [
    `   <conceptEntry${attributes({ id })}>`,
    ...line(4, 'descrip', { type: 'subjectField' }, concept.domain),
    ...line(4, 'descrip', { type: 'definition' }, concept.definition),
    ...(image === null ? [] : line(4, 'xref', image, concept.image)),
    ...line(4, 'note', {}, concept.note),
    ...languages.flatMap((language) => section(concept, language)),
    '   </conceptEntry>',
  ].join('\n');
}

/** What may not stand in an address, escaped. */
function uri(address: string): string {
  return legalText(address).replace(/[\s<>"{}|\\^`]/gu, (character) => encodeURIComponent(character));
}

function section({ terms, isName }: Concept, language: LanguageTag): readonly string[] {
  const isNameless = isName && terms.every(({ partOfSpeech }) => partOfSpeech !== 'properNoun');
  const own = terms.filter((term) => term.language === language);
  return [
    `    <langSec${attributes({ 'xml:lang': language })}>`,
    ...own.flatMap((term) => termSection(term, isNameless)),
    '    </langSec>',
  ];
}

function termSection(term: Term, isName: boolean): readonly string[] {
  const isProper = term.partOfSpeech === 'properNoun' || isName;
  return [
    '     <termSec>',
    `      ${tag('term', {}, term.text)}`,
    ...line(6, 'termNote', { type: 'administrativeStatus' }, STATUS_VALUES[term.status]),
    ...line(6, 'termNote', { type: 'partOfSpeech' }, isProper ? 'noun' : (term.partOfSpeech ?? '')),
    ...line(6, 'termNote', { type: 'grammaticalGender' }, term.gender ?? ''),
    ...line(6, 'admin', { type: 'projectSubset' }, isProper ? NAME_SUBSET : ''),
    ...line(6, 'descrip', { type: 'context' }, term.context),
    ...line(6, 'admin', { type: 'source' }, term.source),
    ...line(6, 'note', {}, term.note),
    '     </termSec>',
  ];
}

/** Nothing where there is no text. */
function line(
  indent: number,
  name: string,
  values: Readonly<Record<string, string>>,
  text: string,
): readonly string[] {
  return text === '' ? [] : [' '.repeat(indent) + tag(name, values, text)];
}

function tag(name: string, values: Readonly<Record<string, string>>, text: string): string {
  return `<${name}${attributes(values)}>${escapeText(legalText(text))}</${name}>`;
}
