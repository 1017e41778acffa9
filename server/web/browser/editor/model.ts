/** What the API speaks of, as the browser reads it. */
import { STATES, type State } from '../../../core/document/state.ts';
import type { CodeType, Content, ContentPart, InlineCode } from '../../../core/text/content.ts';
import { UNIT_DIRECTIONS, type UnitDirection } from '../../../core/document/unit.ts';
import { field, list, maybe, number, oneOf, text } from './decode.ts';

export interface Version {
  readonly version: number;
  readonly target: Content;
  readonly state: State;
  readonly author: string;
  readonly at: number;
  readonly origin: Origin;
}

export type Origin =
  | { readonly kind: 'typed' | 'copied-source' | 'converted' | 'propagated' }
  | { readonly kind: 'match'; readonly score: number; readonly memory: string }
  | { readonly kind: 'pretranslated'; readonly score: number; readonly memory: string }
  | { readonly kind: 'machine'; readonly provider: string; readonly model: string }
  | { readonly kind: 'reverted'; readonly to: number }
  | { readonly kind: 'imported'; readonly file: string }
  /** The check's title in the reader's language; '' but in the history. */
  | { readonly kind: 'fixed'; readonly title: string }
  | { readonly kind: 'resegmented'; readonly change: 'split' | 'joined' };

export interface Segment {
  readonly key: number;
  readonly position: number;
  readonly unitIndex: number;
  readonly source: Content;
  readonly locked: boolean;
  readonly current: Version | null;
  readonly notes: number;
  /** Where the file says so; null: as the language. */
  readonly sourceDirection: UnitDirection | null;
  readonly targetDirection: UnitDirection | null;
}

export interface SegmentPage {
  readonly segments: readonly Segment[];
  readonly next: number | null;
}

export interface Note {
  readonly id: number;
  readonly author: string;
  readonly at: number;
  readonly text: string;
}

export interface Progress {
  readonly words: number;
  /** Words that are at least translated. */
  readonly done: number;
  readonly translated: number;
  readonly reviewed: number;
}

/** Equal segments that were filled with a translation. */
export interface Propagated {
  readonly count: number;
  /** What is to be said of it, in the reader's language. */
  readonly words: string;
}

const CODE_KINDS = ['open', 'close', 'standalone', 'marker'] as const;
const CODE_TYPES: readonly CodeType[] = ['fmt', 'ui', 'quote', 'link', 'image', 'other'];
const EDGES = ['open', 'close'] as const;

export function readContent(value: unknown): Content {
  return list(value, (part): ContentPart => (typeof part === 'string' ? part : readCode(part)));
}

function readCode(value: unknown): InlineCode {
  const edge = maybe(field(value, 'edge'), (each) => oneOf(each, EDGES));
  const type = maybe(field(value, 'type'), (each) => oneOf(each, CODE_TYPES));
  const subType = maybe(field(value, 'subType'), text);
  return {
    code: oneOf(field(value, 'code'), CODE_KINDS),
    id: text(field(value, 'id')),
    equiv: text(field(value, 'equiv')),
    text: text(field(value, 'text')),
    ...(edge === null ? {} : { edge }),
    ...(type === null ? {} : { type }),
    ...(subType === null ? {} : { subType }),
    ...(field(value, 'canDelete') === false ? { canDelete: false as const } : {}),
    ...(field(value, 'canReorder') === false ? { canReorder: false as const } : {}),
  };
}

export function readVersion(value: unknown): Version {
  return {
    version: number(field(value, 'version')),
    target: readContent(field(value, 'target')),
    state: oneOf(field(value, 'state'), STATES),
    author: text(field(value, 'author')),
    at: number(field(value, 'at')),
    origin: readOrigin(field(value, 'origin')),
  };
}

const ORIGINS = [
  'typed',
  'copied-source',
  'reverted',
  'imported',
  'fixed',
  'resegmented',
  'converted',
  'match',
  'pretranslated',
  'propagated',
  'machine',
] as const;

export function readOrigin(value: unknown): Origin {
  const kind = oneOf(field(value, 'kind'), ORIGINS);
  if (kind === 'reverted') return { kind, to: number(field(value, 'to')) };
  if (kind === 'match' || kind === 'pretranslated')
    return { kind, score: number(field(value, 'score')), memory: text(field(value, 'memory')) };
  if (kind === 'machine')
    return { kind, provider: text(field(value, 'provider')), model: text(field(value, 'model')) };
  if (kind === 'imported') return { kind, file: text(field(value, 'file')) };
  if (kind === 'fixed') return { kind, title: maybe(field(value, 'title'), text) ?? '' };
  if (kind === 'resegmented')
    return { kind, change: oneOf(field(value, 'change'), ['split', 'joined'] as const) };
  return { kind };
}

export function readSegment(value: unknown): Segment {
  return {
    key: number(field(value, 'key')),
    position: number(field(value, 'position')),
    unitIndex: number(field(value, 'unitIndex')),
    source: readContent(field(value, 'source')),
    locked: field(value, 'locked') === true,
    current: maybe(field(value, 'current'), readVersion),
    notes: number(field(value, 'notes')),
    sourceDirection: maybe(field(value, 'sourceDirection'), readDirection),
    targetDirection: maybe(field(value, 'targetDirection'), readDirection),
  };
}

function readDirection(value: unknown): UnitDirection {
  return oneOf(value, UNIT_DIRECTIONS);
}

export function readPage(value: unknown): SegmentPage {
  return {
    segments: list(field(value, 'segments'), readSegment),
    next: maybe(field(value, 'next'), number),
  };
}

export function readNote(value: unknown): Note {
  return {
    id: number(field(value, 'id')),
    author: text(field(value, 'author')),
    at: number(field(value, 'at')),
    text: text(field(value, 'text')),
  };
}

export function readProgress(value: unknown): Progress {
  const byState = field(value, 'byState');
  const words = (state: State): number => number(field(field(byState, state), 'words'));
  return {
    words: number(field(value, 'words')),
    done: words('translated') + words('reviewed') + words('final'),
    translated: number(field(value, 'translated')),
    reviewed: number(field(value, 'reviewed')),
  };
}
