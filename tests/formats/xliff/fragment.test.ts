/** A unit read in one walk is the tree that the scanner over text makes of it, to the last offset. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readElement, readTree, type XmlNode } from '../../../server/formats/shared/xml/element.ts';
import { XmlScanner } from '../../../server/formats/shared/xml/scanner.ts';
import { workingBytes } from '../../../server/formats/shared/xml/working-bytes.ts';
import { corpusFile, corpusJson, hasCorpus } from '../../support/corpus.ts';

/** All that is read now and later. */
function allOf(node: XmlNode | null): unknown {
  if (node === null) return null;
  const { kind, start, end } = node;
  if (node.kind === 'text') return { kind, start, end, text: node.text };
  const { name, prefix, local, namespace, attributes, empty, openEnd, closeStart, outerScope } = node;
  const children = node.children.map(allOf);
  return {
    ...{
      kind,
      start,
      end,
      name,
      prefix,
      local,
      namespace,
      attributes,
      empty,
      openEnd,
      closeStart,
      outerScope,
    },
    children,
  };
}

const AT_ONCE = [null, new Set(['a', 'source', 'segment'])];

/** The trees of each element that the text's root holds, and of the root; nothing of what is refused. */
function expectSameTrees(text: string, what: string): void {
  const whole = new XmlScanner(text);
  const starts: { readonly start: number; readonly scope: XmlScanner['outerScope'] }[] = [];
  while (whole.next()) {
    if (whole.kind === 'start' && whole.depth <= 3)
      starts.push({ start: whole.start, scope: whole.outerScope });
  }
  if (whole.failure !== null) return;
  for (const from of starts) {
    const expected = allOf(readTree(new XmlScanner(text, from)));
    for (const atOnce of AT_ONCE) expect(allOf(readElement(text, from, atOnce)), what).toEqual(expected);
  }
}

const names = fc.constantFrom('a', 'b:c', 'trans-unit', 'note', 'é', 'a'.repeat(80));
const values = fc.constantFrom('', 'x', '&lt;&#10;', ' \t\r\n', 'پ &amp; چ', "it's >");
const texts = fc.constantFrom(
  '',
  'text',
  '\r\n\r',
  'a &amp; b',
  '<![CDATA[<&]]>',
  '<!-- c -->',
  '<?p i?>',
  '😀',
);

const markup = fc.letrec<{ element: string }>((tie) => ({
  element: fc
    .tuple(
      names,
      fc.uniqueArray(fc.constantFrom('id', 'xml:space', 'b:x', 'xmlns', 'xmlns:b', 'state'), {
        maxLength: 4,
      }),
      fc.array(values, { minLength: 4, maxLength: 4 }),
      fc.array(fc.oneof({ depthSize: 'small' }, texts, tie('element')), { maxLength: 4 }),
      fc.constantFrom('', ' ', '\r\n'),
    )
    .map(([name, keys, given, children, space]) => {
      const written = keys.map((key, index) => ` ${key}${space}=${space}"${given[index] ?? ''}"`).join('');
      const inner = children.join('');
      return inner === '' ? `<${name}${written}${space}/>` : `<${name}${written}>${inner}</${name}${space}>`;
    }),
})).element;

test('whatever is well-formed', () => {
  fc.assert(
    fc.property(markup, (text) => {
      expectSameTrees(text, text);
    }),
    { numRuns: 300 },
  );
});

test('what is no element is none', () => {
  for (const text of [
    '',
    'x',
    '<',
    '<a',
    '<a b',
    '<a b="',
    '<a><b></a>',
    '<a>',
    '<a/',
    '</a>',
    '<a b="<"/>',
    '<a ="x"/>',
  ]) {
    expect(readElement(text, { start: 0, scope: null }), text).toBe(null);
  }
});

const manifest = z.array(z.object({ file: z.string() }));

test('each file of the corpus', () => {
  if (!hasCorpus()) return;
  const files = manifest.parse(corpusJson('xliff/manifest.json'));
  expect(files.length).toBeGreaterThan(300);
  for (const { file } of files) {
    const { working } = workingBytes(corpusFile(`xliff/${file}`));
    if (working === null || working.utf8.length > 150_000) continue;
    expectSameTrees(working.utf8.toString('utf8'), file);
  }
});
