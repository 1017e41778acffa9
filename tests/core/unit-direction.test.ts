import { expect, test } from 'vitest';
import { directionFor } from '../../server/core/document/unit-direction.ts';
import { tag } from '../support/workbench.ts';

test.each([
  [null, 'fa', '', 'rtl'],
  [undefined, 'my', 'سلام', 'ltr'],
  ['ltr', 'fa', 'سلام', 'ltr'],
  ['rtl', 'en', 'Hello', 'rtl'],
  ['auto', 'en', '12: سلام Hello', 'rtl'],
  ['auto', 'fa', '\u2067سلام\u2069 Hello', 'ltr'],
  ['auto', 'fa', '12!', 'rtl'],
] as const)('a unit that says %s, in %s, with %j', (said, language, text, expected) => {
  expect(directionFor(said, tag(language), [text])).toBe(expected);
});
