/** What the server tells the editor at the start, in the attribute `data-settings` of its element. */
import { BANDS, type Band } from '../../../core/memory/bands.ts';
import { STATES, type State } from '../../../core/document/state.ts';
import { parseLanguageTag, type LanguageTag } from '../../../core/text/language.ts';
import { field, list, maybe, number, oneOf, text, texts } from './decode.ts';
import { readSegment, type Segment } from './model.ts';

export interface Filter {
  readonly states: readonly State[];
  /** Of best matches, as they were when somebody had them looked for. */
  readonly bands: readonly Band[];
  readonly text: string;
}

export const EVERYTHING: Filter = { states: [], bands: [], text: '' };

/** Whether it leaves anything out. */
export function isFiltering({ states, bands, text: wanted }: Filter): boolean {
  return states.length > 0 || bands.length > 0 || wanted !== '';
}

export interface Settings {
  readonly document: number;
  readonly language: LanguageTag;
  readonly sourceLanguage: LanguageTag;
  readonly interface: LanguageTag;
  /** The ten digits of the interface's language. */
  readonly digits: readonly string[];
  readonly total: number;
  /** Position of the segment that is asked for; 0 for none. */
  readonly wanted: number;
  /** Position after which the given segments begin, and that after which they go on. */
  readonly start: number;
  readonly next: number | null;
  readonly filter: Filter;
  /** Heading level by unit. */
  readonly headings: ReadonlyMap<number, number>;
  readonly segments: readonly Segment[];
  readonly messages: Readonly<Record<string, string>>;
}

export function readSettings(root: HTMLElement): Settings {
  const data: unknown = JSON.parse(root.dataset['settings'] ?? '');
  const filter = field(data, 'filter');
  return {
    document: number(field(data, 'document')),
    language: tag(field(data, 'language')),
    sourceLanguage: tag(field(data, 'sourceLanguage')),
    interface: tag(field(data, 'interface')),
    digits: list(field(data, 'digits'), text),
    total: number(field(data, 'total')),
    wanted: number(field(data, 'wanted')),
    start: number(field(data, 'start')),
    next: maybe(field(data, 'next'), number),
    filter: {
      states: list(field(filter, 'states'), (each) => oneOf(each, STATES)),
      bands: list(field(filter, 'bands'), (each) => oneOf(each, BANDS)),
      text: text(field(filter, 'text')),
    },
    headings: new Map(list(field(data, 'headings'), heading)),
    segments: list(field(data, 'segments'), readSegment),
    messages: texts(field(data, 'messages')),
  };
}

function heading(value: unknown): readonly [number, number] {
  const [unit, level] = list(value, number);
  return [unit ?? 0, level ?? 0];
}

function tag(value: unknown): LanguageTag {
  const parsed = parseLanguageTag(text(value));
  if (parsed === null) throw new TypeError('not a language tag');
  return parsed;
}
