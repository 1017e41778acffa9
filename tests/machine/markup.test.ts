/** Content goes out as numbered tags and comes back as it was; an answer with other tags gives its words alone. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeContent, textOf, type Content, type InlineCode } from '../../server/core/text/content.ts';
import { fromMarkup, toMarkup } from '../../server/machine/shared/markup.ts';

const code = (kind: InlineCode['code'], id: string, more: Partial<InlineCode> = {}): InlineCode => ({
  code: kind,
  id,
  equiv: '',
  text: `<secret ${id}>`,
  ...more,
});
const bold: Content = [
  'A ',
  code('open', 'b1'),
  'bold',
  code('close', 'b1'),
  ' & <plain>',
  code('standalone', 'br'),
];

describe('content as marked text', () => {
  it('has numbered tags, and nothing of the original’s own markup', () => {
    expect(toMarkup(bold).text).toBe('A <g id="1">bold</g> &amp; &lt;plain&gt;<x id="2"/>');
  });

  it('is sent as it stands where it has no codes', () => {
    expect(toMarkup(['a < b & c'])).toMatchObject({ text: 'a < b & c', tagged: false });
  });

  it('keeps protected text back', () => {
    const edges = { translate: false } as const;
    const content: Content = [
      'See ',
      code('marker', 'm', { edge: 'open', ...edges }),
      'Recto',
      code('marker', 'm', { edge: 'close' }),
      '.',
    ];
    const markup = toMarkup(content);
    expect(markup.text).toBe('See <x id="1"/>.');
    expect(fromMarkup('<x id="1"/> را ببینید.', markup).target).toEqual([
      ...content.slice(1, 4),
      ' را ببینید.',
    ]);
  });

  it('takes a half of a pair that began elsewhere for a point', () => {
    expect(toMarkup([code('close', 'i'), 'end']).text).toBe('<x id="1"/>end');
  });

  it.each([
    ['in another order', '<x id="2"/><g id="1">B</g>', false],
    ['written as machines do', '<G ID=1>B</G> <x id="2"></x>', false],
    ['one missing', '<g id="1">B</g>', true],
    ['one twice', '<g id="1">B</g><x id="2"/><x id="2"/>', true],
    ['one of its own', '<g id="1">B</g><x id="2"/><x id="9"/>', true],
    ['not closed', '<g id="1">B<x id="2"/>', true],
    ['of the other kind', '<x id="1"/>B<x id="2"/>', true],
  ])('tags %s', (_name, answer, lost) => {
    const back = fromMarkup(answer, toMarkup(bold));
    expect(back.lostCodes).toBe(lost);
    expect(textOf(back.target).trim()).toBe('B');
    expect(back.target.some((part) => typeof part !== 'string')).toBe(!lost);
  });

  it('comes back unchanged, whatever is in it', () => {
    const text = fc.string({ unit: 'grapheme' });
    const leaf = fc.array(text, { maxLength: 2 });
    const content = fc
      .array(fc.tuple(leaf, fc.constantFrom('pair', 'point', 'text'), leaf), { maxLength: 6 })
      .map((items) =>
        normalizeContent(
          items.flatMap(([before, kind, inside], index) => {
            const id = `c${index}`;
            if (kind === 'text') return before;
            if (kind === 'point') return [...before, code('standalone', id)];
            return [...before, code('open', id), ...inside, code('close', id)];
          }),
        ),
      );
    fc.assert(
      fc.property(content, (original) => {
        const markup = toMarkup(original);
        expect(fromMarkup(markup.text, markup)).toEqual({ target: original, lostCodes: false });
      }),
    );
  });
});
