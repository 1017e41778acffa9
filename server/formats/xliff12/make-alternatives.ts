/**
 * What else is known of a unit as 1.2 can say it: matches and earlier targets in alt-trans (XLIFF 1.2 §2.3,
 * alttranstype), terms in notes, since the only glossary of 1.2 is one for a whole file.
 */
import type { Enrichment, Match, Revision, Term } from '../../core/document/enrichment.ts';
import type { SegmentId } from '../../core/document/ids.ts';
import { codesOf, hasLoneSurrogate, textOf, type Content } from '../../core/text/content.ts';
import { attributes, escapeText, illegalCharacter, legalText } from '../shared/xml/escape.ts';
import { writeContent } from './make-codes.ts';
import { writeFrom } from './note-from.ts';
import { writeState } from './states.ts';

/** Lines for the end of a trans-unit; `mids` are those of its seg-source, null where it has none. */
export function writeAlternatives(
  { matches, terms, revisions }: Enrichment,
  mids: ReadonlyMap<SegmentId, string> | null,
): readonly string[] {
  return [
    ...terms.map(writeTerm),
    ...matches.filter((match) => holds(match.source, match.target)).map((match) => writeMatch(match, mids)),
    ...revisions.filter(({ target }) => holds(target)).map((revision) => writeRevision(revision, mids)),
  ];
}

function writeTerm({ source, target, note }: Term): string {
  const text = `${source} = ${target}${note === '' ? '' : ` (${note})`}`;
  return `        <note${attributes({ from: writeFrom({ category: 'term' }) })}>${escapeText(legalText(text))}</note>`;
}

function writeMatch({ segment, source, target, similarity, origin }: Match, mids: Mids): string {
  const values = attributes({
    mid: mids?.get(segment),
    'match-quality': similarity,
    origin: origin === '' ? undefined : legalText(origin),
    'xml:space': 'preserve',
  });
  return [
    `        <alt-trans${values}>`,
    `          <source>${writeContent(source)}</source>`,
    `          <target>${writeContent(target)}</target>`,
    '        </alt-trans>',
  ].join('\n');
}

function writeRevision({ segment, target, state, author, at }: Revision, mids: Mids): string {
  const values = attributes({
    mid: mids?.get(segment),
    alttranstype: 'previous-version',
    'xml:space': 'preserve',
  });
  const from = attributes({ from: author === '' ? undefined : legalText(author) });
  return [
    `        <alt-trans${values}>`,
    `          <target${attributes({ state: writeState(state, undefined).state })}>${writeContent(target)}</target>`,
    `          <note${from}>${escapeText(at)}</note>`,
    '        </alt-trans>',
  ].join('\n');
}

type Mids = ReadonlyMap<SegmentId, string> | null;

/** A character that XML cannot hold has no form in 1.2; what is only offered is then left out. */
function holds(...contents: readonly Content[]): boolean {
  const texts = contents.flatMap((content) => [
    textOf(content),
    ...codesOf(content).flatMap((code) => [code.text, code.equiv, code.id]),
  ]);
  return (
    contents.every((content) => !hasLoneSurrogate(content)) &&
    texts.every((text) => illegalCharacter(text) === null)
  );
}
