/** Import, look-ups with their recall, look-ups in the other direction, and single additions. */
import type { MemoryId } from '../../../server/store/ids.ts';
import type { SimilarQuestion } from '../../../server/store/memory-store.ts';
import type { Store } from '../../../server/store/store.ts';
import { percentiles, say, timed } from './figures.ts';
import { fill, unit, WholeScan, type Pair } from './memory.ts';
import { benchBesideSavers } from './savers.ts';
import { drawing, edited } from './texts.ts';

const LOOKUPS = 500;
const COMPARED = 60;
const ADDED = 200;
const AT_ONCE = 2_000;

/** The last `heldBack` texts are asked for and not in it. */
export async function benchLookup(
  store: Store,
  name: string,
  pair: Pair,
  heldBack: number,
): Promise<MemoryId> {
  const size = pair.sources.length - heldBack;
  const inIt = { ...pair, sources: pair.sources.slice(0, size), targets: pair.targets.slice(0, size) };
  const { value: memory, ms } = await timed(() => fill(store, name, inIt));
  say(`${name}: import of ${size}, in seconds`, (ms / 1000).toFixed(1));
  const ask = (source: string, changes: Partial<SimilarQuestion> = {}) =>
    store.memories.findSimilar({
      ...{ memories: [memory], sourceLanguage: pair.from, targetLanguage: pair.to, source: [source] },
      ...{ minimum: 70, limit: 20, ...changes },
    });
  const first = await timed(() => ask('what is asked for first'));
  say(`${name}: first look-up after it (the rest of the index), in seconds`, (first.ms / 1000).toFixed(1));

  const draw = drawing(5);
  const questions = Array.from({ length: LOOKUPS }, (_, n) => {
    if (n % 5 === 4) return pair.sources[size + (n % heldBack)] ?? '';
    return edited(inIt.sources[draw(size)] ?? '', inIt.sources[draw(size)] ?? '', draw);
  });
  for (const minimum of [70, 50])
    await lookups(`${name}: look-up, ${minimum} and above`, questions, (text) => ask(text, { minimum }));
  await recall(name, inIt.sources, questions, (text) => ask(text, { limit: 500 }));
  const many = Array.from({ length: AT_ONCE }, (_, n) => questions[n % LOOKUPS] ?? '');
  const batch = await timed(async () => {
    for (const text of many) await ask(text, { limit: 1 });
  });
  say(`${name}: best match of 10,000 segments, in seconds`, ((batch.ms / AT_ONCE) * 10).toFixed(1));
  await additions(store, name, memory, pair);
  await benchBesideSavers(store, name, memory, inIt, (text) => ask(text), questions);
  const back = await timed(() =>
    ask(inIt.targets[0] ?? '', { sourceLanguage: pair.to, targetLanguage: pair.from }),
  );
  say(`${name}: first look-up the other way (its index is made), in seconds`, (back.ms / 1000).toFixed(1));
  const others = Array.from({ length: LOOKUPS }, () =>
    edited(inIt.targets[draw(size)] ?? '', inIt.targets[draw(size)] ?? '', draw),
  );
  const other = { sourceLanguage: pair.to, targetLanguage: pair.from };
  await lookups(`${name}: look-up the other way (${pair.to}), 70 and above`, others, (text) =>
    ask(text, other),
  );
  return memory;
}

async function lookups(
  name: string,
  questions: readonly string[],
  ask: (text: string) => Promise<unknown>,
): Promise<void> {
  const times: number[] = [];
  const processor: number[] = [];
  for (const text of questions) {
    const before = process.cpuUsage();
    times.push((await timed(() => ask(text))).ms);
    const { user, system } = process.cpuUsage(before);
    processor.push((user + system) / 1000);
  }
  say(name, percentiles(times));
  say(`${name}, processor of this process`, percentiles(processor));
}

/** Beside a look at every unit. */
async function recall(
  name: string,
  sources: readonly string[],
  questions: readonly string[],
  ask: (text: string) => Promise<readonly { readonly similarity: number }[]>,
): Promise<void> {
  const scan = new WholeScan(sources);
  let [all, found, best] = [0, 0, 0];
  const times: number[] = [];
  const some = questions.slice(0, COMPARED);
  for (const text of some) {
    const start = performance.now();
    const expected = scan.find(text, 70, 500);
    times.push(performance.now() - start);
    const similar = (await ask(text)).map(({ similarity }) => similarity);
    all += expected.length;
    found += similar.filter((similarity, n) => similarity === expected[n]).length;
    if (similar[0] === expected[0]) best += 1;
  }
  say(
    `${name}: units of 70 and above that are found, of those there are`,
    `${found} of ${all}, best ${best} of ${some.length}`,
  );
  say(`${name}: a look at every unit`, percentiles(times));
}

async function additions(store: Store, name: string, memory: MemoryId, pair: Pair): Promise<void> {
  const times: number[] = [];
  for (let n = 0; n < ADDED; n += 1) {
    const text = `${pair.sources[n * 7] ?? ''} ${pair.sources[n * 3] ?? ''}`;
    times.push(
      (await timed(() => store.memories.addTus(memory, [unit(pair.from, text, pair.to, String(n))]))).ms,
    );
  }
  say(`${name}: one unit added, on disk`, percentiles(times));
}
