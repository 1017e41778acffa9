/** `recto align`: two files in, links or an XLIFF out. */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { recto, scratchFolder } from '../support/cli.ts';

const scratch = scratchFolder();
afterAll(() => {
  scratch.remove();
});

const english = scratch.path('lamp.md');
const burmese = scratch.path('lamp.my.md');
writeFileSync(
  english,
  '# The lamp\n\nThe lamp still burned in room 12. Nobody knew why.\n\nIt was 7 o’clock.\n',
);
writeFileSync(burmese, '# မီးအိမ်\n\nအခန်း ၁၂ တွင် မီးအိမ် လင်းနေဆဲ ဖြစ်သည်။ အဘယ်ကြောင့်ဆိုသည်ကို မည်သူမျှ မသိ။\n\n၇ နာရီ ဖြစ်၏။\n');
const links = z.array(
  z.object({ source: z.array(z.string()), target: z.array(z.string()), confidence: z.number() }),
);

describe('recto align', () => {
  it('gives the links as JSON', () => {
    const { status, stdout } = recto(['align', english, burmese, '--target-language', 'my']);
    expect(status).toBe(0);
    const found = links.parse(JSON.parse(stdout));
    expect(found.map(({ source, target }) => [source.length, target.length])).toEqual(Array(4).fill([1, 1]));
    expect(found[3]).toMatchObject({ source: ['It was 7 o’clock.'], target: ['၇ နာရီ ဖြစ်၏။'] });
  });

  it('makes an XLIFF that merges into the translated document', () => {
    const [file, merged] = [scratch.path('lamp.xlf'), scratch.path('merged.md')];
    expect(recto(['align', english, burmese, '--target-language', 'my', '-o', file]).status).toBe(0);
    expect(recto(['validate', file]).status).toBe(0);
    expect(recto(['merge', file, '-o', merged]).status).toBe(0);
    expect(readFileSync(merged, 'utf8')).toBe(readFileSync(burmese, 'utf8'));
  });

  it('makes a TMX with a unit for each link', () => {
    const file = scratch.path('lamp.tmx');
    const { status } = recto([
      'align',
      english,
      burmese,
      '--target-language',
      'my',
      '--minimum',
      '0',
      '-o',
      file,
    ]);
    expect(status).toBe(0);
    const tmx = readFileSync(file, 'utf8');
    expect(tmx.match(/<tu[ >]/gu)).toHaveLength(4);
    expect(tmx).toContain('<seg>၇ နာရီ ဖြစ်၏။</seg>');
  });

  it('says what it cannot read, with JSON all the same', () => {
    const { status, stdout, stderr } = recto([
      'align',
      english,
      scratch.path('none.md'),
      '--target-language',
      'my',
    ]);
    expect(status).toBe(1);
    expect(stderr).toContain('[file-not-found]');
    expect(JSON.parse(stdout)).toEqual([]);
  });

  it('writes nothing that it does not know', () => {
    const { status, stderr } = recto([
      'align',
      english,
      burmese,
      '--target-language',
      'my',
      '-o',
      scratch.path('a.zip'),
    ]);
    expect(status).toBe(2);
    expect(stderr).toContain('a.zip');
  });
});
