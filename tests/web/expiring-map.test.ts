/** The memory that forgets: by age, by number, oldest first. */
import { describe, expect, it } from 'vitest';
import { ExpiringMap } from '../../server/web/expiring-map.ts';

describe('ExpiringMap', () => {
  it('forgets the oldest beyond its number', () => {
    const map = new ExpiringMap<number>({ room: 2, milliseconds: 10, now: () => 0 });
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

  it('forgets beyond its room, but never the newest', () => {
    const sizeOf = (value: number): number => value;
    const map = new ExpiringMap<number>({ room: 10, sizeOf, milliseconds: 10, now: () => 0 });
    const kept = (): readonly string[] => ['a', 'b', 'c'].filter((key) => map.get(key) !== null);
    map.set('a', 4);
    map.set('b', 6);
    expect(kept()).toEqual(['a', 'b']);
    map.set('a', 5);
    expect(kept()).toEqual(['a']);
    map.set('b', 5);
    map.set('c', 11);
    expect(kept()).toEqual(['c']);
    map.set('a', 10);
    expect(kept()).toEqual(['a']);
  });

  it('forgets with time', () => {
    let now = 0;
    const map = new ExpiringMap<number>({ room: 9, milliseconds: 10, now: () => now });
    map.set('a', 1);
    now = 9;
    expect(map.get('a')).toBe(1);
    now = 10;
    expect(map.get('a')).toBeNull();
  });
});
