/**
 * What tools say in the `prop`s of a `tu` and its `tuv`s: the context of the translation, its document, how it came
 * about. Props that Recto writes for these are taken out, all others stay as they came.
 */
import { NO_CONTEXT, type TuContext, type TuKind, type TuProperty } from '../../core/memory/tu.ts';

/** Those that we write ourselves; all but the last are OmegaT's. */
export const OWN = {
  previous: 'prev',
  next: 'next',
  id: 'id',
  document: 'file',
  kind: 'x-recto-kind',
} as const;

export interface ToldByProperties {
  readonly context: TuContext;
  readonly document: string;
  readonly kind: TuKind;
  readonly properties: readonly TuProperty[];
}

/** By lower-case type, each tool's own; the first that is there counts. */
const PREVIOUS = ['prev', 'x-context-pre', 'context_prev', 'x-previous-source-text', 'previousmd5segment'];
const NEXT = ['next', 'x-context-post', 'context_next', 'x-next-source-text', 'nextmd5segment'];
const ID = ['id', 'x-idcontext', 'x-context-id', 'context_key'];
const DOCUMENT = [
  'file',
  'x-document',
  'filename',
  'txt::filename',
  'att::filename',
  'x-filename:singlestring',
];
const ORIGIN = ['x-origin', 'origin', 'x-recto-kind'];
const ALIGNED = ['aligned', 'x-aligned'];

const MACHINE =
  /^(?:mt!?|machine|ai|nmt|machine[ _-]?translat(?:ion|ed)|adaptive[ _-]?machine[ _-]?translation|automatic[ _-]?translation)$/i;
const ALIGNMENT = /^(?:auto[ _-]?)?align(?:ed|ment)?$/i;

/** Names that stand for no person: `MT!` and what follows it, and what MT engines are called as users. */
const MACHINE_PERSON =
  /^(?:mt!.*|mt|nmt|machine[ _-]?translation|google[ _-]?translate|deepl|microsoft[ _-]?translator)$/i;
const ALIGNER = /^align(?:er|ment)?!?$/i;

/**
 * `persons`: who made and changed it. `followsWithNext`: whether Trados keeps the next source in the second place of
 * its context, and not the target of the previous one.
 */
export function readProperties(
  all: readonly TuProperty[],
  persons: readonly string[],
  followsWithNext: boolean,
): ToldByProperties {
  if (all.length === 0 && !persons.some(isMachine)) {
    const kind = persons.some((each) => ALIGNER.test(each)) ? 'aligned' : 'human';
    return { context: NO_CONTEXT, document: '', kind, properties: all };
  }
  const first = (types: readonly string[]): string | null => {
    for (const type of types) {
      const found = all.find((each) => each.type.toLowerCase() === type && each.text.trim() !== '');
      if (found !== undefined) return plainContext(found.text);
    }
    return null;
  };
  const trados = tradosContext(all.find(({ type }) => type === 'x-ContextContent')?.text ?? '');
  const context = {
    previous: first(PREVIOUS) ?? trados[0],
    next: first(NEXT) ?? (followsWithNext ? trados[1] : null),
    id: first(ID),
  };
  const own = new Set<string>(Object.values(OWN));
  const properties = all.filter(({ type, language }) => language !== undefined || !own.has(type));
  return { context, document: first(DOCUMENT) ?? '', kind: kindOf(all, persons), properties };
}

function isMachine(person: string): boolean {
  return MACHINE_PERSON.test(person.trim());
}

function kindOf(all: readonly TuProperty[], persons: readonly string[]): TuKind {
  const origins = all
    .filter(({ type }) => ORIGIN.includes(type.toLowerCase()))
    .map(({ text }) => text.trim());
  if (origins.some((text) => MACHINE.test(text)) || persons.some(isMachine)) return 'machine';
  const isAligned =
    origins.some((text) => ALIGNMENT.test(text)) ||
    persons.some((each) => ALIGNER.test(each.trim())) ||
    all.some(
      ({ type, text }) => ALIGNED.includes(type.toLowerCase()) && /^(?:yes|true|1)$/i.test(text.trim()),
    );
  return isAligned ? 'aligned' : 'human';
}

/** memoQ keeps a whole `seg` as text, codes among it. */
function plainContext(text: string): string {
  const segment = /^\s*<seg>([\s\S]*)<\/seg>\s*$/.exec(text);
  if (segment === null) return text;
  return (segment[1] ?? '')
    .replace(/<(bpt|ept|ph|it|ut)\b[^>]*>[\s\S]*?<\/\1>|<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

/** `text | codes | text | codes`, a bar in a text doubled; null where nothing stands. */
function tradosContext(text: string): readonly [string | null, string | null] {
  const parts = text.split(/ \| ?(?!\|)/);
  const plain = (part: string | undefined): string | null =>
    part === undefined || part.trim() === '' ? null : part.replaceAll('||', '|');
  return [plain(parts[0]), plain(parts[2])];
}
