/** What holds for every command: exit codes, where output goes, JSON, stdin, problems with code and place. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { projectRoot, recto, scratchFolder } from '../support/cli.ts';

const scratch = scratchFolder();
afterAll(() => {
  scratch.remove();
});
const udhr = join(projectRoot, 'source/udhr/udhr.fa.xlf');

describe('wrong usage', () => {
  it.each([
    [['extract', 'a.md']],
    [['no-such-command']],
    [['analyse', 'a.md', '--rate', 'x=1']],
    [['analyse', 'a.md', '--tmx', 'a.tmx', '--memory', 'm']],
    [['segment', 'a.md', '--language', 'not a language']],
    [['serve', '--port', 'x']],
    [['merge', 'a.xlf', '--fallback', 'nothing']],
    [['inspect', 'a.xlf', '--from', '0']],
    [['inspect', 'a.xlf', '--limit', 'all']],
    [['extract', 'a.md', '--target-language', 'fa', '--for', 'poedit', '--xliff', '2.1']],
  ])('%j exits with 2 and says what is wrong', (args) => {
    const { status, stdout, stderr } = recto(args);
    expect(status).toBe(2);
    expect(stderr).not.toBe('');
    expect(stdout).toBe('');
  });
});

describe('bad input', () => {
  it.each([
    ['not-there.md', null, 'file-not-found'],
    ['empty.md', '', 'file-empty'],
    ['broken.md', Buffer.from([0x61, 0x0a, 0x62, 0xff, 0x63]), 'encoding-invalid'],
    ['nul.txt', 'a\u0000b', 'text-nul'],
    ['dtd.xlf', '<!DOCTYPE x [<!ENTITY a "b">]><xliff version="1.2"></xliff>', 'xml-dtd'],
    ['cut.xlf', '<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0"><file>', 'xml-malformed'],
    ['picture.bin', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), 'format-unknown'],
  ])('%s: exit 1, the code on stderr, no stack trace', (name, content, code) => {
    const file = scratch.path(name);
    if (content !== null) writeFileSync(file, content);
    const { status, stdout, stderr } = recto(['segment', file]);
    expect(stderr).toContain(`[${code}]`);
    expect(stderr).not.toMatch(/\n\s+at /u);
    expect(stdout).toBe('');
    expect(status).toBe(1);
  });

  it('names line and column', () => {
    const file = scratch.path('place.md');
    writeFileSync(file, Buffer.from([0x61, 0x0a, 0x62, 0xff, 0x63]));
    expect(recto(['inspect', file]).stderr).toContain('place.md:2:2');
  });

  it('speaks the person’s language', () => {
    const file = scratch.path('empty-fa.md');
    writeFileSync(file, '');
    const { stderr } = recto(['segment', file]);
    expect(stderr).toContain('The file is empty');
  });
});

describe('--json', () => {
  const broken = scratch.path('broken.xlf');
  writeFileSync(broken, '<xliff version="1.2"><file>');
  const absent = scratch.path('absent.xlf');
  const catalogue = scratch.path('catalogue.json');
  writeFileSync(catalogue, '{}');

  const refused = expect.arrayContaining([expect.objectContaining({ severity: 'error' })]) as unknown;
  const shapes: readonly (readonly [readonly string[], (file: string) => readonly string[], unknown])[] = [
    [['inspect'], (file) => [file], { format: null, unitCount: 0, units: [], problems: refused }],
    [['segment'], (file) => [file], []],
    [['analyse'], (file) => [file, '--target-language', 'fa'], { documents: [], all: {}, problems: refused }],
    [['stats'], (file) => [file], expect.any(Array)],
    [['compare'], (file) => [file, udhr], { rows: [], structure: null, reasons: [], problems: refused }],
    [['compare'], (file) => [udhr, file], { rows: [], counts: { lost: 0 }, problems: refused }],
    [['validate'], (file) => [file], [{ valid: false, problems: refused }]],
    [['check'], (file) => [file], [{ findings: [], problems: refused }]],
    [['roundtrip'], (file) => [file], [{ identical: false, problems: refused }]],
    [
      ['catalog', 'apply'],
      (file) => [file, '--sources', catalogue, '--into', scratch.path('into')],
      { applied: 0, files: [], problems: refused },
    ],
  ];

  it.each(shapes)(
    'of %j keeps its shape where the file is refused, and the exit code is 1',
    (name, args, shape) => {
      for (const file of [broken, absent]) {
        const { status, stdout, stderr } = recto([...name, ...args(file), '--json']);
        expect(JSON.parse(stdout)).toMatchObject(shape as object);
        expect(stderr).toMatch(/\[[a-z-]+\]/u);
        expect(status).toBe(1);
      }
    },
  );

  it('is tried on every command that takes a file', () => {
    const folder = join(projectRoot, 'server/cli');
    const withJson = readdirSync(folder).filter((name) =>
      readFileSync(join(folder, name), 'utf8').includes("'--json'"),
    );
    const tried = shapes.map(([[name = '']]) => `${name}.ts`);
    // What makes a file of two, or is asked of a workbench's data, has tests of its own.
    const others = ['align.ts', 'projects.ts', 'terms.ts', 'tm.ts', 'tm-look-up.ts', 'tm-upkeep.ts'];
    expect(withJson.sort()).toEqual([...new Set([...tried, ...others])].sort());
  });
});

describe('apply', () => {
  const xliff = scratch.path('apply.xlf');
  writeFileSync(scratch.path('apply.md'), 'One *two* three.\n\nFour.\n');
  recto(['extract', scratch.path('apply.md'), '--target-language', 'fa', '-o', xliff]);

  it('leaves a unit with a foreign code alone and writes the others', () => {
    const targets = {
      u1: [{ target: ['یک ', { code: 'standalone', id: '99' }] }],
      u2: [{ target: 'چهار.' }],
    };
    const { status, stdout, stderr } = recto(['apply', xliff, '--targets', '-'], JSON.stringify(targets));
    expect(status).toBe(1);
    expect(stderr).toContain('[code-unknown]');
    expect(stdout).toContain('چهار.');
    expect(stdout).not.toContain('یک');
  });

  it('touches nothing but the units that are named', () => {
    const before = readFileSync(xliff, 'utf8');
    const { stdout } = recto(['apply', xliff, '--targets', '-'], '{"u2": [{"target": "چهار."}]}');
    const [head = '', tail = ''] = before.split('<unit id="u2">');
    expect(stdout.startsWith(head)).toBe(true);
    expect(stdout.endsWith(tail.slice(tail.indexOf('</unit>')))).toBe(true);
    expect(recto(['apply', xliff, '--targets', '-'], '{}').stdout).toBe(before);
  });

  it('refuses a malformed file of targets, with the place', () => {
    expect(recto(['apply', xliff, '--targets', '-'], '{"u1": [{"target": 5}]}').stderr).toContain(
      '[targets-malformed]',
    );
    expect(recto(['apply', xliff, '--targets', '-'], '{"u1": ').status).toBe(1);
  });

  it.each([
    ['{"__proto__": [{"target": "چهار."}]}', 'unit __proto__', 'update-unit-unknown'],
    ['{"constructor": [{"target": "چهار."}], "u2": [{}]}', 'unit constructor', 'update-unit-unknown'],
    ['{"__proto__": {"u2": [{"target": "چهار."}]}}', '__proto__', 'targets-malformed'],
    ['{"u2": [{"__proto__": {"target": "چهار."}}]}', 'u2 > 0', 'targets-malformed'],
    ['{"u2": [{"Target": "چهار."}]}', 'u2 > 0', 'targets-malformed'],
    ['{"u2": {"0": {"target": "چهار."}}}', 'u2', 'targets-malformed'],
    ['{"u2": []}', 'u2', 'update-segment-unknown'],
    ['[{"target": "چهار."}]', '', 'targets-malformed'],
    ['null', '', 'targets-malformed'],
  ])('says that it has nothing to do with %s', (targets, place, code) => {
    const { status, stdout, stderr } = recto(['apply', xliff, '--targets', '-'], targets);
    expect(status).toBe(1);
    expect(stderr).toContain(`[${code}]`);
    expect(stderr).toContain(place);
    expect(stdout).not.toContain('چهار');
  });
});

const inspected = z.object({ unitCount: z.number(), units: z.array(z.looseObject({ id: z.string() })) });
type Inspected = z.infer<typeof inspected>;

describe('reports', () => {
  it('stats counts by state and names its method', () => {
    const { stdout } = recto(['stats', udhr, '--json']);
    expect(JSON.parse(stdout)).toMatchObject([
      {
        segments: 90,
        words: 1753,
        method: 'UAX #29, NFC',
        byState: { final: { segments: 90 } },
      },
    ]);
  });

  it('stats of several files end with all of them, where a repetition may be of another file', () => {
    const { stdout } = recto(['stats', udhr, udhr, '--json']);
    const measured = {
      words: { count: 1821, method: 'UAX #29, NFC' },
    };
    const one = { file: udhr, repetitions: { segments: 0 }, target: measured };
    expect(JSON.parse(stdout)).toMatchObject([
      one,
      one,
      {
        file: null,
        sourceLanguage: 'en',
        words: 2 * 1753,
        repetitions: { segments: 90, words: 1753 },
        gmx: {
          method: 'GMX-V 2.0',
          categories: { TotalWordCount: 2 * 1753, RepetitionMatchedWordCount: 1753 },
        },
      },
    ]);
  });

  it('inspect shows a page of the units, as they are in the whole', () => {
    const inspect = (...page: readonly string[]): Inspected =>
      inspected.parse(JSON.parse(recto(['inspect', udhr, '--json', ...page]).stdout));
    const { units, unitCount } = inspect();
    expect(units).toHaveLength(unitCount);
    expect(inspect('--from', '3', '--limit', '2')).toMatchObject({ unitCount, units: units.slice(2, 4) });
    expect(inspect('--from', String(unitCount + 1)).units).toEqual([]);
    expect(inspect('--limit', '1').units).toEqual(units.slice(0, 1));
    expect(recto(['inspect', udhr, '--limit', '1']).stdout).toContain(`1 of ${unitCount} units`);
  });

  it('roundtrip holds on our own files', () => {
    const files = [
      'source/interview/interview.md',
      'source/interview/interview.my.xlf',
      'source/udhr/udhr.md',
    ];
    const { status, stdout } = recto(['roundtrip', ...files]);
    expect(stdout).toContain('3 of 3 held');
    expect(status).toBe(0);
  });

  it('compare is a receipt', () => {
    const pseudo = scratch.path('pseudo.xlf');
    expect(recto(['pseudo', udhr, '--language', 'fa', '-o', pseudo]).status).toBe(0);
    const { stdout } = recto(['compare', udhr, pseudo, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ counts: { changed: 90, lost: 0, unknown: 0 } });
    expect(readFileSync(pseudo, 'utf8')).toMatch(/<target>[^<a-z]*[\u0600-\u06ff]/u);
  });

  it('compare says states as the receipts do; its JSON has their own names', () => {
    const reviewed = scratch.path('reviewed.xlf');
    const unit = '<trans-unit id="1"><source>a</source><target state="STATE">b</target></trans-unit>';
    const file = `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="f" source-language="en" target-language="fa" datatype="plaintext"><body>${unit}</body></file></xliff>`;
    const draft = scratch.path('draft.xlf');
    writeFileSync(draft, file.replace('STATE', 'needs-translation'));
    writeFileSync(reviewed, file.replace('STATE', 'signed-off'));
    const said = recto(['compare', draft, reviewed]).stdout.replace(/[\u2066-\u2069]/gu, '');
    expect(said).toContain('state: Draft → Reviewed');
    expect(recto(['compare', draft, reviewed], '', 'fa_IR.UTF-8').stdout).toContain('پیش‌نویس');
    const { stdout } = recto(['compare', draft, reviewed, '--json']);
    expect(stdout).toContain('"state-changed"');
    expect(stdout).toMatch(/"before": "initial",\s*"after": "reviewed"/u);
  });

  it.each([
    ['C', '90 segments, 1,753 words', 'Repetitions: ', 'Kept 90\n', 'words by white space'],
    ['fa_IR.UTF-8', '۹۰ قطعه، ۱٬۷۵۳ واژه', 'تکرارها: ', 'همان ۹۰\n', 'واژه با جداسازی فاصله'],
    ['my_MM.UTF-8', 'စာပိုင်း ၉၀ ပိုင်း', 'ထပ်နေသည်များ: ', 'အတူတူ ၉၀\n', 'ကွက်လပ်ဖြင့် ခွဲသော စကားလုံး'],
  ])('stats and compare speak the language of the person: %s', (language, size, label, kept, measure) => {
    const counted = recto(['stats', udhr, udhr], '', language).stdout;
    const compared = recto(['compare', udhr, udhr], '', language).stdout;
    for (const text of [size, label, measure]) expect(counted).toContain(text);
    expect(compared).toContain(kept);
    if (language !== 'C')
      expect(counted + compared).not.toMatch(/\b(?:words|segments|units|kept|lost|all files)\b/u);
  });

  it('publishes an edition', () => {
    const html = scratch.path('udhr.fa.html');
    expect(recto(['publish', udhr, '--format', 'html', '-o', html]).status).toBe(0);
    expect(readFileSync(html, 'utf8')).toContain('lang="fa"');
    const epub = scratch.path('udhr.fa.epub');
    expect(recto(['publish', udhr, '--format', 'epub', '-o', epub]).status).toBe(0);
    expect(readFileSync(epub).subarray(30, 58).toString()).toBe('mimetypeapplication/epub+zip');
  });
});

describe('a workbench’s data', () => {
  it('takes a project in and gives it out', () => {
    const data = scratch.path('data');
    const file = 'source/interview/interview.md';
    const made = recto(['project', 'create', file, '--target-language', 'my', '--data', data]);
    expect(made.stdout).toContain('document 1');
    expect(recto(['project', 'list', '--data', data]).stdout).toContain('interview.md');
    const extras = ['--with-matches', '--with-history', '--with-findings'];
    const out = recto(['export', '1', '--language', 'my', ...extras, '--data', data]);
    expect(out.stdout).toContain('trgLang="my"');
    expect(recto(['project', 'delete', '1', '--data', data]).status).toBe(0);
    expect(recto(['project', 'list', '--data', data, '--json']).stdout.trim()).toBe('[]');
  });
});
