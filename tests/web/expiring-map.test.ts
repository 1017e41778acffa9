/** The memory that forgets: by age, by number, oldest first. */
import { describe, expect, it } from 'vitest';
import { ExpiringMap } from '../../server/web/expiring-map.ts';

describe('ExpiringMap', () => {
  it('forgets the oldest beyond its number', () => {
    const map = new ExpiringMap<number>({ entries: 2, milliseconds: 10, now: () => 0 });
    for (const [key, value] of [
      ['a', 1],
      ['b', 2],
      ['a', 3],
      ['c', 4],
    ] as const) {
      map.set(key, value);
    }
    expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([3, null, 4]);
  });

  it('forgets with time', () => {
    let now = 0;
    const map = new ExpiringMap<number>({ entries: 9, milliseconds: 10, now: () => now });
    map.set('a', 1);
    now = 9;
    expect(map.get('a')).toBe(1);
    now = 10;
    expect(map.get('a')).toBeNull();
  });
});
