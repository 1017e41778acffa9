/** Look-ups while fifty people confirm segments, each of which is a save and an entry in the memory. */
import type { MemoryId } from '../../../server/store/ids.ts';
import type { Store } from '../../../server/store/store.ts';
import { BENCH_PROJECT, book, saveOf } from '../store.ts';
import { percentiles, say, timed } from './figures.ts';
import { unit, type Pair } from './memory.ts';

const PEOPLE = 50;
const SEGMENTS_EACH = 10;
const LOOKUPS = 200;

export async function benchBesideSavers(
  store: Store,
  name: string,
  memory: MemoryId,
  pair: Pair,
  ask: (source: string) => Promise<unknown>,
  questions: readonly string[],
): Promise<void> {
  const project = await store.createProject(BENCH_PROJECT);
  const document = await store.addDocument(project, book());
  const { segments } = await store.listSegments(document, pair.to, {}, 0, PEOPLE * SEGMENTS_EACH);
  // Milliseconds between two segments of one person.
  for (const every of [1_000, 0]) {
    let isOver = false;
    const saves: number[] = [];
    const people = Array.from({ length: PEOPLE }, async (_, person) => {
      await pause((every * person) / PEOPLE);
      for (let n = 0; !isOver; n += 1) {
        const segment = segments[person * SEGMENTS_EACH + (n % SEGMENTS_EACH)];
        if (segment === undefined) throw new Error('The document is too short.');
        const { key } = segment;
        const base = (await store.listVersions(key, pair.to))[0]?.version ?? 0;
        const confirmed = timed(async () => {
          await store.saveTarget({ ...saveOf(key, base), language: pair.to });
          const text = pair.sources[(person * 7919 + n) % pair.sources.length] ?? '';
          const of = { language: pair.to, version: base + 1 };
          await store.memories.rememberSegment(memory, key, of, unit(pair.from, text, pair.to, String(n)));
        });
        saves.push((await confirmed).ms);
        await pause(every);
      }
    });
    const times: number[] = [];
    for (const question of questions.slice(0, LOOKUPS)) {
      times.push((await timed(() => ask(question))).ms);
      await pause(10);
    }
    isOver = true;
    await Promise.all(people);
    const pace = every === 0 ? 'as fast as it goes' : 'one a second each';
    say(`${name}: look-up while ${PEOPLE} people confirm, ${pace}`, percentiles(times));
    say(`${name}: ${saves.length} confirmations meanwhile, each`, percentiles(saves));
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
