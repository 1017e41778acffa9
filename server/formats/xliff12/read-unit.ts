/**
 * One `trans-unit` as a unit of the model. With `seg-source` each `mrk mtype="seg"` is a segment and what stands
 * between them is ignorable; without, the unit is one segment. A target's segments are told by their `mid`.
 */
import { segmentId, type UnitId } from '../../core/document/ids.ts';
import type { Note, Unit, UnitPart } from '../../core/document/unit.ts';
import { isEmpty, normalizeContent, sameContent, type Content } from '../../core/text/content.ts';
import { attribute, childrenNamed, inherited, textIn, type FoundUnit } from '../shared/xliff/walk.ts';
import type { XmlElement, XmlNode } from '../shared/xml/scanner.ts';
import type { XmlSource } from '../shared/xml/source.ts';
import { ContentReader } from './read-content.ts';
import { readState, readStateComment, type ModelState } from './states.ts';

export interface ReadUnit {
  readonly unit: Unit;
  readonly reader: ContentReader;
  /** The `mrk` of each segment of the source, in order; null where the unit is not segmented. */
  readonly segments: readonly XmlElement[] | null;
  readonly target: XmlElement | null;
}

interface Piece {
  /** null: between the segments. */
  readonly mrk: XmlElement | null;
  readonly nodes: readonly XmlNode[];
}

export function readUnit(source: XmlSource, found: FoundUnit, id: UnitId): ReadUnit {
  const { element } = found;
  const reader = new ContentReader(source);
  const segSource = childrenNamed(element, 'seg-source')[0];
  const plain = childrenNamed(element, 'source')[0];
  const target = childrenNamed(element, 'target')[0] ?? null;
  const pieces = segSource ? cutAtSegments(source, segSource) : null;
  const segments = pieces?.flatMap((piece) => (piece.mrk ? [piece.mrk] : [])) ?? [];
  const isCut = pieces !== null && segments.length > 0;
  const parts = isCut
    ? readCut(source, reader, element, pieces, target)
    : readWhole(source, reader, element, plain, target);
  return {
    unit: {
      id,
      file: found.file,
      name: attribute(source, element, 'resname') ?? '',
      translate: inherited(source, element, 'translate') !== 'no',
      canResegment: true,
      notes: childrenNamed(element, 'note').map((note) => readNote(source, note)),
      parts,
    },
    reader,
    segments: isCut ? segments : null,
    target,
  };
}

/** Where segments stand inside `g` or other elements, the whole is cut no further than its top level. */
function cutAtSegments(source: XmlSource, element: XmlElement): readonly Piece[] {
  const pieces: { mrk: XmlElement | null; nodes: XmlNode[] }[] = [];
  for (const node of element.children) {
    const last = pieces.at(-1);
    if (isSegment(source, node)) pieces.push({ mrk: node, nodes: node.children });
    else if (last && last.mrk === null) last.nodes.push(node);
    else pieces.push({ mrk: null, nodes: [node] });
  }
  return pieces;
}

/** A `mrk` that is a segment. */
export function isSegment(source: XmlSource, node: XmlNode): node is XmlElement {
  return node.kind === 'element' && node.local === 'mrk' && attribute(source, node, 'mtype') === 'seg';
}

function readCut(
  source: XmlSource,
  reader: ContentReader,
  unit: XmlElement,
  pieces: readonly Piece[],
  target: XmlElement | null,
): readonly UnitPart[] {
  const sources = pieces.map((piece) => normalizeContent(reader.read([...piece.nodes])));
  const targets = new Map(
    (target ? cutAtSegments(source, target) : []).flatMap((piece) =>
      piece.mrk ? [[midOf(source, piece.mrk), piece.mrk] as const] : [],
    ),
  );
  const ofTarget = stateOf(source, unit, target);
  let number = 0;
  return pieces.flatMap((piece, index): readonly UnitPart[] => {
    const content = sources[index] ?? [];
    if (piece.mrk === null) return [{ kind: 'ignorable', source: content, target: null }];
    number += 1;
    const mid = midOf(source, piece.mrk);
    const mrk = targets.get(mid);
    const comment = mrk ? readStateComment(attribute(source, mrk, 'comment')) : null;
    const state = comment === null ? ofTarget : { state: comment };
    const own = translationOf(content, mrk ? normalizeContent(reader.read(mrk.children)) : null, state);
    return [
      {
        kind: 'segment',
        id: segmentId(mid === '' ? String(number) : mid),
        ...(own === null ? { state: 'initial' as const } : state),
        source: content,
        target: own,
      },
    ];
  });
}

function readWhole(
  source: XmlSource,
  reader: ContentReader,
  unit: XmlElement,
  plain: XmlElement | undefined,
  target: XmlElement | null,
): readonly UnitPart[] {
  const content = normalizeContent(reader.read(plain?.children ?? []));
  const state = stateOf(source, unit, target);
  const own = translationOf(content, target ? normalizeContent(reader.read(target.children)) : null, state);
  return [
    {
      kind: 'segment',
      id: segmentId('1'),
      ...(own === null ? { state: 'initial' as const } : state),
      source: content,
      target: own,
    },
  ];
}

/**
 * No target, an empty one in state `new` or `needs-translation`, or one that only repeats the source in such a
 * state (put there for tools that want something to overwrite) is no translation.
 */
function translationOf(content: Content, target: Content | null, { state }: ModelState): Content | null {
  if (target === null || state !== 'initial') return target;
  return isEmpty(target) || sameContent(content, target) ? null : target;
}

function stateOf(source: XmlSource, unit: XmlElement, target: XmlElement | null): ModelState {
  const state = target === null ? null : attribute(source, target, 'state');
  const hasText = target !== null && (state !== null || textIn(source, target) !== '' || !target.selfClosing);
  return readState(state, attribute(source, unit, 'approved'), hasText);
}

export function midOf(source: XmlSource, mrk: XmlElement): string {
  return attribute(source, mrk, 'mid') ?? '';
}

function readNote(source: XmlSource, note: XmlElement): Note {
  const get = (name: string): string | null => attribute(source, note, name);
  const from = get('from');
  const annotates = get('annotates');
  const priority = Number(get('priority') ?? Number.NaN);
  return {
    text: textIn(source, note),
    ...(from === null ? {} : fromOf(from)),
    ...(annotates === 'source' || annotates === 'target' ? { appliesTo: annotates } : {}),
    ...(Number.isInteger(priority) ? { priority } : {}),
  };
}

/** `from` holds an author; in ours also what the note is about, `category/segment/author`. */
function fromOf(from: string): Pick<Note, 'author' | 'category' | 'segment'> {
  const own = /^recto:([^/]*)\/([^/]*)\/(.*)$/su.exec(from);
  if (!own) return { author: from };
  const [, category = '', segment = '', author = ''] = own;
  return {
    ...(category === '' ? {} : { category }),
    ...(segment === '' ? {} : { segment: segmentId(segment) }),
    ...(author === '' ? {} : { author }),
  };
}

/** The other way round. */
export function fromValue(note: Note): string | null {
  if (note.category === undefined && note.segment === undefined) return note.author ?? null;
  return `recto:${note.category ?? ''}/${note.segment ?? ''}/${note.author ?? ''}`;
}
