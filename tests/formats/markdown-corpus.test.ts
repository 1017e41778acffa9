import { describe, expect, it } from 'vitest';
import { markdown } from '../../server/formats/markdown/index.ts';
import { expectRoundTrip, readOptions, readOrFail } from '../contracts/format.ts';
import { corpusFile, corpusFiles, hasCorpus } from '../support/corpus.ts';

const files = hasCorpus() ? corpusFiles('markdown', '.md') : [];

describe.skipIf(files.length === 0)('the Markdown corpus', () => {
  it('is there', () => {
    expect(files.length).toBeGreaterThan(10);
  });

  it.each(files)('%s goes round, whatever its line ends and byte order mark', (file) => {
    const text = corpusFile(file).toString('utf8').replaceAll('\r\n', '\n');
    expectRoundTrip(markdown, Buffer.from(text));
    expectRoundTrip(markdown, Buffer.from(`\uFEFF${text.replaceAll('\n', '\r\n')}`));
  });

  it('joins what the page breaks of the interview cut, and only that', () => {
    const bytes = corpusFile('../source/interview.md');
    const { problems } = markdown.read(bytes, readOptions);
    expect(problems.map(({ code, place }) => [code, place?.line])).toEqual([
      ['markdown-page-break-joined', 32],
      ['markdown-page-break-joined', 46],
      ['markdown-page-break-joined', 62],
    ]);
    expectRoundTrip(markdown, bytes);
  });

  it.each(files)('nothing of %s is joined that no page break has cut', (file) => {
    const document = readOrFail(markdown, corpusFile(file));
    expect(document.units.filter((unit) => unit.notes.length > 0)).toEqual([]);
  });
});
