import { plainText } from '../../server/formats/text/index.ts';
import { expect, test } from 'vitest';
import { segmentsOf } from '../../server/core/document/unit.ts';
import { textOf } from '../../server/core/text/content.ts';
import { describeMonolingualFormat, expectRoundTrip, readOrFail } from '../contracts/format.ts';

const text = `A title

  The first sentence. The second one,
on two lines.
آیا این درست است؟ بله.
\t

မင်္ဂလာပါ။ & <b> * not markup *
`;

/** The drawn lines among what the contract writes. */
const DRAWN = /^(?:-{3,}|_{3,}|={3,}|~{3,}|\/{3,}|\\{3,}|#{3,}|\+{3,})$/;

describeMonolingualFormat(plainText, {
  text,
  cannotExpress: (target) =>
    /\r|^\s*\n|\n\s*$|\n\s*\n/.test(target) ||
    target.trim() === '' ||
    target.split('\n').some((line) => DRAWN.test(line.trim())),
});

const drawn = `Chapter
=======
The first line.
  ________
Name: ____
* * *
-----

───
––
The end.
`;

test('a drawn line parts paragraphs and is a rule; what only looks like one is text', () => {
  const { units, outline } = readOrFail(plainText, Buffer.from(drawn));
  expect(units.map((unit) => segmentsOf(unit).map(({ source }) => textOf(source)))).toEqual([
    ['Chapter'],
    ['The first line.'],
    ['Name: ____', '* * *'],
    ['––', 'The end.'],
  ]);
  const kinds = ['paragraph', 'rule', 'paragraph', 'rule', 'paragraph', 'rule', 'rule', 'paragraph'];
  expect(outline.map(({ kind }) => kind)).toEqual(kinds);
  expectRoundTrip(plainText, Buffer.from(drawn));
});
