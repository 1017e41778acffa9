/** What the prose of XLIFF 1.x asks beyond its schemas: each rule broken, and each kept where it is nearly broken. */
import { describe, expect, it } from 'vitest';
import { validateXliff12 } from '../../../server/formats/xliff12/rules/validate.ts';

const NAMESPACE = 'urn:oasis:names:tc:xliff:document:1.2';

function document(
  units: string,
  { header = '', file = '', root = `version="1.2" xmlns="${NAMESPACE}"` } = {},
): string {
  return `<xliff ${root}><file original="a" source-language="en" target-language="fa" datatype="html"${file}>
${header}<body>${units}</body></file></xliff>`;
}

const unit = (content: string, attributes = ''): string =>
  document(`<trans-unit id="1"${attributes}>${content}</trans-unit>`);

const source = (content: string): string => unit(`<source>${content}</source>`);

const target = (content: string, attributes = '', ofUnit = ''): string =>
  unit(`<source>a</source><target${attributes}>${content}</target>`, ofUnit);

const internal = (form: string, content: string): string =>
  document('', {
    header: `<header><skl><internal-file form="${form}">${content}</internal-file></skl></header>`,
  });

function codes(text: string): readonly string[] {
  return validateXliff12(new TextEncoder().encode(text), { strict: false }).map((each) => each.code);
}

describe('broken', () => {
  it.each([
    ['no namespace', document('', { root: 'version="1.2"' }), 'xliff-namespace-missing'],
    [
      'another version',
      document('', { root: `version="1.1" xmlns="${NAMESPACE}"` }),
      'xliff-version-mismatch',
    ],
    ['an attribute of nobody', unit('<source/>', ' aproved="yes"'), 'xliff-attribute-own'],
    ['no closing bpt', source('<bpt id="1"/>'), 'xliff-pair-incomplete'],
    ['no opening ept', source('<ept id="1"/>'), 'xliff-pair-incomplete'],
    [
      'the wrong way round',
      source('<ex id="1"/>a<bx id="1"/>'),
      'xliff-pair-incomplete',
      'xliff-pair-incomplete',
    ],
    [
      'a half in a sub',
      source('<ph id="1"><sub><bx id="1"/></sub></ph><ex id="1"/>'),
      'xliff-pair-incomplete',
      'xliff-pair-incomplete',
    ],
    ['two of a kind', source('<bx id="1"/><bx id="1"/><ex id="1"/>'), 'xliff-pair-incomplete'],
    [
      'a segment without mid',
      unit('<source>a</source><seg-source><mrk mtype="seg">a</mrk></seg-source>'),
      'xliff-segment-mid-missing',
    ],
    [
      'another text',
      unit('<source>a b</source><seg-source><mrk mtype="seg" mid="1">a</mrk></seg-source>'),
      'xliff-seg-source-differs',
    ],
    ['nothing translated', target('', ' state="translated"'), 'xliff-state-untranslated'],
    ['only a marker', target('<mrk mtype="protected"/>', ' state="final"'), 'xliff-state-untranslated'],
    [
      'rejected and final',
      target('b', ' state="final" state-qualifier="rejected-length"'),
      'xliff-state-rejected',
    ],
    ['approved, no target', unit('<source>a</source>', ' approved="yes"'), 'xliff-approved-untranslated'],
    ['approved, empty target', target('', '', ' approved="yes"'), 'xliff-approved-untranslated'],
    ['approved and new', target('b', ' state="new"', ' approved="yes"'), 'xliff-approved-state'],
    ['another language', target('b', ' xml:lang="my"'), 'xliff-language-differs'],
    ['no language', target('b').replace(' target-language="fa"', ''), 'xliff-target-language-missing'],
    ['no language tag', source('a').replace('"fa"', '"persian-of-iran"'), 'language-unreadable'],
    ['no number', unit('<source/>', ' maxwidth="wide"'), 'xliff-size-malformed'],
    ['more than most', unit('<source/>', ' minbytes="10" maxbytes="9"'), 'xliff-size-contradictory'],
    ['a font without a size', unit('<source/>', ' font="Arial;bold"'), 'xliff-font-malformed'],
    ['a form of its own', internal('hex', 'aa'), 'xliff-form-unknown'],
    ['base64 cut short', internal('base64', 'QUJ'), 'xliff-base64-malformed'],
    ['an xid to nowhere', source('<x id="1" xid="9"/>'), 'xliff-reference-unknown'],
    [
      'a phase of an alternative',
      unit('<source>a</source><alt-trans phase-name="p"><target>b</target></alt-trans>'),
      'xliff-reference-unknown',
    ],
    [
      'one id twice in 1.0',
      document('<group id="a"/><group id="a"/>', { root: 'version="1.0"', header: '<header/>' }),
      'xliff-id-repeated',
    ],
  ])('%s', (_what, text, ...expected) => {
    expect(codes(text)).toEqual(expected);
  });
});

describe('kept', () => {
  it.each([
    ['pairs by rid', source('<bpt id="1" rid="7"/>a<ept id="2" rid="7"/>')],
    ['pairs by id', source('<bx id="1"/>a<ex id="1"/>')],
    ['pairs that cross', source('<bpt id="1"/><bx id="1"/>a<ept id="1"/><ex id="1"/>')],
    ['a pair of a pair', source('<bx id="1"/><ex id="1"/><bx id="1"/><ex id="1"/>')],
    ['a pair in a sub', source('<ph id="1"><sub><bpt id="1"/>a<ept id="1"/></sub></ph>')],
    [
      'a pair around segments',
      unit(
        '<source><bx id="1"/>a b<ex id="1"/></source><seg-source><mrk mtype="seg" mid="1"><bx id="1"/>a</mrk> <mrk mtype="seg" mid="2">b<ex id="1"/></mrk></seg-source>',
      ),
    ],
    ['a half on its own, said so', source('<it id="1" pos="open"/>')],
    [
      'other white space',
      unit('<source>a  b</source><seg-source><mrk mtype="seg" mid="1">a</mrk> b</seg-source>'),
    ],
    ['a code alone is a translation', target('<x id="1"/>', ' state="final"')],
    ['nothing to translate', unit('<source/><target state="final"/>', ' approved="yes"')],
    ['a target that waits', target('', ' state="needs-translation"')],
    ['a region of the language', target('b', ' xml:lang="fa-IR"')],
    [
      'an alternative in another language',
      unit('<source>a</source><alt-trans xml:lang="de"><target xml:lang="de">b</target></alt-trans>'),
    ],
    ['no targets, no language', source('a').replace(' target-language="fa"', '')],
    ['a font by its name', unit('<source/>', ' font="Vazirmatn;12pt"')],
    ['base64 in lines', internal('base64', 'QUJD\n  REVG')],
    [
      'an xid to a unit behind',
      document(
        '<trans-unit id="1"><source><x id="1" xid="2"/></source></trans-unit><trans-unit id="2"><source/></trans-unit>',
      ),
    ],
    ['an attribute of somebody', unit('<source/>', ' xmlns:m="urn:m" m:locked="true"')],
    [
      'what stands in foreign elements',
      unit('<source/><m:a xmlns:m="urn:m"><g/><target state="done"/></m:a>'),
    ],
  ])('%s', (_what, text) => {
    expect(codes(text)).toEqual([]);
  });
});

describe('hostile files', () => {
  it.each([
    ['not XML', 'hello', 'xml-malformed'],
    ['not XLIFF', '<html/>', 'xliff-not-xliff'],
    [
      'XLIFF of another generation',
      '<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0"/>',
      'xliff-version-unknown',
    ],
    ['an entity', '<!DOCTYPE x [<!ENTITY a "b">]><xliff version="1.2"/>', 'xml-dtd'],
    ['nothing', '', 'file-empty'],
  ])('%s is said with a code', (_what, text, code) => {
    expect(codes(text)).toEqual([code]);
  });

  it('twenty thousand pairs that cross are checked before the test’s time is up', () => {
    const row = (name: string): string =>
      Array.from({ length: 20_000 }, (_, index) => `<${name} id="${index}"/>`).join('');
    expect(codes(source(row('bx') + row('ex')))).toEqual([]);
  });

  it('a hundred thousand faults are counted, not listed', () => {
    const found = codes(document('<trans-unit/>'.repeat(50_000)));
    expect(found.length).toBe(1001);
    expect(found.at(-1)).toBe('rule-more');
  });
});
