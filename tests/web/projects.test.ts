/** Projects through their pages: made from a file, refused with reasons, listed, changed, deleted; files fetched. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE_TEXT, importSample, openWorkbench, tag, type Workbench } from '../support/workbench.ts';
import { formWithFile, get, post } from './client.ts';

const LIMIT = 20_000;
let bench: Workbench;

beforeAll(async () => {
  bench = await openWorkbench({ uploadLimit: LIMIT });
});

afterAll(() => bench.close());

const sample = { name: 'lamp.md', text: SAMPLE_TEXT };
const languages = { sourceLanguage: 'en', targetLanguages: ['fa', 'my'] };

describe('a new project', () => {
  it('without any says what to do', async () => {
    const { text } = await get(bench, '/');
    expect(text).toContain('No projects yet');
    expect(text).toContain('href="/projects/new"');
  });

  it('is made from a file and the languages chosen and typed', async () => {
    const form = formWithFile(
      {
        ...languages,
        name: 'چراغ',
        targetLanguagesOther: 'shn, pt_BR',
        repairPageBreaks: 'yes',
        author: 'A. W.',
      },
      sample,
    );
    const answer = await post(bench, '/projects', form, {
      'Sec-Fetch-Site': 'same-origin',
      Cookie: 'recto_name=M',
    });
    expect(answer.status).toBe(303);
    const [project] = await bench.usecases.store.listProjects();
    expect(project).toMatchObject({ name: 'چراغ', author: 'A. W.', sourceLanguage: 'en' });
    expect(project?.targetLanguages).toEqual(['fa', 'my', 'shn', 'pt-BR']);
    const page = await get(bench, answer.location);
    expect(page.text).toContain('was created');
    expect(page.text).toContain('lamp.md');
  });

  it('keeps a file name in any script', async () => {
    const answer = await post(
      bench,
      '/projects',
      formWithFile(languages, { ...sample, name: 'چراغ “x”.md' }),
    );
    const page = await get(bench, answer.location);
    expect(page.text).toContain('چراغ “x”.md');
  });

  it.each<
    readonly [name: string, fields: Record<string, string>, file: string | null, name_: string, code: string]
  >([
    ['no file', {}, null, '', 'Choose a file.'],
    ['an empty file', {}, '', 'a.md', 'file-empty'],
    ['a file that is too large', {}, 'x '.repeat(LIMIT), 'a.md', 'file-too-large'],
    ['a file of no known format', {}, '\u0000\u0001\u0002', 'a.bin', 'format-unknown'],
    ['a file without any text', {}, '***\n', 'a.md', 'nothing-translatable'],
    ['a language that is none', { targetLanguagesOther: 'f?' }, SAMPLE_TEXT, 'a.md', 'language-invalid'],
    ['no language', { targetLanguages: '' }, SAMPLE_TEXT, 'a.md', 'language-missing'],
    ['only the language of the text', { targetLanguages: 'en' }, SAMPLE_TEXT, 'a.md', 'language-missing'],
  ])('is refused for %s, and keeps what was typed', async (_name, fields, text, name, expected) => {
    const before = (await bench.usecases.store.listProjects()).length;
    const typed = { sourceLanguage: 'en', targetLanguages: 'fa', name: 'Typed name', origin: 'An <origin>' };
    const form = formWithFile({ ...typed, ...fields }, text === null ? null : { name, text });
    const answer = await post(bench, '/projects', form);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(expected);
    expect(answer.text).toContain('value="Typed name"');
    expect(answer.text).toContain('value="An &lt;origin&gt;"');
    expect(await bench.usecases.store.listProjects()).toHaveLength(before);
  });

  it('says where a refused file is wrong', async () => {
    const form = new FormData();
    form.append('sourceLanguage', 'en');
    form.append('targetLanguages', 'fa');
    form.append('file', new File([new Uint8Array([0x61, 0x0a, 0x62, 0xff, 0x63])], 'a.md'));
    const { status, text } = await post(bench, '/projects', form);
    expect(status).toBe(422);
    expect(text).toContain('encoding-invalid');
    expect(text).toMatch(/line 2/);
  });

  it('from a form that is cut off is a mistake of the sender', async () => {
    const { status } = await get(bench, '/');
    expect(status).toBe(200);
    const response = await fetch(`${bench.address}/projects`, {
      method: 'POST',
      headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
      body: '--x\r\nContent-Disposition: form-data; name="name"\r\n\r\nabc',
    });
    expect(response.status).toBe(400);
  });
});

describe('a project', () => {
  it('is listed with figures for each language', async () => {
    const own = await openWorkbench();
    const document = await importSample(own.usecases);
    const { segments } = await own.usecases.store.listSegments(document, tag('fa'), {}, 0, 1);
    await own.usecases.store.saveTarget({
      segment: segments[0]!.key,
      language: tag('fa'),
      base: 0,
      target: ['چراغ'],
      state: 'final',
      subState: null,
      author: '',
      at: 0,
      origin: { kind: 'typed' },
    });
    const { text } = await get(own, '/');
    expect(text).toContain('1 segment, 2 words');
    expect(text).toContain('7 segments, ');
    expect(text).toMatch(/<rect class="progress-bar__final" x="0" y="0" width="83"/);
    expect(text).toContain(`href="/documents/${document}/fa?open=next"`);
    await own.close();
  });

  it('gets new credits and more languages, and loses none', async () => {
    const document = await importSample(bench.usecases);
    const id = (await bench.usecases.store.findDocument(document))!.project;
    const answer = await post(bench, `/projects/${id}/settings`, {
      name: 'New\nname',
      author: '',
      licence: 'CC0',
      origin: '',
      targetLanguagesOther: 'de en fa',
    });
    expect(answer.status).toBe(303);
    expect(answer.location).toContain(`/documents/${document}?notice=`);
    const project = await bench.usecases.store.findProject(id);
    expect(project).toMatchObject({ name: 'New name', author: '', licence: 'CC0' });
    expect(project?.targetLanguages).toEqual(['fa', 'my', 'de']);
    expect((await get(bench, `/documents/${document}`)).text).toContain('id="translation-de"');
    const refused = await post(bench, `/projects/${id}/settings`, { name: 'x', targetLanguagesOther: '!' });
    expect(refused.status).toBe(422);
    expect((await bench.usecases.store.findProject(id))?.name).toBe('New name');
  });

  it('is deleted only after it was asked', async () => {
    const document = await importSample(bench.usecases, { name: 'To go' });
    const id = (await bench.usecases.store.findDocument(document))!.project;
    const question = await get(bench, `/projects/${id}/delete`);
    expect(question.text).toContain('To go');
    expect(await bench.usecases.store.findProject(id)).not.toBeNull();
    const answer = await post(bench, `/projects/${id}/delete`, {});
    expect(answer.status).toBe(303);
    expect((await get(bench, answer.location)).text).toContain('was deleted');
    expect(await bench.usecases.store.findProject(id)).toBeNull();
    expect((await post(bench, `/projects/${id}/delete`, {})).status).toBe(404);
    expect((await get(bench, `/documents/${document}`)).status).toBe(404);
  });
});

describe('the amounts of a document', () => {
  const amount = (text: string, name: string): string =>
    new RegExp(`<dt>${name}</dt>\\s*<dd>([^<]*)</dd>\\s*<dd class="amounts__method">([^<]*)`, 'u')
      .exec(text)
      ?.slice(1)
      .join(' | ') ?? '';

  it('are source words and target characters, each with its method', async () => {
    const id = await importSample(bench.usecases, { text: 'One lamp.\n\nTwo.\n', targetLanguages: ['fa'] });
    const { store } = bench.usecases;
    const [first] = (await store.listSegments(id, tag('fa'), {}, 0, 9)).segments;
    const save = { segment: first!.key, language: tag('fa'), base: 0, target: ['می‌روم.'], subState: null };
    const by = { author: '', at: 1, origin: { kind: 'typed' } } as const;
    await store.saveTarget({ ...save, ...by, state: 'translated' });
    const { text } = await get(bench, `/documents/${id}`);
    expect(amount(text, 'Words of the original')).toBe(
      '3 | For a price. Counted by \u2068UAX #29, NFC\u2069.',
    );
    expect(amount(text, 'Characters of the translation')).toMatch(/^7 \| For the space/u);
  });
});

describe('files of a document', () => {
  it('an untouched translation is the original, to the byte', async () => {
    const document = await importSample(bench.usecases);
    const { status, headers, text } = await get(bench, `/documents/${document}/fa/translation`);
    expect(status).toBe(200);
    expect(text).toBe(SAMPLE_TEXT);
    expect(headers.get('content-disposition')).toContain('filename=lamp.fa.md');
  });

  it('are named in any script (RFC 6266)', async () => {
    const document = await importSample(bench.usecases, { fileName: 'چراغ.md' });
    const { headers } = await get(bench, `/documents/${document}/fa/translation`);
    expect(headers.get('content-disposition')).toContain(
      `filename*=UTF-8''${encodeURIComponent('چراغ.fa.md')}`,
    );
  });

  it('editions have stable names, are shown as pages and downloaded as files', async () => {
    const document = await importSample(bench.usecases);
    const folder = `/documents/${document}/editions`;
    const shown = await get(bench, `${folder}/lamp.my.html`);
    expect(shown.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(shown.headers.has('content-disposition')).toBe(false);
    expect(shown.text).toContain('lang="my"');
    const siblings = [...shown.text.matchAll(/href="([^"#/]+\.html)"/g)].map((match) => match[1]);
    expect(siblings).toContain('lamp.fa.html');
    for (const name of siblings) expect((await get(bench, `${folder}/${name}`)).status).toBe(200);
    const kept = await get(bench, `${folder}/lamp.my.html?download`);
    expect(kept.headers.get('content-disposition')).toContain('attachment; filename=lamp.my.html');
    const book = await get(bench, `${folder}/lamp.en.epub`);
    expect(book.headers.get('content-type')).toBe('application/epub+zip');
    expect(book.headers.get('content-disposition')).toContain('attachment');
    const redirect = await get(bench, `${folder}/html/fa`);
    expect(new URL(redirect.location, `${bench.address}${folder}/html/fa`).pathname).toBe(
      `${folder}/lamp.fa.html`,
    );
  });

  it('XLIFF takes along what is ticked, and nothing else', async () => {
    const text = 'Mutual aid.\n\nMutual aid.\n';
    const document = await importSample(bench.usecases, { fileName: 'a.txt', text, targetLanguages: ['fa'] });
    const { store } = bench.usecases;
    const [first] = (await store.listSegments(document, tag('fa'), {}, 0, 10)).segments;
    for (const [base, target] of ['همیاری', 'یاری.'].entries()) {
      const segment = { segment: first!.key, language: tag('fa'), base, target: [target], at: 0, author: '' };
      const saved = { ...segment, state: 'translated', subState: null, origin: { kind: 'typed' } } as const;
      expect((await store.saveTarget(saved)).kind).toBe('saved');
    }
    const page = await get(bench, `/documents/${document}`);
    expect(page.text).toContain('name="with" value="matches"');
    expect(page.text).toContain('name="with" value="history"');
    const sent = async (query: string): Promise<string> => {
      const answer = await get(bench, `/documents/${document}/fa/xliff?profile=xliff-2.1&anyway&${query}`);
      expect(answer.status).toBe(200);
      return [...new Set(answer.text.match(/<(?:mtc:match|ctr:revision) /gu))].join('');
    };
    expect(await sent('')).toBe('');
    expect(await sent('with=&with=terms')).toBe('');
    expect(await sent('with=matches')).toBe('<mtc:match ');
    expect(await sent('with=history')).toBe('<ctr:revision ');
    expect((await sent('with=matches&with=history')).length).toBe('<mtc:match <ctr:revision '.length);
  });

  it.each(['xliff', 'translation', 'import/x'])(
    '%s of a language that is not translated into: none',
    async (file) => {
      const document = await importSample(bench.usecases);
      expect((await get(bench, `/documents/${document}/de/${file}`)).status).toBe(404);
    },
  );
});
