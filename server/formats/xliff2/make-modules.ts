/**
 * What else is known of a unit, in the modules that XLIFF 2.x has for it: matches in Translation Candidates (2.1
 * §5.1), terms in Glossary (§5.2), earlier targets in Change Tracking (2.0 §5.6; an extension from 2.1 on, with
 * the same namespace). They stand before everything else in a unit (§4.2.2.5).
 */
import type { Enrichment, Match, Revision, Term } from '../../core/document/enrichment.ts';
import { segmentId, unitId, type SegmentId } from '../../core/document/ids.ts';
import type { Unit } from '../../core/document/unit.ts';
import { equivalentText } from '../../core/text/content.ts';
import { attributes, escapeText, legalText } from '../shared/xml/escape.ts';
import { UnitCodes } from './make-codes.ts';
import { ITS_NAMESPACE } from './quality-issues.ts';
import { writeText } from './text.ts';

/** Namespaces by the prefixes used here. */
export const MODULE_NAMESPACES: Readonly<Record<string, string>> = {
  mtc: 'urn:oasis:names:tc:xliff:matches:2.0',
  gls: 'urn:oasis:names:tc:xliff:glossary:2.0',
  ctr: 'urn:oasis:names:tc:xliff:changetracking:2.0',
  its: ITS_NAMESPACE,
};

/** Lines of the unit's module elements; `written`: the id that each segment has in the file, `marks`: of terms. */
export function writeModules(
  { matches, terms, revisions }: Enrichment,
  written: ReadonlyMap<SegmentId, string>,
  marks: ReadonlyMap<Term, string>,
): readonly string[] {
  const offered = matches.flatMap((match) => writeMatch(match, written.get(match.segment)));
  const segments = [...new Set(revisions.map((revision) => revision.segment))];
  const tracked = segments.flatMap((segment) =>
    writeRevisions(
      revisions.filter((revision) => revision.segment === segment),
      written.get(segment),
    ),
  );
  return [
    ...wrap('mtc:matches', offered),
    ...wrap(
      'gls:glossary',
      terms.flatMap((term) => writeTerm(term, marks.get(term))),
    ),
    ...wrap('ctr:changeTrack', tracked),
  ];
}

function wrap(name: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`      <${name}>`, ...lines, `      </${name}>`];
}

/** `ref` is required: a segment without an id in the file can be offered nothing. */
function writeMatch(match: Match, ref: string | undefined): readonly string[] {
  if (ref === undefined) return [];
  const { source, target, similarity, origin } = match;
  const codes = new UnitCodes(unitOf(match));
  const markup = [
    `          <source>${codes.write(source, 'source')}</source>`,
    `          <target>${codes.write(target, 'target')}</target>`,
  ];
  const data = [...codes.data].map(
    ([text, id]) => `            <data${attributes({ id })}>${writeText(text, '')}</data>`,
  );
  const values = {
    ref: `#${ref}`,
    similarity,
    origin: origin === '' ? undefined : legalText(origin),
    type: 'tm',
  };
  return [
    `        <mtc:match${attributes(values)}>`,
    ...(data.length === 0 ? [] : ['          <originalData>', ...data, '          </originalData>']),
    ...markup,
    '        </mtc:match>',
  ];
}

/** Ids and data of a match are unique in it alone (§5.1.2.2), as those of a unit are. */
function unitOf({ source, target }: Match): Unit {
  const part = { kind: 'segment', id: segmentId(''), state: 'initial', source, target } as const;
  return {
    id: unitId(''),
    file: '',
    name: '',
    translate: true,
    canResegment: true,
    notes: [],
    parts: [part],
  };
}

function writeTerm({ source, target, note }: Term, mark: string | undefined): readonly string[] {
  const line = (name: string, text: string): readonly string[] =>
    text === '' ? [] : [`          <gls:${name}>${escapeText(legalText(text))}</gls:${name}>`];
  return [
    `        <gls:glossEntry${attributes({ ref: mark === undefined ? undefined : `#${mark}` })}>`,
    `          <gls:term>${escapeText(legalText(source))}</gls:term>`,
    ...line('translation', target),
    ...line('definition', note),
    '        </gls:glossEntry>',
  ];
}

function writeRevisions(revisions: readonly Revision[], ref: string | undefined): readonly string[] {
  return [
    `        <ctr:revisions${attributes({ appliesTo: 'target', ref })}>`,
    ...revisions.flatMap(({ author, at, target, state }) => [
      `          <ctr:revision${attributes({ author: author === '' ? undefined : legalText(author), datetime: at })}>`,
      `            <ctr:item property="content">${escapeText(legalText(equivalentText(target)))}</ctr:item>`,
      `            <ctr:item property="state">${state}</ctr:item>`,
      '          </ctr:revision>',
    ]),
    '        </ctr:revisions>',
  ];
}
