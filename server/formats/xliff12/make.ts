/**
 * A new XLIFF 1.2 file of a document, strict, with everything that merging it again needs. Segments are `seg-source`
 * and `mrk`. Where nothing is translated the target repeats the source in state `needs-translation`: tools that
 * translate only what stands in a target (OmegaT) need it, and reading knows it for no translation.
 */
import type { Document } from '../../core/document/document.ts';
import { compareStates } from '../../core/document/state.ts';
import { segmentsOf, type Segment, type Unit } from '../../core/document/unit.ts';
import type { Problem } from '../../core/problem.ts';
import type { Content } from '../../core/text/content.ts';
import type { MakeOptions, WriteResult } from '../format.ts';
import { startTag } from '../shared/xliff/markup.ts';
import { writeSkeleton } from '../shared/xliff/skeleton-payload.ts';
import { NAMESPACE } from './family.ts';
import { makeContent } from './make-content.ts';
import { stateComment, writeState } from './states.ts';
import { noteMarkup } from './write.ts';

export function make(document: Document, options: MakeOptions): WriteResult {
  const problems: Problem[] = [];
  const units = document.units
    .filter((unit) => segmentsOf(unit).length > 0)
    .map((unit) => makeUnit(unit, problems));
  const skeleton =
    options.skeleton === null
      ? ''
      : `<skl><internal-file form="base64">${writeSkeleton(options.skeleton)}</internal-file></skl>`;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    startTag('xliff', [
      ['xmlns', NAMESPACE],
      ['version', '1.2'],
    ]),
    startTag('file', [
      ['original', options.fileName],
      ['source-language', options.sourceLanguage],
      ['target-language', options.targetLanguage],
      [
        'datatype',
        options.skeleton?.format === 'text' ? 'plaintext' : `x-${options.skeleton?.format ?? 'unknown'}`,
      ],
      ['date', options.date],
      ['xml:space', 'preserve'],
    ]),
    `<header>${skeleton}</header>`,
    '<body>',
    ...units,
    '</body>',
    '</file>',
    '</xliff>',
    '',
  ];
  const bytes = problems.length > 0 ? null : new TextEncoder().encode(lines.join('\n'));
  return { bytes, problems };
}

function makeUnit(unit: Unit, problems: Problem[]): string {
  const say = (content: Content): string => {
    const text = makeContent(content);
    if (typeof text === 'string') return text;
    problems.push({ ...text, place: { path: unit.id } });
    return '';
  };
  const segments = segmentsOf(unit);
  const state = lowest(segments);
  const { state: spelt, approved } = writeState(state);
  const marked = (part: Unit['parts'][number], content: Content): string => {
    if (part.kind === 'ignorable') return say(content);
    const comment = content === part.source ? null : stateComment(part, state);
    const tag = startTag('mrk', [
      ['mtype', 'seg'],
      ['mid', part.id],
      ['comment', comment],
    ]);
    return `${tag}${say(content)}</mrk>`;
  };
  return [
    startTag('trans-unit', [
      ['id', unit.id],
      ['resname', unit.name || null],
      ['translate', unit.translate ? null : 'no'],
      ['approved', approved === 'yes' ? 'yes' : null],
      ['xml:space', 'preserve'],
    ]),
    `<source>${unit.parts.map((part) => say(part.source)).join('')}</source>`,
    `<seg-source>${unit.parts.map((part) => marked(part, part.source)).join('')}</seg-source>`,
    unit.translate
      ? `<target state="${spelt}">${unit.parts.map((part) => marked(part, part.target ?? part.source)).join('')}</target>`
      : '',
    ...unit.notes.map((note) => noteMarkup('', note)),
    '</trans-unit>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function lowest(segments: readonly Segment[]): Segment {
  const [first] = [...segments].sort((a, b) => compareStates(a.state, b.state));
  if (first === undefined) throw new TypeError('a unit without segments');
  return first;
}
