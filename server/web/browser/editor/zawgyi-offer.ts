/** Asks the server whether a pasted text is Zawgyi: its model is not worth sending to every browser. */
import { field, maybe, text as readText } from './decode.ts';

/** The text in Unicode; null where it is not Zawgyi, or nobody could say. */
export async function zawgyiToUnicode(text: string): Promise<string | null> {
  if (!/[\u1000-\u109f]/u.test(text)) return null;
  try {
    const response = await fetch('/api/zawgyi', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ text }),
    });
    return response.ok ? maybe(field(await response.json(), 'converted'), readText) : null;
  } catch {
    return null;
  }
}
