/**
 * XLIFF 1.x held to its schemas: our verdict against that of xmllint, on real files of many tools and on documents
 * with every element and attribute that are broken in every way there is.
 */
import { describe, expect, it } from 'vitest';
import { hasErrors } from '../../../server/core/problem.ts';
import { validateXliff12 } from '../../../server/formats/xliff12/rules/validate.ts';
import { decodeXml } from '../../../server/formats/shared/xml/encoding.ts';
import { XmlScanner } from '../../../server/formats/shared/xml/scanner.ts';
import { corpusFile, corpusFiles } from '../../support/corpus.ts';
import { dtdErrors, hasXmllint, schemaErrors } from '../../support/xmllint.ts';
import { mutants, xliff10, xliff11, xliff12, type Mutant } from './rules12-documents.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The namespace of the root; null where there is none to be had. */
function namespaceOf(bytes: Uint8Array): string | null {
  const { file } = decodeXml(bytes);
  const scanner = new XmlScanner(file?.text ?? '');
  while (scanner.next()) if (scanner.kind === 'start') return scanner.element.namespace;
  return null;
}

/** Real files of the namespace of a version of XLIFF. */
function filesOf(version: '1.1' | '1.2'): readonly (readonly [name: string, bytes: Uint8Array])[] {
  return ['.xlf', '.xliff', '.sdlxliff', '.mxliff', '.mqxliff', '.poxliff']
    .flatMap((ending) => corpusFiles('xliff', ending))
    .map((name) => [name, corpusFile(name)] as const)
    .filter(([, bytes]) => namespaceOf(bytes) === `urn:oasis:names:tc:xliff:document:${version}`);
}

/** Where the two disagree, as `what: ours, theirs`. */
function disagreements(
  items: readonly (readonly [what: string, bytes: Uint8Array])[],
  strict: boolean,
  theirs: readonly string[],
): readonly string[] {
  return items.flatMap(([what, bytes], index) => {
    const problems = validateXliff12(bytes, { strict }).filter((each) => each.severity === 'error');
    const said = theirs[index] ?? '';
    if ((problems.length === 0) === (said === '')) return [];
    return [
      `${what}: we ${problems.map((each) => each.code).join(', ') || 'valid'}; xmllint ${said || 'valid'}`,
    ];
  });
}

describe.runIf(hasXmllint())('real files', () => {
  it.each([
    ['1.2', 'strict', '1.2', true],
    ['1.2', 'transitional', '1.2-transitional', false],
    ['1.1', 'as it is', '1.1', false],
  ] as const)('XLIFF %s, %s: the verdict of xmllint on each', (version, _flavour, schema, strict) => {
    const files = filesOf(version);
    expect(files.length).toBeGreaterThan(version === '1.1' ? 3 : 70);
    const theirs = schemaErrors(
      schema,
      files.map(([, bytes]) => bytes),
    );
    expect(disagreements(files, strict, theirs)).toEqual([]);
  });
});

/** xmllint lets a note or an alternative follow foreign elements here, though its schema has them in order. */
const LENIENT = /^foreign behind (?:prop-group|note) in /;

/** Every fifth: they come in rows of a kind, and five divides no row. */
function sample(all: readonly Mutant[], except: RegExp): readonly Mutant[] {
  return all.filter(({ what }, index) => index % 5 === 0 && !except.test(what));
}

describe.runIf(hasXmllint())('everything broken once', () => {
  it.each([
    ['1.2 strict', xliff12(false), true, '1.2'],
    ['1.2 transitional', xliff12(true), false, '1.2-transitional'],
    ['1.1', xliff11(), false, '1.1'],
  ] as const)('%s: the verdict of xmllint on each', (_name, text, strict, schema) => {
    const broken = sample(mutants(text), LENIENT);
    const items = broken.map((each) => [each.what, encode(each.text)] as const);
    const theirs = schemaErrors(
      schema,
      items.map(([, bytes]) => bytes),
    );
    const valid = theirs.filter((said) => said === '').length;
    expect([valid > 200, theirs.length - valid > 200]).toEqual([true, true]);
    expect(disagreements(items, strict, theirs)).toEqual([]);
  });

  it('1.0: the verdict of its DTD on each', () => {
    // Without the DTD at hand a parser takes no white space off tokens; a comment is nothing; a version is asked for.
    const broken = sample(mutants(xliff10()), /="(?: {2}yes |۱)"|^a comment in |without version$/);
    const items = broken.map((each) => [each.what, encode(each.text)] as const);
    expect(disagreements(items, false, dtdErrors(items.map(([, bytes]) => bytes)))).toEqual([]);
  });
});

describe('documents with every element and attribute', () => {
  it.each([
    ['1.2', xliff12(false), true],
    ['1.2', xliff12(true), false],
    ['1.1', xliff11(), false],
    ['1.0', xliff10(), false],
  ])('%s: nothing is wrong', (_name, text, strict) => {
    expect(validateXliff12(encode(text), { strict })).toEqual([]);
  });

  it('what is deprecated or foreign is no strict XLIFF', () => {
    expect(hasErrors(validateXliff12(encode(xliff12(true)), { strict: true }))).toBe(true);
    const foreign = xliff12(false).replace('<note>n</note>', '<f:n xmlns:f="urn:f"/>');
    expect(hasErrors(validateXliff12(encode(foreign), { strict: true }))).toBe(true);
  });
});

describe('what is said', () => {
  it('has a place, a path and where to look', () => {
    const text = xliff12(false).replace('state="needs-review-translation"', 'state="done"');
    expect(validateXliff12(encode(text), { strict: true })).toEqual([
      {
        code: 'rule-attribute-value',
        severity: 'error',
        place: {
          line: text.slice(0, text.indexOf('state="done"')).split('\n').length,
          column: expect.any(Number) as number,
          path: '/xliff/file[1]/body[1]/group[1]#g1/trans-unit[1]#u2/target[1]/@state',
        },
        values: {
          element: 'target',
          attribute: 'state',
          value: 'done',
          expected: expect.stringContaining('signed-off, translated, x-…') as string,
        },
        rule: 'XLIFF 1.2 #state',
      },
    ]);
  });
});
