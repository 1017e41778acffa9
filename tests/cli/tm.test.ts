/** `recto tm import` and `recto tm export`, as a person runs them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { recto, scratchFolder } from '../support/cli.ts';

const scratch = scratchFolder();
afterAll(() => {
  scratch.remove();
});

const tu = (source: string, target: string): string =>
  `<tu><tuv xml:lang="en"><seg>${source}</seg></tuv><tuv xml:lang="fa"><seg>${target}</seg></tuv></tu>`;
const tmx = (units: string): string =>
  `<tmx version="1.4"><header srclang="en"/><body>\n${units}\n</body></tmx>`;

describe('recto tm', () => {
  const memory = ['--memory', 'M', '--data', scratch.path('data')];

  it('imports from a file and from stdin, tells what is wrong with its place, and exports', () => {
    const file = scratch.path('a.tmx');
    writeFileSync(file, tmx(`${tu('one', 'یک')}\n${tu('a & b', 'ب')}`));
    const first = recto(['tm', 'import', file, ...memory]);
    expect(first).toMatchObject({ status: 1, stdout: '1 added, 0 merged, 1 refused\n' });
    expect(first.stderr).toMatch(/^a\.tmx:3:31: error: .* \[xml-malformed\]\n$/);

    const table = ['--source-language', 'en', '--target-language', 'fa', '--json'];
    const second = recto(['tm', 'import', '-', ...memory, ...table], 'one,یک\ntwo,دو\n');
    expect(second.status, second.stderr).toBe(0);
    expect(JSON.parse(second.stdout)).toMatchObject({ kind: 'imported', added: 1, merged: 1, refused: 0 });

    const out = scratch.path('out.tmx');
    expect(recto(['tm', 'export', ...memory, '-o', out])).toMatchObject({
      status: 0,
      stdout: '',
      stderr: '',
    });
    const texts = [...readFileSync(out, 'utf8').matchAll(/<seg>([^<]*)/g)].map(([, text]) => text);
    expect(texts).toEqual(['one', 'یک', 'two', 'دو']);
    expect(recto(['tm', 'export', ...memory]).stdout).toContain('<seg>two</seg>');
  });

  it('makes nothing of what is not there', () => {
    const missing = ['--memory', 'none', '--data', scratch.path('data')];
    for (const file of [scratch.path('gone.tmx'), scratch.path('.')]) {
      const gone = recto(['tm', 'import', file, ...missing, '--json']);
      expect(gone.status).toBe(1);
      expect(JSON.parse(gone.stdout)).toMatchObject({ problems: [{ code: 'file-not-found' }] });
    }
    const exported = recto(['tm', 'export', ...missing]);
    expect(exported).toMatchObject({ status: 1, stdout: '' });
    expect(exported.stderr).toContain('memory-not-found');
    expect(recto(['tm', 'import']).status).toBe(2);
  });
});
