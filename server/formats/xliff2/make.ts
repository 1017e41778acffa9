/** A new XLIFF 2.0, 2.1 or 2.2 file of a document, with everything that merging it again needs. */
import type { Document } from '../../core/document/document.ts';
import { segmentsOf, type Unit, type UnitPart } from '../../core/document/unit.ts';
import { directionOf } from '../../core/text/language.ts';
import type { MakeOptions, WriteResult } from '../format.ts';
import { startTag } from '../shared/xliff/markup.ts';
import { writeSkeleton } from '../shared/xliff/skeleton-payload.ts';
import { NAMESPACES } from './family.ts';
import { ContentMaker } from './make-content.ts';
import { noteMarkup } from './write-notes.ts';

export function make(document: Document, options: MakeOptions): WriteResult {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    startTag('xliff', [
      ['xmlns', NAMESPACES[options.version]],
      ['version', options.version],
      ['srcLang', options.sourceLanguage],
      ['trgLang', options.targetLanguage],
    ]),
    startTag('file', [
      ['id', 'f1'],
      ['original', options.fileName],
      ['srcDir', directionOf(options.sourceLanguage)],
      ['trgDir', directionOf(options.targetLanguage)],
      ['xml:space', 'preserve'],
    ]),
    ...(options.skeleton === null ? [] : [`<skeleton>${writeSkeleton(options.skeleton)}</skeleton>`]),
    ...document.units.filter((unit) => segmentsOf(unit).length > 0).map(makeUnit),
    '</file>',
    '</xliff>',
    '',
  ];
  return { bytes: new TextEncoder().encode(lines.join('\n')), problems: [] };
}

function makeUnit(unit: Unit): string {
  const maker = new ContentMaker();
  const parts = unit.parts.map((part) => makePart(maker, part));
  const taken = new Set<string>();
  const notes = unit.notes.map((note) => noteMarkup('', note, taken));
  return [
    startTag('unit', [
      ['id', unit.id],
      ['name', unit.name || null],
      ['translate', unit.translate ? null : 'no'],
      ['canResegment', unit.canResegment ? null : 'no'],
    ]),
    ...(notes.length === 0 ? [] : [`<notes>${notes.join('')}</notes>`]),
    maker.originalData(),
    ...parts,
    '</unit>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function makePart(maker: ContentMaker, part: UnitPart): string {
  const source = `<source>${maker.make(part.source)}</source>`;
  const target = part.target === null ? '' : `<target>${maker.make(part.target)}</target>`;
  if (part.kind === 'ignorable') return `<ignorable>${source}${target}</ignorable>`;
  const tag = startTag('segment', [
    ['id', part.id],
    ['state', part.state],
    ['subState', part.subState],
  ]);
  return `${tag}${source}${target}</segment>`;
}
