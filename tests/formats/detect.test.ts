/** Which format a file is of, whatever stands before its root. */
import { describe, expect, it } from 'vitest';
import { detectFormat, detectList } from '../../server/formats/detect.ts';

const ROOTS = [
  ['xliff12', '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file/></xliff>'],
  ['xliff12', '<xliff version="1.0"><file/></xliff>'],
  ['xliff12', '<xliff note="2 > 1" version="1.2"/>'],
  ['xliff2', '<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0"><file/></xliff>'],
  ['xliff2', "<x:xliff version='2.0' xmlns:x='urn:oasis:names:tc:xliff:document:2.0'/>"],
] as const;
const OTHER = '<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0">';
const WIDE = ' یادداشت – မှတ်စု'.repeat(20_000);

const PROLOGUES = [
  ['nothing', ''],
  ['white space', '\r\n\t '.repeat(5000)],
  ['a long comment', `<!-- ${WIDE} -->`],
  ['other roots in comments', `<!-- ${OTHER} --><!-- <xliff version="1.2"> -->`],
  ['a long instruction', `<?tool ${OTHER} ${WIDE} ?>`],
  ['many comments', `<!--${OTHER}-->\n`.repeat(3000)],
  ['a document type', `<!DOCTYPE xliff PUBLIC "-//a > b" 'c>${OTHER}'>`],
  ['a document type with a subset', `<!DOCTYPE xliff [ <!-- ] > " --> <!ELEMENT a (b)> <!ENTITY c "]>"> ]>`],
] as const;

function utf16(text: string, littleEndian: boolean): Buffer {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return littleEndian ? bytes : bytes.swap16();
}

const ENCODINGS = [
  ['UTF-8', (text: string) => Buffer.from(text)],
  ['UTF-8 with its mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
  ['UTF-16', (text: string) => utf16(text, true)],
  ['UTF-16 the other way', (text: string) => utf16(text, false)],
] as const;

describe.each(PROLOGUES)('behind %s', (_, prologue) => {
  it.each(ENCODINGS)('in %s the root tells', (name, encode) => {
    const declared = prologue.startsWith('\r') || name.includes('16') ? '' : '<?xml version="1.0"?>';
    for (const [id, root] of ROOTS) {
      expect(detectFormat(encode(`${declared}${prologue}${root}`), 'a.xml')?.id).toBe(id);
    }
    const tmx = encode(`${declared}${prologue}<tmx version="1.4"></tmx>`);
    expect(detectFormat(tmx, 'a.bin')?.kind).not.toBe('bilingual');
    expect(detectList(tmx, 'a.bin')?.id).toBe('tmx');
  });
});

describe('what is not XLIFF', () => {
  it.each([
    ['another root', `<html><!-- ${OTHER} --><p/></html>`],
    ['a comment alone', `<!-- ${OTHER} -->`],
    ['a comment that does not end', `<!-- ${OTHER}`],
    ['comments that do not end', '<!--'.repeat(300_000)],
    ['instructions that do not end', '<?'.repeat(600_000)],
    ['a document type that does not end', `<!DOCTYPE a [${'<!-- "'.repeat(200_000)}`],
    ['quotes that do not end', `<!DOCTYPE a ${'"\''.repeat(600_000)}`],
    ['a text about it', `As in:\n\n    ${OTHER}\n`],
  ])('%s', (_, text) => {
    expect(detectFormat(Buffer.from(text), 'a.txt')?.id).toBe('text');
  });

  it('is looked for by its name, so that what is wrong with it is said', () => {
    expect(detectFormat(Buffer.from(`junk ${OTHER}`), 'a.xlf')?.kind).toBe('bilingual');
    expect(detectFormat(Buffer.from(`<xliff ${'a="'.repeat(400_000)}`), 'a.xlf')?.kind).toBe('bilingual');
    expect(detectFormat(Buffer.from('<!--'), 'a.xlf')?.kind).toBe('bilingual');
  });
});
