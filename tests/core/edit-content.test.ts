import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasErrors } from '../../server/core/problem.ts';
import { checkCodes } from '../../server/core/document/check-codes.ts';
import {
  codeKey,
  codesOf,
  normalizeContent,
  textOf,
  type Content,
  type InlineCode,
} from '../../server/core/text/content.ts';
import {
  insertCode,
  insertContent,
  insertText,
  lengthOf,
  lineBreakFor,
  missingCodes,
  pastedContent,
  removeSelection,
  sliceContent,
  spliceContent,
  withoutWidows,
  wrapSelection,
  type EditState,
} from '../../server/core/text/edit-content.ts';
import { recordEdit, redo, startHistory, undo } from '../../server/core/text/edit-history.ts';

const open: InlineCode = { code: 'open', id: 'b', equiv: '', text: '**' };
const close: InlineCode = { code: 'close', id: 'b', equiv: '', text: '**' };
const lineBreak: InlineCode = { code: 'standalone', id: 'lb', equiv: '\n', text: '\\\n', subType: 'xlf:lb' };
const picture: InlineCode = { code: 'standalone', id: 'img', equiv: '', text: '![x](y)' };
/** Its opening half stands in an earlier segment. */
const lateClose: InlineCode = { code: 'close', id: 'earlier', equiv: '', text: '_' };
const source: Content = [
  'The ',
  open,
  'lamp',
  close,
  ' still',
  lineBreak,
  picture,
  ' burned',
  lateClose,
  '.',
];

const caret = (content: Content, start: number, end: number = start): EditState => ({ content, start, end });

describe('positions', () => {
  test('a code takes one, an emoji two', () => {
    expect(lengthOf(['ab', open, '🕯'])).toBe(5);
    expect(sliceContent(['ab', open, 'c'], 1, 3)).toEqual(['b', open]);
    expect(spliceContent(['ab', open, 'c'], 2, 3, ['X'])).toEqual(['abXc']);
  });
});

describe('removing', () => {
  test('one half of a pair takes the other with it, and the caret stays where it was', () => {
    const state = caret(['a', open, 'b', close, 'c'], 3, 4);
    expect(removeSelection(state)).toEqual(caret(['abc'], 2));
  });

  test('a half whose partner was never there is left alone', () => {
    expect(removeSelection(caret(['a', lateClose, 'bc'], 2, 3))).toEqual(caret(['a', lateClose, 'c'], 2));
  });

  test('a second copy of a code is dropped', () => {
    expect(withoutWidows([picture], caret([picture, 'a', picture], 3))).toEqual(caret([picture, 'a'], 2));
  });
});

describe('inserting codes', () => {
  test.each<[string, EditState, InlineCode, EditState]>([
    ['a pair around the selection', caret(['abc'], 1, 2), open, caret(['a', open, 'b', close, 'c'], 2, 3)],
    ['the same by its other half', caret(['abc'], 1, 2), close, caret(['a', open, 'b', close, 'c'], 2, 3)],
    ['an empty pair at the caret', caret(['ab'], 1), open, caret(['a', open, close, 'b'], 2)],
    [
      'what is missing, after its opening',
      caret(['ab', open, 'c'], 0),
      close,
      caret(['ab', open, close, 'c'], 4),
    ],
    [
      'what is missing, before its close',
      caret(['a', close, 'b'], 3),
      open,
      caret(['a', open, close, 'b'], 2),
    ],
    ['a single code after the selection', caret(['abc'], 0, 2), picture, caret(['ab', picture, 'c'], 3)],
    ['a half of a pair of two segments', caret(['ab'], 1), lateClose, caret(['a', lateClose, 'b'], 2)],
  ])('%s', (_name, state, code, expected) => {
    expect(insertCode(state, source, code)).toEqual(expected);
  });

  test('one that is there already changes nothing', () => {
    const state = caret(['a', picture], 0);
    expect(insertCode(state, source, picture)).toBe(state);
  });
});

describe('wrapping', () => {
  test('what was selected stays selected between the two; a caret stands there alone', () => {
    expect(wrapSelection(caret(['a', open, 'b', close], 1, 4), '\u2066', '\u2069')).toEqual(
      caret(['a\u2066', open, 'b', close, '\u2069'], 2, 5),
    );
    expect(wrapSelection(caret(['ab'], 1, 1), '«', '»')).toEqual(caret(['a«»b'], 2, 2));
  });
});

describe('pasting', () => {
  test('joiners, zero-width spaces and direction marks stay; markup is text', () => {
    const text = 'می‌روم\u200b \u200f<b>ကို\u200b</b>';
    expect(pastedContent(text, [], [])).toEqual([text]);
  });

  test('line breaks become missing line-break codes, then spaces', () => {
    expect(pastedContent('a \r\n b\nc\n', source, [])).toEqual(['a', lineBreak, 'b c']);
    expect(pastedContent('a\nb', source, [lineBreak])).toEqual(['a b']);
  });

  test('lines stay lines where the source has such; a break of Word or of a page is a break', () => {
    expect(pastedContent('a\nb\u000bc\f', ['x\ny'], [])).toEqual(['a\nb\nc']);
    expect(pastedContent('a\u000bb', [], [])).toEqual(['a b']);
  });

  test('what no format can hold is left out', () => {
    expect(pastedContent('a\u0000b\ud800c\u001bd\te', [], [])).toEqual(['abcd\te']);
  });

  test('Enter puts in a missing line-break code, a line break where the source has such, else nothing', () => {
    expect(lineBreakFor(source, [])).toEqual([lineBreak]);
    expect(lineBreakFor(source, [lineBreak])).toEqual([]);
    expect(lineBreakFor(['a\nb'], [])).toEqual(['\n']);
  });
});

type Step =
  | { readonly act: 'type'; readonly text: string; readonly at: number; readonly to: number }
  | { readonly act: 'paste'; readonly text: string; readonly at: number; readonly to: number }
  | { readonly act: 'delete'; readonly at: number; readonly to: number }
  | { readonly act: 'insert'; readonly code: number; readonly at: number; readonly to: number };

const place = fc.nat(30);
const anyText = fc.string({ unit: 'grapheme', maxLength: 6 });
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ act: fc.constant('type' as const), text: anyText, at: place, to: place }),
  fc.record({ act: fc.constant('paste' as const), text: anyText, at: place, to: place }),
  fc.record({ act: fc.constant('delete' as const), at: place, to: place }),
  fc.record({ act: fc.constant('insert' as const), code: fc.nat(20), at: place, to: place }),
);

function run(state: EditState, step: Step): EditState {
  const length = lengthOf(state.content);
  const start = Math.min(step.at, step.to, length);
  const end = Math.min(Math.max(step.at, step.to), length);
  const selected = { content: state.content, start, end };
  const codes = codesOf(source);
  switch (step.act) {
    case 'type':
      return insertText(selected, step.text);
    case 'paste':
      return insertContent(selected, pastedContent(step.text, source, state.content));
    case 'delete':
      return removeSelection(selected);
    case 'insert':
      return insertCode(selected, source, codes[step.code % codes.length]!);
  }
}

describe('any row of edits', () => {
  test('keeps codes whole, once, paired and in order: it can always be saved', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
        const { content, start, end } = steps.reduce(run, caret(source, 0));
        expect(hasErrors(checkCodes(source, content))).toBe(false);
        const halves = codesOf(content)
          .filter((code) => code.id === 'b')
          .map(codeKey);
        expect([[], ['open:b', 'close:b']]).toContainEqual(halves);
        expect(content).toEqual(normalizeContent(content));
        expect(0 <= start && start <= end && end <= lengthOf(content)).toBe(true);
        expect(missingCodes(source, content).length + codesOf(content).length).toBe(codesOf(source).length);
      }),
    );
  });

  test('text that is typed is there exactly, and nothing else of the text has changed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), place, (text, at) => {
        const start = Math.min(at, lengthOf(source));
        const { content } = insertText(caret(source, start), text);
        const before = textOf(sliceContent(source, 0, start));
        expect(textOf(content)).toBe(before + text + textOf(source).slice(before.length));
      }),
    );
  });

  test('can be undone to the beginning and done again to the end', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 30 }), (steps) => {
        let history = startHistory(caret(source, 0));
        for (const [index, step] of steps.entries())
          history = recordEdit(history, run(history.present, step), 'other', index * 5_000);
        const end = history.present.content;
        for (let count = 0; count <= steps.length; count += 1) history = undo(history);
        expect(history.present.content).toEqual(source);
        for (let count = 0; count <= steps.length; count += 1) history = redo(history);
        expect(history.present.content).toEqual(end);
      }),
    );
  });

  test('typing without a pause is one step', () => {
    let history = startHistory(caret([], 0));
    for (const [index, text] of ['a', 'ab', 'abc'].entries())
      history = recordEdit(history, caret([text], text.length), 'typing', 5_000 + index * 100);
    history = recordEdit(history, caret(['abcd'], 4), 'typing', 9_000);
    expect(undo(history).present.content).toEqual(['abc']);
    expect(undo(undo(history)).present.content).toEqual([]);
  });
});
