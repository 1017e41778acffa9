/**
 * What a page has to say once about what was done just before it (Post/Redirect/Get): kept here, named in the
 * address, so that reloading shows it again and nothing of it is in the address itself.
 */
import { firstProblems } from '../core/problem-list.ts';
import type { Problem } from '../core/problem.ts';
import type { MessageKey, MessageValues } from '../i18n/messages.ts';
import { ExpiringMap } from './expiring-map.ts';

export interface Notice {
  readonly key: MessageKey;
  readonly values?: MessageValues;
  /** Notes and warnings that came with it. */
  readonly problems?: readonly Problem[];
}

export interface Notices {
  /** The path with the notice named in its query. */
  leave(path: string, notice: Notice): string;
  /** The notice that a request's query names, or null. */
  find(query: Readonly<Record<string, unknown>>): Notice | null;
}

export function createNotices(now: () => number, newId: () => string): Notices {
  const kept = new ExpiringMap<Notice>({ room: 200, milliseconds: 10 * 60 * 1000, now });
  return {
    leave: (path, notice) => {
      const id = newId();
      const { problems } = notice;
      kept.set(id, problems === undefined ? notice : { ...notice, problems: firstProblems(problems) });
      return `${path}${path.includes('?') ? '&' : '?'}notice=${encodeURIComponent(id)}`;
    },
    find: (query) => {
      const id = query['notice'];
      return typeof id === 'string' ? kept.get(id) : null;
    },
  };
}
