/**
 * The duties of a program that edits XLIFF, each by its number: 1 to 25 of XLIFF 2.x, and those of 1.2. A row is a
 * unit, an edit, and the unit byte for byte afterwards or the problems for which it was left alone.
 */
import { expect, test } from 'vitest';
import type { UnitUpdate } from '../../../server/core/document/update.ts';
import type { BilingualFormat } from '../../../server/formats/format.ts';
import { xliff12 } from '../../../server/formats/xliff12/index.ts';
import { xliff2 } from '../../../server/formats/xliff2/index.ts';
import { content, edit, fileOf } from './duties.ts';

interface Row {
  readonly duty: string;
  readonly what: string;
  readonly format?: BilingualFormat;
  /** Target of the only segment in shorthand, or the whole update. */
  readonly edit: string | Omit<UnitUpdate, 'unit'>;
  readonly before: string;
  /** The unit afterwards, or a list of problems. */
  readonly after: string | readonly string[];
}

const u2 = (inner: string, rest = ''): string => `<unit id="1"${rest}>${inner}</unit>`;
const seg = (source: string, target?: string, rest = ''): string =>
  `<segment${rest}><source>${source}</source>${target === undefined ? '' : `<target>${target}</target>`}</segment>`;
const DONE = ' state="translated"';

const PERCENT =
  '<ph id="1" canCopy="no" canDelete="no" canReorder="firstNo"/>: <ph id="2" canCopy="no" canDelete="no" canReorder="no"/>';

const ROWS: readonly Row[] = [
  {
    duty: '7',
    what: 'a code that may not be deleted stays',
    edit: 'چیزی',
    before: u2(seg('a <ph id="1" canDelete="no"/>')),
    after: ['code-not-deletable'],
  },
  {
    duty: '7',
    what: 'a draft may still lack it',
    edit: { segments: [{ target: ['چیزی'], state: 'initial' }] },
    before: u2(seg('a <ph id="1" canDelete="no"/>')),
    after: u2(seg('a <ph id="1" canDelete="no"/>', 'چیزی')),
  },
  {
    duty: '7',
    what: 'codes that keep their order',
    edit: 'x <2/> <1/>',
    before: u2(seg(PERCENT)),
    after: ['code-order'],
  },
  {
    duty: '7',
    what: 'a sequence is moved as a whole, and not into another',
    edit: '<3/><1/><4/><2/>',
    before: u2(
      seg(
        `${PERCENT}<ph id="3" canCopy="no" canDelete="no" canReorder="firstNo"/><ph id="4" canCopy="no" canDelete="no" canReorder="no"/>`,
      ),
    ),
    after: ['code-order', 'code-order'],
  },
  {
    duty: '7',
    what: 'a code that may be deleted, and an annotation, may go',
    edit: 'x',
    before: u2(seg('<ph id="1"/><mrk id="2" type="term">a</mrk>')),
    after: u2(seg('<ph id="1"/><mrk id="2" type="term">a</mrk>', 'x', DONE)),
  },
  {
    duty: '8',
    what: 'a code that only the target has is written again',
    edit: 'y<9/>',
    before: u2(seg('a', 'x<ph id="9" canDelete="no"/>', DONE)),
    after: u2(seg('a', 'y<ph id="9" canDelete="no"/>', DONE)),
  },
  {
    duty: '9',
    what: 'a code that may not be copied',
    edit: '<1/><1/>',
    before: u2(seg('<ph id="1" canCopy="no"/>')),
    after: ['code-duplicate'],
  },
  {
    duty: '9',
    what: 'a clone: a new id, and copyOf where there is no original data',
    edit: '<1/> <1/> <a>b</a> <a>c</a>',
    before: u2(seg('<ph id="1" disp="x"/><pc id="a">b</pc>')),
    after: u2(
      seg(
        '<ph id="1" disp="x"/><pc id="a">b</pc>',
        '<ph id="1" disp="x"/> <ph id="1-2" disp="x" copyOf="1"/> <pc id="a">b</pc> <pc id="a-2" copyOf="a">c</pc>',
        DONE,
      ),
    ),
  },
  {
    duty: '9',
    what: 'a clone with original data names the same data and no base',
    edit: '<1>b</1><1>c</1>',
    before: u2(
      `<originalData><data id="d">[</data></originalData>${seg('<sc id="1" dataRef="d"/>b<ec startRef="1"/>')}`,
    ),
    after: u2(
      `<originalData><data id="d">[</data></originalData>${seg(
        '<sc id="1" dataRef="d"/>b<ec startRef="1"/>',
        '<sc id="1" dataRef="d"/>b<ec startRef="1"/><sc id="1-2" dataRef="d"/>c<ec startRef="1-2"/>',
        DONE,
      )}`,
    ),
  },
  {
    duty: '10',
    what: 'pc as sc and ec, with the attributes that each takes, where an annotation crosses it',
    edit: '<m:m>x<1>y</m:m>z</1>',
    before: u2(
      seg(
        '<mrk id="m" type="term">a</mrk><pc id="1" canCopy="no" dispStart="s" dispEnd="e" type="ui">b</pc>',
      ),
    ),
    after: u2(
      seg(
        '<mrk id="m" type="term">a</mrk><pc id="1" canCopy="no" dispStart="s" dispEnd="e" type="ui">b</pc>',
        '<mrk id="m" type="term">x<sc id="1" canCopy="no" disp="s" type="ui" canOverlap="no"/>y</mrk>z<ec startRef="1" canCopy="no" disp="e" type="ui" canOverlap="no"/>',
        DONE,
      ),
    ),
  },
  {
    duty: '10',
    what: 'pairs that may not overlap',
    edit: '<1>x<2>y</1>z</2>',
    before: u2(seg('<pc id="1">a</pc><pc id="2" canOverlap="yes">b</pc>')),
    after: ['code-overlap'],
  },
  {
    duty: '10',
    what: 'pairs that may',
    edit: '<1>x<2>y</1>z</2>',
    before: u2(seg('<sc id="1"/>a<ec startRef="1"/><sc id="2"/>b<ec startRef="2"/>')),
    after: u2(
      seg(
        '<sc id="1"/>a<ec startRef="1"/><sc id="2"/>b<ec startRef="2"/>',
        '<sc id="1"/>x<sc id="2"/>y<ec startRef="1"/>z<ec startRef="2"/>',
        DONE,
      ),
    ),
  },
  {
    duty: '10',
    what: 'a code whose other half is outside the unit needs none',
    edit: 'x<1>',
    before: u2(seg('<sc id="1" isolated="yes"/>a')),
    after: u2(seg('<sc id="1" isolated="yes"/>a', 'x<sc id="1" isolated="yes"/>', DONE)),
  },
  {
    duty: '10',
    what: 'a pair that ends before it begins',
    edit: '</1>x<1>',
    before: u2(seg('<sc id="1"/>a<ec startRef="1"/>')),
    after: ['code-unbalanced'],
  },
  {
    duty: '11',
    what: 'a clone takes no id that anything in the unit has',
    edit: { segments: [{ target: content('<1/><1/>') }, {}] },
    before: u2(`${seg('<ph id="1"/>')}<segment id="1-2"><source>b<ph id="1-3"/></source></segment>`),
    after: u2(
      `${seg('<ph id="1"/>', '<ph id="1"/><ph id="1-4" copyOf="1"/>', DONE)}<segment id="1-2"><source>b<ph id="1-3"/></source></segment>`,
    ),
  },
  {
    duty: '5.3 clone',
    what: 'in 1.2 a clone that is known by its id keeps it, others get a new one',
    format: xliff12,
    edit: '<1/><1/><2/><2/><g>a</g><g>b</g>',
    before: '<trans-unit id="1"><source><x id="1"/><ph id="2">%s</ph><g id="g">a</g></source></trans-unit>',
    after:
      '<trans-unit id="1"><source><x id="1"/><ph id="2">%s</ph><g id="g">a</g></source><target state="translated"><x id="1"/><x id="1"/><ph id="2">%s</ph><ph id="2-2">%s</ph><g id="g">a</g><g id="g">b</g></target></trans-unit>',
  },
  {
    duty: '5.3 clone',
    what: 'in 1.2 clone="no"',
    format: xliff12,
    edit: '<1/><1/>',
    before: '<trans-unit id="1"><source><x id="1" clone="no"/></source></trans-unit>',
    after: ['code-duplicate'],
  },
];

test.each(ROWS)('$duty: $what', ({ format = xliff2, before, edit: wanted, after }) => {
  const update = typeof wanted === 'string' ? { segments: [{ target: content(wanted) }] } : wanted;
  const result = edit(format, fileOf(format, before), update);
  const expected = typeof after === 'string' ? { text: after, codes: [] } : { text: before, codes: after };
  expect(result).toEqual({ ...expected, text: fileOf(format, expected.text) });
});
