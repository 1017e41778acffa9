/**
 * The order of targets (2.1 §4.3.1.20): a target that says nothing stands where its source does. When segments are
 * split or joined, every target of the unit keeps its place among the others.
 */
import { attributeOf } from '../shared/xml/element.ts';
import { setAttribute, type Patch } from '../shared/xml/patch.ts';
import type { PartPlace } from './unit.ts';

/** Parts `first` to `last` give way to `count` new ones, of which the first stands in the old one's element. */
export interface Replaced {
  readonly first: number;
  readonly last: number;
  readonly count: number;
}

function orderOf(place: PartPlace, index: number): number {
  const written = place.target === null ? undefined : attributeOf(place.target, 'order');
  return written !== undefined && /^\d{1,9}$/u.test(written) ? Number(written) : index + 1;
}

/** Whether the targets of the parts follow each other, so that they may be joined (§4.9.3). */
export function areConsecutive(places: readonly PartPlace[], first: number, last: number): boolean {
  const orders = places.map(orderOf).slice(first, last + 1);
  return orders.every((order, index) => index === 0 || order === (orders[index - 1] ?? 0) + 1);
}

/** The order of each part afterwards, from 1; null where no target says its order, so that none needs to. */
export function ordersAfter(places: readonly PartPlace[], replaced: Replaced): readonly number[] | null {
  const { first, last, count } = replaced;
  const says = (place: PartPlace): boolean =>
    place.target !== null && attributeOf(place.target, 'order') !== undefined;
  if (!places.some(says)) return null;
  const orders = places.map(orderOf);
  const own = orders[first] ?? 0;
  const keys = [
    ...orders.slice(0, first),
    ...Array.from({ length: count }, (_, index) => own + index / (count + 1)),
    ...orders.slice(last + 1),
  ];
  const ranks = keys.map((key, index) => ({ key, index })).sort((a, b) => a.key - b.key || a.index - b.index);
  const result = new Array<number>(keys.length).fill(0);
  ranks.forEach(({ index }, rank) => {
    result[index] = rank + 1;
  });
  return result;
}

/** Patches for the targets that stay in the file: an order is written where there was one or one is needed. */
export function orderPatches(
  text: string,
  places: readonly PartPlace[],
  replaced: Replaced,
  orders: readonly number[] | null,
): readonly Patch[] {
  const { first, last, count } = replaced;
  return places.flatMap(({ target }, index) => {
    if (orders === null || target === null || (index > first && index <= last)) return [];
    const at = index <= first ? index : index - (last - first + 1) + count;
    const order = orders[at] ?? at + 1;
    const needed = attributeOf(target, 'order') !== undefined || order !== at + 1;
    return needed ? setAttribute(text, target, 'order', String(order)) : [];
  });
}
