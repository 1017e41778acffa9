import { describe, expect, test } from 'vitest';
import type { State } from '../../server/core/document/state.ts';
import type { Version } from '../../server/web/browser/editor/model.ts';
import { Saver, type Draft, type SaveOutcome } from '../../server/web/browser/editor/saver.ts';

/** A server and a clock that the test moves by hand; the saver between them is the real one. */
class Bench {
  readonly sent: {
    readonly base: number;
    readonly draft: Draft;
    readonly answer: (outcome: SaveOutcome) => void;
  }[] = [];
  journal: Draft | null = null;
  timer: { readonly milliseconds: number; readonly run: () => void } | null = null;
  readonly saver: Saver;

  constructor(base: number) {
    this.saver = new Saver(base, {
      send: (version, draft) =>
        new Promise((answer) => {
          this.sent.push({ base: version, draft, answer });
        }),
      remember: (_base, draft) => {
        this.journal = draft;
      },
      forget: () => {
        this.journal = null;
      },
      later: (milliseconds, run) => {
        this.timer = { milliseconds, run };
        return () => {
          this.timer = null;
        };
      },
      changed: () => undefined,
      saved: () => undefined,
    });
  }

  type(text: string, state: State = 'initial'): void {
    this.saver.edit({ content: [text], state, origin: 'typed' });
  }

  tick(): void {
    const { timer } = this;
    this.timer = null;
    timer?.run();
  }

  async answer(outcome: SaveOutcome): Promise<void> {
    this.sent.at(-1)!.answer(outcome);
    await new Promise((done) => setTimeout(done, 0));
  }
}

const version = (number: number, text: string, author = 'me', state: State = 'initial'): Version => ({
  version: number,
  target: [text],
  state,
  author,
  at: 0,
  origin: { kind: 'typed' },
});
const saved = (number: number, text: string): SaveOutcome => ({
  kind: 'saved',
  version: version(number, text),
  propagated: null,
  progress: null,
  problems: [],
});

describe('Saver', () => {
  test('waits for a pause, sends once, forgets the journal only when acknowledged', async () => {
    const bench = new Bench(3);
    bench.type('a');
    bench.type('ab');
    expect(bench.sent).toHaveLength(0);
    expect(bench.journal?.content).toEqual(['ab']);
    bench.tick();
    expect(bench.sent.map(({ base, draft }) => [base, draft.content])).toEqual([[3, ['ab']]]);
    expect(bench.journal).not.toBeNull();
    await bench.answer(saved(4, 'ab'));
    expect([bench.journal, bench.saver.status, bench.saver.base]).toEqual([null, 'saved', 4]);
  });

  test('what is typed while a save is under way is saved after it, from the version that came back', async () => {
    const bench = new Bench(0);
    bench.type('a');
    bench.tick();
    bench.type('ab');
    expect(bench.sent).toHaveLength(1);
    await bench.answer(saved(1, 'a'));
    expect(bench.journal?.content).toEqual(['ab']);
    expect(bench.saver.status).toBe('waiting');
    bench.tick();
    expect(bench.sent[1]).toMatchObject({ base: 1, draft: { content: ['ab'] } });
  });

  test('no answer: tried again with growing pauses, keeping the newest text', async () => {
    const bench = new Bench(0);
    bench.type('a');
    bench.tick();
    const pauses: number[] = [];
    for (let count = 0; count < 7; count += 1) {
      await bench.answer({ kind: 'unreachable' });
      expect(bench.saver.status).toBe('retrying');
      pauses.push(bench.timer!.milliseconds);
      bench.tick();
    }
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    bench.type('ab');
    await bench.answer({ kind: 'unreachable' });
    bench.tick();
    await bench.answer(saved(1, 'ab'));
    expect([bench.sent.at(-1)!.draft.content, bench.saver.status]).toEqual([['ab'], 'saved']);
  });

  test('a conflict keeps both texts and sends nothing until it is decided', async () => {
    const bench = new Bench(1);
    bench.type('mine');
    bench.tick();
    await bench.answer({ kind: 'conflict', theirs: version(2, 'theirs', 'Zahra') });
    bench.type('mine, longer');
    bench.tick();
    expect(bench.sent).toHaveLength(1);
    expect(bench.saver.status).toBe('conflict');
    expect([bench.saver.draft?.content, bench.saver.theirs?.target]).toEqual([['mine, longer'], ['theirs']]);
    expect(bench.journal?.content).toEqual(['mine, longer']);
    bench.saver.keepMine(['mine, longer']);
    bench.tick();
    expect(bench.sent[1]).toMatchObject({ base: 2, draft: { content: ['mine, longer'] } });
  });

  test('theirs can be taken', async () => {
    const bench = new Bench(1);
    bench.type('mine');
    bench.tick();
    await bench.answer({ kind: 'conflict', theirs: version(2, 'theirs', 'Zahra') });
    bench.saver.takeTheirs();
    expect([bench.saver.status, bench.saver.base, bench.saver.isIdle, bench.journal]).toEqual([
      'saved',
      2,
      true,
      null,
    ]);
  });

  test('a conflict with the very same text is none', async () => {
    const bench = new Bench(1);
    bench.type('same');
    bench.tick();
    await bench.answer({ kind: 'conflict', theirs: version(2, 'same') });
    expect([bench.saver.status, bench.saver.base]).toEqual(['saved', 2]);
  });

  test('a refusal is kept until the text changes', async () => {
    const bench = new Bench(0);
    bench.type('bad');
    bench.tick();
    await bench.answer({ kind: 'refused', problems: ['why'] });
    expect([bench.saver.status, bench.saver.problems, bench.journal?.content]).toEqual([
      'refused',
      ['why'],
      ['bad'],
    ]);
    bench.type('good');
    bench.tick();
    expect(bench.sent[1]!.draft.content).toEqual(['good']);
  });

  test('flush sends at once, also what was typed meanwhile, and ends when there is no answer', async () => {
    const bench = new Bench(0);
    bench.type('a');
    const done = bench.saver.flush();
    bench.type('ab');
    await bench.answer(saved(1, 'a'));
    await bench.answer(saved(2, 'ab'));
    await done;
    expect(bench.sent.map(({ base }) => base)).toEqual([0, 1]);
    bench.type('abc');
    const failing = bench.saver.flush();
    await bench.answer({ kind: 'unreachable' });
    await failing;
    expect(bench.saver.status).toBe('retrying');
  });
});
