/** A new XLIFF 2.0, 2.1 or 2.2 of a document: one file, with original data, notes, states and the skeleton. */
import type { Document } from '../../core/document/document.ts';
import type { Enrichment, QualityIssue, Term } from '../../core/document/enrichment.ts';
import type { SegmentId } from '../../core/document/ids.ts';
import type { Note, Unit, UnitPart } from '../../core/document/unit.ts';
import { directionOf } from '../../core/text/language.ts';
import type { MakeOptions, WriteResult } from '../format.ts';
import { attributes, escapeText, legalText } from '../shared/xml/escape.ts';
import { isNmtoken } from '../shared/xml/nmtoken.ts';
import { laidOut } from '../shared/xliff/lay-out.ts';
import { RECTO_NAMESPACE } from '../shared/xliff/places.ts';
import { writePayload } from '../shared/xliff/skeleton.ts';
import { FORMAT_STYLE_NAMESPACE } from './codes.ts';
import { XLIFF20_NAMESPACE, XLIFF22_NAMESPACE } from './family.ts';
import { CODE_POINTS_PROFILE, SIZE_NAMESPACE, writeRestriction } from './limits.ts';
import { UnitCodes } from './make-codes.ts';
import { MODULE_NAMESPACES, writeModules } from './make-modules.ts';
import { writeNames } from './names.ts';
import { SEGMENTED } from './profiles.ts';
import { markIssues } from './quality-issues.ts';
import { markTerms } from './term-marks.ts';
import { writeText } from './text.ts';

export function makeXliff2(given: Document, options: MakeOptions): WriteResult {
  const layout = options.layout ?? SEGMENTED;
  const { document, skeleton, enrichments } = laidOut(given, options, layout);
  // Readers that keep one text a unit know no annotations in it.
  const marking = layout.segments === 'in-units';
  const ids = new Set<string>(document.units.map((unit) => unit.id));
  const units = document.units.map((unit, index) => {
    const known = enrichments.get(unit.id);
    const terms = marking ? (known?.terms ?? []) : [];
    // ITS came with 2.1.
    const issues = marking && options.version !== '2.0' ? (known?.issues ?? []) : [];
    const annotated = annotate(unit, terms, issues, index + 1);
    if (isNmtoken(unit.id)) return writeUnit(annotated, unit.id, known);
    let id = `u${index + 1}`;
    while (ids.has(id)) id = `${id}-`;
    ids.add(id);
    return writeUnit(annotated, id, known);
  });
  const body = units.join('\n');
  const isLimited = document.units.some(({ limits }) => writeRestriction(limits) !== undefined);
  const modules = Object.entries(MODULE_NAMESPACES).filter(([prefix]) => body.includes(`<${prefix}:`));
  const root = attributes({
    xmlns: options.version === '2.2' ? XLIFF22_NAMESPACE : XLIFF20_NAMESPACE,
    'xmlns:recto': skeleton !== null || body.includes(' recto:') ? RECTO_NAMESPACE : undefined,
    'xmlns:slr': isLimited ? SIZE_NAMESPACE : undefined,
    'xmlns:fs': body.includes(' fs:') ? FORMAT_STYLE_NAMESPACE : undefined,
    ...Object.fromEntries(modules.map(([prefix, uri]) => [`xmlns:${prefix}`, uri])),
    'its:version': modules.some(([prefix]) => prefix === 'its') ? '2.0' : undefined,
    version: options.version,
    srcLang: options.sourceLanguage,
    trgLang: options.targetLanguage,
  });
  const file = attributes({
    id: 'f1',
    original: legalText(options.fileName),
    srcDir: directionOf(options.sourceLanguage),
    trgDir: directionOf(options.targetLanguage),
    'xml:space': 'preserve',
    'recto:skeleton': skeleton === null ? undefined : 1,
  });
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff${root}>`,
    `  <file${file}>`,
    ...(skeleton === null ? [] : [`    <skeleton>${writePayload(skeleton)}</skeleton>`]),
    ...(isLimited ? [`    ${CODE_POINTS_PROFILE}`] : []),
    body,
    '  </file>',
    '</xliff>',
    '',
  ];
  return { bytes: new TextEncoder().encode(lines.join('\n')), problems: [] };
}

/** A unit with the annotations that go with it. */
interface Annotated {
  readonly unit: Unit;
  readonly marks: ReadonlyMap<Term, string>;
  /** Of what is found wrong with its targets. */
  readonly issues: readonly string[];
}

function annotate(
  given: Unit,
  terms: readonly Term[],
  found: readonly QualityIssue[],
  number: number,
): Annotated {
  const { unit: marked, marks } = markTerms(given, terms);
  const { unit, lines } = markIssues(marked, found, number);
  return { unit, marks, issues: lines };
}

function writeUnit({ unit, marks, issues }: Annotated, id: string, known: Enrichment | undefined): string {
  const codes = new UnitCodes(unit);
  const parts = unit.parts.map((part, index) => writePart(part, index, codes));
  const values = attributes({
    id,
    name: unit.name === '' ? undefined : legalText(unit.name),
    translate: unit.translate ? undefined : 'no',
    canResegment: unit.canResegment ? undefined : 'no',
    'slr:sizeRestriction': writeRestriction(unit.limits),
    'recto:id': id === unit.id ? undefined : legalText(unit.id),
    'recto:names': writeNames(codes.names),
  });
  const lines = [`    <unit${values}>`];
  if (known !== undefined) lines.push(...writeModules(known, writtenIds(unit, codes), marks));
  lines.push(...issues);
  if (unit.notes.length > 0) lines.push('      <notes>', ...unit.notes.map(writeNote), '      </notes>');
  if (codes.data.size > 0) {
    lines.push('      <originalData>');
    for (const [text, dataId] of codes.data) {
      lines.push(`        <data${attributes({ id: dataId })}>${writeText(text, '')}</data>`);
    }
    lines.push('      </originalData>');
  }
  return [...lines, ...parts, '    </unit>'].join('\n');
}

function writtenIds(unit: Unit, codes: UnitCodes): ReadonlyMap<SegmentId, string> {
  const ids = new Map<SegmentId, string>();
  unit.parts.forEach((part, index) => {
    const written = codes.segmentIds[index];
    if (part.kind === 'segment' && written !== undefined) ids.set(part.id, written);
  });
  return ids;
}

function writePart(part: UnitPart, index: number, codes: UnitCodes): string {
  const source = `        <source>${codes.write(part.source, 'source')}</source>`;
  const target =
    part.target === null ? [] : [`        <target>${codes.write(part.target, 'target')}</target>`];
  if (part.kind === 'ignorable') {
    return ['      <ignorable>', source, ...target, '      </ignorable>'].join('\n');
  }
  // Without a target the only state is the first one (2.1 §4.3.1.28); a subState needs its state beside it.
  const state = part.target === null ? 'initial' : part.state;
  const subState =
    part.subState !== undefined && /^[^\s:]+:[^\s:]+$/.test(part.subState) ? part.subState : undefined;
  const values = attributes({
    id: codes.segmentIds[index],
    state: state === 'initial' && subState === undefined ? undefined : state,
    subState,
  });
  return [`      <segment${values}>`, source, ...target, '      </segment>'].join('\n');
}

function writeNote(note: Note, index: number): string {
  const values = attributes({
    id: `n${index + 1}`,
    appliesTo: note.appliesTo,
    category: note.category === undefined ? undefined : legalText(note.category),
    priority: note.priority,
    'recto:author': note.author === undefined ? undefined : legalText(note.author),
    'recto:segment': note.segment === undefined ? undefined : legalText(note.segment),
  });
  return `        <note${values}>${escapeText(legalText(note.text))}</note>`;
}
