/** A new XLIFF 1.2 of a document, valid against the strict schema: one file, its units segmented by seg-source. */
import type { Document } from '../../core/document/document.ts';
import type { Enrichment } from '../../core/document/enrichment.ts';
import type { SegmentId } from '../../core/document/ids.ts';
import type { Segment, Unit } from '../../core/document/unit.ts';
import { segmentsOf } from '../../core/document/unit.ts';
import { problem, type Problem } from '../../core/problem.ts';
import { codesOf, hasLoneSurrogate, textOf, type Content } from '../../core/text/content.ts';
import type { ExchangeLayout, MakeOptions, WriteResult } from '../format.ts';
import { laidOut } from '../shared/xliff/lay-out.ts';
import { attributes, codePointName, escapeText, illegalCharacter, legalText } from '../shared/xml/escape.ts';
import { isNmtoken } from '../shared/xml/nmtoken.ts';
import { lowestState } from '../shared/xliff/plan.ts';
import { writePayload } from '../shared/xliff/skeleton.ts';
import { TOOL_ID, XLIFF12_NAMESPACE } from './family.ts';
import { writeAlternatives } from './make-alternatives.ts';
import { writeLimits } from './limits.ts';
import { writeContent } from './make-codes.ts';
import { writeFrom } from './note-from.ts';
import { FILLED } from './profiles.ts';
import { stateComment, writeState } from './states.ts';

/** Refused with `xml-character-illegal` or `text-surrogate` where a text holds what XML cannot: 1.2 has no word for it. */
export function makeXliff12(given: Document, options: MakeOptions): WriteResult {
  const { layout = FILLED } = options;
  const { document, skeleton, enrichments } = laidOut(given, options, layout);
  const problems = document.units.flatMap(illegalIn);
  if (problems.length > 0) return { bytes: null, problems };
  const file = attributes({
    original: legalText(options.fileName),
    'source-language': options.sourceLanguage,
    'target-language': options.targetLanguage,
    datatype: `x-${document.format}`,
    date: options.date,
    'tool-id': TOOL_ID,
  });
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff xmlns="${XLIFF12_NAMESPACE}" version="1.2">`,
    `  <file${file}>`,
    '    <header>',
    ...(skeleton === null ? [] : skeletonLines(writePayload(skeleton))),
    `      <tool tool-id="${TOOL_ID}" tool-name="Recto"/>`,
    '    </header>',
    '    <body>',
    ...document.units.map((unit) => writeUnit(unit, layout, enrichments.get(unit.id))),
    '    </body>',
    '  </file>',
    '</xliff>',
    '',
  ];
  return { bytes: new TextEncoder().encode(lines.join('\n')), problems: [] };
}

function skeletonLines(payload: string): readonly string[] {
  return [`      <skl>`, `        <internal-file form="base64">${payload}</internal-file>`, `      </skl>`];
}

function illegalIn(unit: Unit): readonly Problem[] {
  const contents = unit.parts.flatMap((part) => [part.source, part.target ?? []]);
  const place = { path: `unit ${unit.id}` };
  if (contents.some((content) => hasLoneSurrogate(content))) return [problem('text-surrogate', place)];
  const texts = contents.flatMap((content) => [
    textOf(content),
    ...codesOf(content).flatMap((code) => [code.text, code.equiv, code.id]),
  ]);
  const illegal = texts.map(illegalCharacter).find((point) => point !== null);
  if (illegal === undefined) return [];
  return [problem('xml-character-illegal', place, { character: codePointName(illegal) })];
}

function writeUnit(unit: Unit, { untranslated }: ExchangeLayout, enrichment: Enrichment | undefined): string {
  const segments = segmentsOf(unit);
  const translated = segments.some((segment) => segment.target !== null);
  const lowest = lowestState(
    segments.map(({ target, state }) => ({ state: target === null ? 'initial' : state })),
  );
  const state = writeState(lowest, commonSubState(segments));
  const values = attributes({
    id: legalText(unit.id),
    resname: unit.name === '' ? undefined : legalText(unit.name),
    approved: translated && state.approved ? 'yes' : undefined,
    translate: unit.translate ? undefined : 'no',
    ...writeLimits(unit.limits),
    'xml:space': 'preserve',
  });
  const mids = isWhole(unit) ? null : midsOf(segments);
  const sources = unit.parts.map((part) => part.source);
  const lines = [`      <trans-unit${values}>`, `        <source>${writeContent(sources.flat())}</source>`];
  if (mids !== null) lines.push(`        <seg-source>${writeMarked(unit, mids, sources)}</seg-source>`);
  if (translated || (unit.translate && untranslated === 'source')) {
    // A segment that is not translated yet repeats its source, or is an empty mrk.
    const targets = unit.parts.map((part) => {
      const stays = part.kind === 'ignorable' || untranslated === 'source';
      return part.target ?? (stays ? part.source : []);
    });
    const comments = segments.map((segment) =>
      segment.target === null ? null : stateComment(segment.state, lowest),
    );
    const content = mids === null ? writeContent(targets.flat()) : writeMarked(unit, mids, targets, comments);
    const stated = attributes({ state: state.state, 'state-qualifier': state.qualifier ?? undefined });
    lines.push(`        <target${stated}>${content}</target>`);
  }
  for (const note of unit.notes) {
    const from = writeFrom(note);
    const about = attributes({
      priority: note.priority,
      from: from === undefined ? undefined : legalText(from),
      annotates: note.appliesTo,
    });
    lines.push(`        <note${about}>${escapeText(legalText(note.text))}</note>`);
  }
  if (enrichment !== undefined) lines.push(...writeAlternatives(enrichment, midOf(segments, mids)));
  lines.push('      </trans-unit>');
  return lines.join('\n');
}

function midOf(
  segments: readonly Segment[],
  mids: readonly string[] | null,
): ReadonlyMap<SegmentId, string> | null {
  return mids === null ? null : new Map(segments.map((segment, index) => [segment.id, mids[index] ?? '']));
}

function commonSubState(segments: readonly Segment[]): string | undefined {
  const subStates = new Set(segments.map((segment) => segment.subState));
  return subStates.size === 1 ? segments[0]?.subState : undefined;
}

/** Whether the unit needs no seg-source to be read again as it is. */
function isWhole(unit: Unit): boolean {
  const [first] = unit.parts;
  return unit.parts.length === 1 && first?.kind === 'segment' && first.id === '1';
}

/** The segments' ids where mid can hold them, otherwise their positions. */
function midsOf(segments: readonly Segment[]): readonly string[] {
  const legal = segments.every((segment) => isNmtoken(segment.id));
  return segments.map((segment, index) => (legal ? segment.id : String(index + 1)));
}

function writeMarked(
  unit: Unit,
  mids: readonly string[],
  contents: readonly Content[],
  comments: readonly (string | null)[] = [],
): string {
  const all = contents.flat();
  let at = 0;
  return contents
    .map((content, index) => {
      const markup = writeContent(content, all);
      if (unit.parts[index]?.kind !== 'segment') return markup;
      const values = { mtype: 'seg', mid: mids[at], comment: comments[at] ?? undefined };
      at += 1;
      return `<mrk${attributes(values)}>${markup}</mrk>`;
    })
    .join('');
}
