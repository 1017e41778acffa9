/** Elements that stand in the text itself, not as inline codes (`<b>` in a string of a program): the same in both. */
import type { Check, CheckedSegment, Finding } from '../check.ts';

export const markupInText: Check = {
  id: 'markup-in-text',
  languages: 'all',
  severity: 'warning',
  issueType: 'markup',
  messages: ['missing', 'extra'],
  example: {
    source: 'Press <b>Save</b>.',
    target: '<b>ذخیره</a> را بزنید.',
    mended: '<b>ذخیره</b> را بزنید.',
    targetLanguage: 'fa',
  },
  find: findMarkup,
};

const TAG = /<(\/?)([A-Za-z][A-Za-z0-9:-]{0,30})((?:\s[^<>]{0,1000})?)>/gu;

function findMarkup({ source, target }: CheckedSegment): readonly Finding[] {
  const [wanted, given] = [tagsOf(source), tagsOf(target)];
  return [
    ...surplus(wanted, given).map(({ text, ...span }): Finding => ({
      target: null,
      source: { start: span.start, end: span.end },
      message: 'missing',
      values: { tag: text },
    })),
    ...surplus(given, wanted)
      // Something in angle brackets is only markup where the source has such.
      .filter(() => wanted.length > 0)
      .map(({ text, start, end }): Finding => ({
        target: { start, end },
        message: 'extra',
        values: { tag: text },
      })),
  ];
}

interface Tag {
  /** `b` or `/b`. */
  readonly name: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Elements that programs have in their texts. `<none>` is no markup but a word in angle brackets. */
const KNOWN = new Set(
  'a abbr acronym b bdi bdo big blockquote body br button cite code dd del dfn div dl dt em font h1 h2 h3 h4 h5 h6 hr html i iframe img input ins kbd label li nowiki ol option p pre q s samp script select small span strike strong style sub sup table tbody td th thead title tr tt u ul var wbr'.split(
    ' ',
  ),
);

function tagsOf(text: string): readonly Tag[] {
  const all = [...text.matchAll(TAG)];
  const closed = new Set(all.filter(([, slash]) => slash === '/').map(({ 2: name = '' }) => name));
  const isElement = ({ 2: name = '', 3: rest = '' }: RegExpExecArray): boolean =>
    KNOWN.has(name.toLowerCase()) || closed.has(name) || /=|\/$/u.test(rest);
  return all.filter(isElement).map(({ index, 0: tag, 1: slash = '', 2: name = '' }) => ({
    name: `${slash}${name.toLowerCase()}`,
    text: `<${slash}${name}>`,
    start: index,
    end: index + tag.length,
  }));
}

/** Those of the first that the second has fewer of. */
function surplus(tags: readonly Tag[], others: readonly Tag[]): readonly Tag[] {
  const left = new Map<string, number>();
  for (const { name } of others) left.set(name, (left.get(name) ?? 0) + 1);
  return tags.filter(({ name }) => {
    const count = left.get(name) ?? 0;
    left.set(name, count - 1);
    return count <= 0;
  });
}
