/** The editor in a real browser, as a person at the keyboard has it. */
import type { BrowserContext, Locator, Page } from 'playwright-core';

export interface EditorPage {
  readonly page: Page;
  readonly field: Locator;
  readonly status: Locator;
  readonly announcer: Locator;
  /** Whatever the browser complained of. */
  readonly complaints: readonly string[];
  row(position: number): Locator;
  /** The field's text as it is read, codes as [key]. */
  text(): Promise<string>;
  press(...keys: readonly string[]): Promise<void>;
  saved(): Promise<void>;
  /** Until what others do reaches the page. */
  listening(): Promise<void>;
}

export async function openEditor(context: BrowserContext, address: string): Promise<EditorPage> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  const stream = page
    .waitForResponse(
      (response) => response.headers()['content-type']?.startsWith('text/event-stream') === true,
    )
    .catch(() => null);
  await page.goto(address);
  await page.locator('[data-help]:not([hidden])').waitFor();
  const field = page.locator('.pane__field');
  const status = page.locator('[data-status]');
  return {
    page,
    field,
    status,
    complaints,
    announcer: page.locator('[data-announcer]'),
    row: (position) => page.locator(`#segment-${position}`),
    text: () => page.evaluate<string>(SHOWN),
    press: async (...keys) => {
      for (const key of keys) await page.keyboard.press(key);
    },
    saved: () => page.locator('[data-status="saved"]').waitFor(),
    listening: async () => {
      if ((await stream) === null) throw new Error('the page does not listen');
    },
  };
}

/** Runs in the page, whose types the tests do not have. */
const SHOWN = `Array.from(document.querySelector('.pane__field').childNodes, (node) =>
  node.dataset?.code ? '[' + node.dataset.code + ']' : node.textContent).join('')`;

/** A script that pastes plain text into the open field, as the browser tells of it. */
export const pasteScript = (text: string): string => `{
  const field = document.querySelector('.pane__field');
  field.focus();
  const dataTransfer = new DataTransfer();
  dataTransfer.setData('text/plain', ${JSON.stringify(text)});
  const options = { inputType: 'insertFromPaste', dataTransfer, bubbles: true, cancelable: true };
  field.dispatchEvent(new InputEvent('beforeinput', options)); }`;
