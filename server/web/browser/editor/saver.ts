/**
 * Brings one segment's text to the server and never loses any of it. Nothing here knows of pages or networks,
 * so every order of events can be tested.
 *
 * Invariants: at most one save is under way; what is typed meanwhile is saved after it, from the version that
 * came back; a draft stays in the journal until the server has acknowledged that very draft; a save that got no
 * answer is tried again for ever; after a conflict nothing is sent until a person has decided.
 */
import type { State } from '../../../core/document/state.ts';
import { sameContent, type Content } from '../../../core/text/content.ts';
import type { Progress, Propagated, Version } from './model.ts';

/** Where a text comes from: a match is named with its score and memory. */
export type DraftOrigin =
  | 'typed'
  | 'copied-source'
  | { readonly kind: 'match'; readonly score: number; readonly memory: string }
  | { readonly kind: 'machine'; readonly provider: string; readonly model: string };

export interface Draft {
  readonly content: Content;
  readonly state: State;
  readonly origin: DraftOrigin;
}

export type SaveOutcome =
  | {
      readonly kind: 'saved';
      readonly version: Version;
      readonly progress: Progress | null;
      /** Equal segments that were filled with it. */
      readonly propagated: Propagated | null;
      /** What is kept and yet not as the file asks. */
      readonly problems: readonly string[];
    }
  | { readonly kind: 'conflict'; readonly theirs: Version | null }
  | { readonly kind: 'refused'; readonly problems: readonly string[] }
  | { readonly kind: 'locked' | 'gone' | 'unreachable' };

export type SaveStatus =
  'saved' | 'waiting' | 'saving' | 'retrying' | 'conflict' | 'refused' | 'locked' | 'gone';

export interface SaverPorts {
  readonly send: (base: number, draft: Draft) => Promise<SaveOutcome>;
  /** Writes the draft where it outlives the page. */
  readonly remember: (base: number, draft: Draft) => void;
  readonly forget: () => void;
  /** Runs later; returns how to prevent it. */
  readonly later: (milliseconds: number, run: () => void) => () => void;
  /** Called after each change of status. */
  readonly changed: () => void;
  readonly saved: (version: Version, progress: Progress | null, propagated: Propagated | null) => void;
}

const PAUSE = 600;
const FIRST_RETRY = 1_000;
const LONGEST_RETRY = 30_000;

export class Saver {
  readonly #ports: SaverPorts;
  #base: number;
  #draft: Draft | null = null;
  #status: SaveStatus = 'saved';
  #theirs: Version | null = null;
  #problems: readonly string[] = [];
  #failures = 0;
  #cancel: () => void = () => undefined;
  #sending: Promise<void> | null = null;

  constructor(base: number, ports: SaverPorts) {
    this.#base = base;
    this.#ports = ports;
  }

  get status(): SaveStatus {
    return this.#status;
  }

  /** The version that the text on the screen comes from; 0 for none. */
  get base(): number {
    return this.#base;
  }

  /** What is not yet acknowledged. */
  get draft(): Draft | null {
    return this.#draft;
  }

  /** After a conflict: what the other person saved. */
  get theirs(): Version | null {
    return this.#theirs;
  }

  /** After a refusal: why, in the reader's language. */
  get problems(): readonly string[] {
    return this.#problems;
  }

  /** Whether a version from elsewhere may be shown without hiding what this person wrote. */
  get isIdle(): boolean {
    return this.#draft === null && this.#sending === null;
  }

  /** Takes what is on the screen now; it is sent after a pause in which nothing new comes. */
  edit(draft: Draft): void {
    this.#draft = draft;
    this.#ports.remember(this.#base, draft);
    if (this.#status === 'conflict' || this.#status === 'locked' || this.#status === 'gone') return;
    if (this.#sending !== null) return;
    this.#failures = 0;
    this.#wait(PAUSE, 'waiting');
  }

  /** Sends what there is at once; resolves when nothing is under way any more. */
  async flush(): Promise<void> {
    if (this.#status === 'waiting' || this.#status === 'retrying') {
      this.#cancel();
      this.#start();
    }
    while (this.#sending !== null) {
      await this.#sending;
      if (this.#status === 'waiting') {
        this.#cancel();
        this.#start();
      }
    }
  }

  /** The person's own text stays, on top of what the other one saved. */
  keepMine(content: Content): void {
    const state = this.#draft?.state ?? 'initial';
    this.#base = this.#theirs?.version ?? 0;
    this.#theirs = null;
    this.#status = 'saved';
    this.edit({ content, state, origin: 'typed' });
  }

  /** The other's text is taken; the own one is given up by the person's own decision. */
  takeTheirs(): void {
    this.adopt(this.#theirs?.version ?? 0);
    this.#theirs = null;
  }

  /** A version came from elsewhere and is on the screen now. */
  adopt(version: number): void {
    this.#cancel();
    this.#base = version;
    this.#draft = null;
    this.#ports.forget();
    this.#become('saved');
  }

  #wait(milliseconds: number, status: 'waiting' | 'retrying'): void {
    this.#cancel();
    this.#cancel = this.#ports.later(milliseconds, () => {
      this.#start();
    });
    this.#become(status);
  }

  #start(): void {
    const draft = this.#draft;
    if (draft === null || this.#sending !== null) return;
    this.#become('saving');
    this.#sending = this.#ports.send(this.#base, draft).then((outcome) => {
      this.#sending = null;
      this.#settle(draft, outcome);
    });
  }

  #settle(sent: Draft, outcome: SaveOutcome): void {
    switch (outcome.kind) {
      case 'saved':
        this.#acknowledge(sent, outcome);
        return;
      case 'conflict':
        if (outcome.theirs !== null && isSame(sent, outcome.theirs)) {
          this.#acknowledge(sent, {
            version: outcome.theirs,
            progress: null,
            propagated: null,
            problems: [],
          });
          return;
        }
        this.#theirs = outcome.theirs;
        this.#become('conflict');
        return;
      case 'refused':
        this.#problems = outcome.problems;
        if (this.#draft === sent) this.#become('refused');
        else this.#wait(PAUSE, 'waiting');
        return;
      case 'unreachable':
        this.#wait(Math.min(FIRST_RETRY * 2 ** this.#failures, LONGEST_RETRY), 'retrying');
        this.#failures += 1;
        return;
      case 'locked':
      case 'gone':
        this.#become(outcome.kind);
    }
  }

  #acknowledge(sent: Draft, saved: Omit<Extract<SaveOutcome, { kind: 'saved' }>, 'kind'>): void {
    const { version, progress, propagated, problems } = saved;
    this.#base = version.version;
    this.#failures = 0;
    this.#problems = problems;
    const draft = this.#draft;
    if (draft === sent || draft === null) {
      this.#draft = null;
      this.#ports.forget();
      this.#status = 'saved';
    } else {
      this.#ports.remember(this.#base, draft);
      this.#wait(PAUSE, 'waiting');
    }
    this.#ports.saved(version, progress, propagated);
    this.#ports.changed();
  }

  #become(status: SaveStatus): void {
    this.#status = status;
    this.#ports.changed();
  }
}

function isSame(draft: Draft, version: Version): boolean {
  return draft.state === version.state && sameContent(draft.content, version.target);
}
