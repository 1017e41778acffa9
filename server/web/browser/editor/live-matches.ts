/**
 * Looks up the matches of the segment that is open, and puts one into the field when a person says so. What was asked
 * for a segment that is no longer open is given up; what was found is kept for a while, so that going back and forth
 * asks once.
 */
import { textOf } from '../../../core/text/content.ts';
import type { LanguageTag } from '../../../core/text/language.ts';
import { fetchFragments, fetchMatches, type Fragment, type Match } from './matches.ts';
import { MatchPanel } from './match-panel.ts';
import type { OpenSegment } from './open-segment.ts';
import type { Pane } from './pane.ts';
import type { SegmentRow } from './segment-row.ts';
import type { Speech } from './speech.ts';

/** Milliseconds: who steps through segments does not ask for each. */
const PAUSE = 60;
/** Milliseconds after which memories may hold more. */
const FRESH = 30_000;

export interface LiveMatchesOptions {
  readonly pane: Pane;
  readonly speech: Speech;
  readonly sourceLanguage: LanguageTag;
  readonly language: LanguageTag;
  readonly open: () => OpenSegment;
  readonly announce: (text: string) => void;
}

interface Found {
  readonly matches: readonly Match[];
  readonly at: number;
}

export class LiveMatches {
  readonly #options: LiveMatchesOptions;
  readonly #panel: MatchPanel;
  readonly #found = new Map<number, Found>();
  #row: SegmentRow | null = null;
  #matches: readonly Match[] = [];
  /** Whether the panel shows `#matches`. */
  #isShown = false;
  #timer = 0;
  #asking = new AbortController();

  constructor(options: LiveMatchesOptions) {
    this.#options = options;
    const { pane, speech, sourceLanguage, language } = options;
    this.#panel = new MatchPanel({
      pane: pane.element,
      speech,
      sourceLanguage,
      language,
      insert: (index) => {
        this.insert(index + 1);
      },
      insertFragment: (fragment) => {
        this.#insertFragment(fragment);
      },
    });
  }

  /** The segment is open now. */
  look(row: SegmentRow): void {
    if (row === this.#row) return;
    this.#row = row;
    this.#matches = [];
    this.#isShown = false;
    const known = this.#found.get(row.segment.key);
    if (known !== undefined && Date.now() - known.at < FRESH) this.#show(row, known.matches);
    else this.#panel.say('looking');
    this.#askSoon(row);
  }

  /** A segment was saved: what is known of others may be old, and the open one may have been asked about too early. */
  forget(saved: SegmentRow): void {
    this.#found.clear();
    if (this.#row !== null && this.#row !== saved) this.#askSoon(this.#row);
  }

  /** Puts the match with this number in place of what the field has, which can be undone. */
  insert(wanted: number): void {
    const { announce, open, pane, speech } = this.#options;
    const match = this.#matches[wanted - 1];
    if (match === undefined) {
      announce(speech.say('match-no-such', { number: wanted }));
      return;
    }
    const { target, score, memory } = match;
    if (!open().insertMatch(target, { kind: 'match', score, memory })) return;
    pane.field.focus();
    announce(speech.say('match-inserted', { number: wanted }));
  }

  #insertFragment({ target }: Fragment): void {
    const { announce, pane, speech } = this.#options;
    if (!pane.field.isEditable) return;
    pane.field.focus();
    pane.field.write(textOf(target));
    announce(speech.say('match-fragment-inserted'));
  }

  #askSoon(row: SegmentRow): void {
    this.#asking.abort();
    clearTimeout(this.#timer);
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    this.#timer = window.setTimeout(() => void this.#ask(row, signal), PAUSE);
  }

  async #ask(row: SegmentRow, signal: AbortSignal): Promise<void> {
    const { announce, language, speech } = this.#options;
    const { key } = row.segment;
    const address = `/api/segments/${key}/${language}`;
    try {
      const known = this.#found.get(key);
      if (known === undefined || Date.now() - known.at >= FRESH) {
        const matches = await fetchMatches(address, signal);
        if (row !== this.#row) return;
        this.#found.set(key, { matches, at: Date.now() });
        const isNews = !this.#isShown || JSON.stringify(matches) !== JSON.stringify(this.#matches);
        if (isNews) this.#show(row, matches);
        const [best] = matches;
        if (isNews && best !== undefined)
          announce(speech.say('match-found', { count: matches.length, score: best.score }));
      }
      const fragments = await fetchFragments(address, signal);
      if (row === this.#row) this.#panel.showFragments(fragments, row.segment.locked);
    } catch {
      if (signal.aborted || row !== this.#row || this.#matches.length > 0) return;
      this.#row = null; // opening the segment again asks again
      this.#panel.say('unreachable');
    }
  }

  #show(row: SegmentRow, matches: readonly Match[]): void {
    this.#matches = matches;
    this.#isShown = true;
    this.#panel.showFragments([], true);
    this.#panel.show(matches, row);
  }
}
