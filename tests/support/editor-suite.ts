/** What tests of the editor have in common: a browser for all of them, a workbench with a sample for each. */
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { DocumentId } from '../../server/store/ids.ts';
import type { Version } from '../../server/store/segment.ts';
import { openChromium } from './chromium.ts';
import { openEditor, type EditorPage } from './editor-page.ts';
import { importSample, openWorkbench, tag, type SampleInput, type Workbench } from './workbench.ts';

export interface EditorSuite {
  readonly browser: Browser;
  readonly workbench: Workbench;
  readonly context: BrowserContext;
  readonly document: DocumentId;
  /** Opens the editor, by default at the second segment. */
  readonly open: (query?: string, language?: string) => Promise<EditorPage>;
  /** The newest version of the segment at a position. */
  readonly stored: (position: number, language?: string) => Promise<Version | null>;
  /** From now on, another document is opened. */
  readonly use: (input: SampleInput) => Promise<void>;
}

/** To be called in the body of a `describe`. */
export function editorSuite(): EditorSuite {
  let browser: Browser;
  let workbench: Workbench;
  let context: BrowserContext;
  let document: DocumentId;

  beforeAll(async () => {
    browser = await openChromium();
  });

  afterAll(async () => {
    await browser.close();
  });

  beforeEach(async () => {
    workbench = await openWorkbench();
    document = await importSample(workbench.usecases);
    context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  });

  afterEach(async () => {
    await context.close();
    await workbench.close();
  });

  return {
    get browser() {
      return browser;
    },
    get workbench() {
      return workbench;
    },
    get context() {
      return context;
    },
    get document() {
      return document;
    },
    open: (query = '?segment=2', language = 'fa') =>
      openEditor(context, `${workbench.address}/documents/${document}/${language}${query}`),
    stored: async (position, language = 'fa') => {
      const { store } = workbench.usecases;
      const { segments } = await store.listSegments(document, tag(language), {}, position - 1, 1);
      return segments[0]?.current ?? null;
    },
    use: async (input) => {
      document = await importSample(workbench.usecases, input);
    },
  };
}
