import { describe, expect, it } from 'vitest';
import { markdown } from '../../server/formats/markdown/index.ts';
import { expectRoundTrip, readOrFail } from '../contracts/format.ts';
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

  it.each(files)('nothing of %s is joined that no page break has cut', (file) => {
    const document = readOrFail(markdown, corpusFile(file));
    expect(document.units.filter((unit) => unit.notes.length > 0)).toEqual([]);
  });
});
