/** Server-sent events: a line for each change that anybody makes, so that open pages show it. */
import type { Response } from 'express';
import type { LanguageTag } from '../../core/text/language.ts';
import type { DocumentId } from '../../store/ids.ts';
import type { Dependencies } from '../../usecases/dependencies.ts';
import { watchChanges } from '../../usecases/watch-changes.ts';

/** Keeps what lies between from closing a quiet connection. */
const HEARTBEAT = 20_000;

/** Once a reader has let so many bytes pile up, it is cut off; it comes back by itself and asks anew. */
const MOST_WAITING = 1_000_000;

export function sendEvents(
  deps: Dependencies,
  document: DocumentId,
  language: LanguageTag,
  res: Response,
): void {
  res.status(200);
  res.set({ 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' });
  res.flushHeaders();
  res.write('retry: 2000\n\n');
  const stop = watchChanges(deps, document, language, ({ id, segment, version, author, at }) => {
    if (res.writableLength > MOST_WAITING) res.destroy();
    else res.write(`id: ${id}\nevent: change\ndata: ${JSON.stringify({ segment, version, author, at })}\n\n`);
  });
  const heartbeat = setInterval(() => res.write(': \n\n'), HEARTBEAT);
  res.once('close', () => {
    clearInterval(heartbeat);
    stop();
  });
}
