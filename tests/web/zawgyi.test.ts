/** Zawgyi that comes in is told, and converted only where a person asks for it; what came stays in the history. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '../../server/core/text/content.ts';
import { zawgyiFileToUnicode } from '../../server/core/text/zawgyi.ts';
import type { DocumentId } from '../../server/store/ids.ts';
import type { StoredSegment } from '../../server/store/segment.ts';
import { importSample, openWorkbench, tag, type Workbench } from '../support/workbench.ts';
import { formWithFile, get, post } from './client.ts';

const ZAWGYI = 'ကြၽန္ေတာ္တို႔ အိမ္ျပန္ေရာက္ခဲ့တယ္။';
const UNICODE = 'ကျွန်တော်တို့ အိမ်ပြန်ရောက်ခဲ့တယ်။'.normalize('NFC');
const NAME = 'လူသည်';
let bench: Workbench;

beforeAll(async () => {
  bench = await openWorkbench({});
});

afterAll(() => bench.close());

async function segments(document: DocumentId): Promise<readonly StoredSegment[]> {
  return (await bench.usecases.store.listSegments(document, tag('my'), {}, 0, 100)).segments;
}

async function targets(document: DocumentId): Promise<readonly string[]> {
  return (await segments(document)).flatMap(({ current }) =>
    current === null ? [] : [textOf(current.target)],
  );
}

async function withTargets(...texts: readonly string[]): Promise<DocumentId> {
  const document = await importSample(bench.usecases);
  const rows = await segments(document);
  for (const [index, text] of texts.entries()) {
    await bench.usecases.store.saveTarget({
      segment: rows[index]!.key,
      language: tag('my'),
      base: 0,
      target: [text],
      state: 'reviewed',
      subState: null,
      author: 'မောင်',
      at: 0,
      origin: { kind: 'typed' },
    });
  }
  return document;
}

describe('a document with targets in Zawgyi', () => {
  it('says so, and converts them as new versions when asked', async () => {
    const document = await withTargets(ZAWGYI, NAME);
    const page = await get(bench, `/documents/${document}`);
    expect(page.text).toContain(`action="/documents/${document}/my/zawgyi"`);
    expect(await targets(document)).toEqual([ZAWGYI, NAME]);
    await post(bench, `/documents/${document}/my/zawgyi`, {});
    expect(await targets(document)).toEqual([UNICODE, NAME]);
    const [first] = await segments(document);
    const versions = await bench.usecases.store.listVersions(first!.key, tag('my'));
    expect(versions.map(({ target, state, origin }) => [textOf(target), state, origin.kind])).toEqual([
      [UNICODE, 'reviewed', 'converted'],
      [ZAWGYI, 'reviewed', 'typed'],
    ]);
    expect((await get(bench, `/documents/${document}`)).text).not.toContain('/my/zawgyi"');
  });

  it('in Unicode is not asked about', async () => {
    const document = await withTargets(UNICODE);
    expect((await get(bench, `/documents/${document}`)).text).not.toContain('/my/zawgyi"');
  });
});

describe('a returned file in Zawgyi', () => {
  async function returned(): Promise<{ readonly document: DocumentId; readonly at: string }> {
    const document = await withTargets(UNICODE);
    const { text } = await get(bench, `/documents/${document}/my/xliff?version=2.1&anyway`);
    const file = { name: 'back.xlf', text: text.replace(UNICODE, ZAWGYI) };
    const { location } = await post(bench, `/documents/${document}/my/import`, formWithFile({}, file));
    return { document, at: location };
  }

  it.each([
    [{ zawgyi: 'unicode' }, UNICODE],
    [{}, ZAWGYI],
  ])('is asked about, and applied as decided: %j', async (decision, expected) => {
    const { document, at } = await returned();
    const page = await get(bench, at);
    expect(page.text).toContain('name="zawgyi" value="unicode"');
    const form = new URLSearchParams({ go: 'apply', ...decision });
    for (const [, value = ''] of page.text.matchAll(/name="shown" value="([^"]*)"/gu)) {
      form.append('shown', value);
      form.append('take', value);
    }
    await post(bench, at, form);
    expect((await targets(document))[0]).toBe(expected);
  });
});

describe('a source in Zawgyi', () => {
  const SHORT = 'တယ္';
  const FRENCH = 'un cafe\u0301';

  async function bring(text: string, name: string): Promise<string> {
    const fields = { name: 'Letters', sourceLanguage: 'my', targetLanguages: 'en', author: 'မောင်' };
    return (await post(bench, '/projects', formWithFile(fields, { name, text }))).location.replace(
      /\?.*/u,
      '',
    );
  }

  async function original(path: string): Promise<string> {
    const documents = await documentsOf();
    const id = documents.find((each) => `/documents/${each}` === path)!;
    return Buffer.from((await bench.usecases.store.readOriginal(id))!).toString();
  }

  async function documentsOf(): Promise<readonly DocumentId[]> {
    const projects = await bench.usecases.store.listProjects();
    const lists = await Promise.all(projects.map(({ id }) => bench.usecases.store.listDocuments(id)));
    return lists.flat().map(({ id }) => id);
  }

  it.each([
    ['letters.md', `# ${SHORT}\n\n${ZAWGYI} **${SHORT}** ${FRENCH}\n`],
    ['letters.txt', `\uFEFF${ZAWGYI}\r\n${SHORT} ${FRENCH}\r\n`],
    [
      'letters.xlf',
      `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="my" trgLang="en"><file id="f"><unit id="1"><segment><source>${ZAWGYI}</source><target>${FRENCH}</target></segment></unit></file></xliff>`,
    ],
  ])('stays as it came, and becomes a copy of the file when asked: %s', async (name, text) => {
    const came = await bring(text, name);
    const page = await get(bench, came);
    expect(page.text).toContain(`action="${came}/unicode-copy"`);
    const { location } = await post(bench, `${came}/unicode-copy`, {});
    const copy = await get(bench, location);
    expect(copy.text).toContain(name.replace('letters', 'letters.unicode'));
    expect(copy.text).toContain('Letters (Unicode)');
    expect(copy.text).not.toContain('/unicode-copy"');
    expect(await original(came)).toBe(text);
    expect(await original(location.replace(/\?.*/u, ''))).toBe(
      text.replaceAll(ZAWGYI, UNICODE).replaceAll(SHORT, 'တယ်'),
    );
  });

  it('is not seen in Unicode, nor converted where the file spells it in references', async () => {
    expect((await get(bench, await bring(UNICODE, 'a.txt'))).text).not.toContain('/unicode-copy"');
    const spelt = Array.from(ZAWGYI, (letter) => `&#${letter.codePointAt(0) ?? 0};`).join('');
    const came = await bring(`${spelt}\n`, 'a.md');
    const { location } = await post(bench, `${came}/unicode-copy`, {});
    expect(location.startsWith(`${came}?`)).toBe(true);
    expect((await get(bench, location)).text).toContain('Nothing in the file could be converted');
  });

  it('leaves Unicode beside Zawgyi as it is', () => {
    const others = Array.from({ length: 3 }, () => UNICODE).join('\n');
    expect(zawgyiFileToUnicode(`${others}\n${ZAWGYI}\n${SHORT}\n`)).toBe(`${others}\n${UNICODE}\n${SHORT}\n`);
  });
});

describe('POST /api/zawgyi', () => {
  async function ask(text: string): Promise<unknown> {
    const response = await fetch(`${bench.address}/api/zawgyi`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' },
      body: JSON.stringify({ text }),
    });
    expect(response.status).toBe(200);
    return response.json();
  }

  it('offers a conversion, or none', async () => {
    expect(await ask(ZAWGYI)).toMatchObject({ converted: UNICODE });
    expect(await ask(UNICODE)).toMatchObject({ converted: null });
    expect(await ask('Rangoon')).toEqual({ probability: 0, converted: null });
  });
});
