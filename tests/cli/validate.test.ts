/** `recto validate`: verdicts, places, exit codes and JSON, through the real command. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { projectRoot, recto, scratchFolder } from '../support/cli.ts';

const scratch = scratchFolder();
afterAll(() => {
  scratch.remove();
});

const HEAD = '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n<file original="a" ';

function file(name: string, attributes: string, units: string): string {
  const path = scratch.path(name);
  writeFileSync(path, `${HEAD}${attributes}><body>\n${units}</body></file></xliff>\n`);
  return path;
}

const LANGUAGES = 'source-language="en" target-language="fa" datatype="plaintext"';
const good = file('good.xlf', LANGUAGES, '<trans-unit id="1"><source>a</source></trans-unit>');
const bad = file('bad.xlf', LANGUAGES, '<trans-unit><target>ب</target><source>a</source></trans-unit>');
const doubtful = file(
  'doubtful.xlf',
  LANGUAGES,
  '<trans-unit id="1" approved="yes"><source>a</source></trans-unit>',
);
const deprecated = file(
  'deprecated.xlf',
  `${LANGUAGES} ts="t"`,
  '<trans-unit id="1"><source>a</source></trans-unit>',
);

describe('recto validate', () => {
  it('says valid and exits with 0', () => {
    const { status, stdout, stderr } = recto(['validate', good]);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toBe(`valid  ${good}  (XLIFF 1.2; 0 errors, 0 warnings)\n`);
  });

  it('names each problem with file, line, column, path, message, section and code, and exits with 1', () => {
    const { status, stdout, stderr } = recto(['validate', good, bad]);
    expect(status).toBe(1);
    expect(stdout.split('\n')).toMatchObject(
      [/^valid {2}/, /^INVALID {2}.*2 errors/, ''].map((each) => expect.stringMatching(each) as string),
    );
    const lines = stderr.trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain(`${bad}:3:1 /xliff/file[1]/body[1]/trans-unit[1]: error: `);
    expect(lines[0]).toContain('(XLIFF 1.2 #id) [rule-attribute-missing]');
    expect(lines[1]).toMatch(
      /\/source\[1\]: error: .*wrong place.* \(XLIFF 1\.2 #trans-unit\) \[rule-element-order\]/u,
    );
  });

  it('warns of what only the prose asks, and exits with 0', () => {
    const { status, stderr } = recto(['validate', doubtful]);
    expect(status).toBe(0);
    expect(stderr).toMatch(/3:20 .* warning: .* \[xliff-approved-untranslated\]\n$/u);
  });

  it('--strict asks for more', () => {
    expect(recto(['validate', deprecated]).status).toBe(0);
    const { status, stderr } = recto(['validate', deprecated, '--strict']);
    expect(status).toBe(1);
    expect(stderr).toContain('[rule-attribute-unknown]');
  });

  it('--json is an array, one a file, with everything in it', () => {
    const { status, stdout } = recto(['validate', good, bad, '--json']);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject([
      { file: good, format: 'XLIFF 1.2', valid: true, problems: [] },
      {
        file: bad,
        valid: false,
        problems: [
          {
            code: 'rule-attribute-missing',
            severity: 'error',
            place: { line: 3, column: 1, path: '/xliff/file[1]/body[1]/trans-unit[1]' },
            rule: 'XLIFF 1.2 #id',
            values: { element: 'trans-unit', attribute: 'id' },
            message: expect.stringContaining('trans-unit') as string,
          },
          { code: 'rule-element-order' },
        ],
      },
    ]);
  });

  it.each([
    ['not-xliff.xlf', '<html></html>', 'xliff-not-xliff'],
    ['not-xml.xlf', 'hello', 'xml-malformed'],
    ['empty.xlf', '', 'file-empty'],
    ['markdown.md', '# Hello', 'format-cannot'],
  ])('%s: a coded problem', (name, content, code) => {
    const path = scratch.path(name);
    writeFileSync(path, content);
    const { status, stderr } = recto(['validate', path]);
    expect(status).toBe(1);
    expect(stderr).toContain(`[${code}]`);
  });

  it('takes what we make ourselves, by the strict schema', () => {
    const made = scratch.path('made.xlf');
    const text = join(projectRoot, 'source/interview/interview.md');
    expect(recto(['extract', text, '--target-language', 'my', '--xliff', '1.2', '-o', made]).status).toBe(0);
    const { status, stderr } = recto(['validate', made, '--strict']);
    expect([status, stderr]).toEqual([0, '']);
  });

  it('wants a file', () => {
    expect(recto(['validate']).status).toBe(2);
  });
});
