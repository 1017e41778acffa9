/**
 * The segment that is open for editing: what is typed becomes its draft and goes to its saver; what others save
 * is shown as soon as that hides nothing of one's own.
 */
import { nameOfState, type State } from '../../../core/document/state.ts';
import { isNeeded } from '../../../core/document/check-codes.ts';
import { codeNumbers } from '../../../core/text/code-labels.ts';
import { codeKey, codesOf, sameContent, type Content, type InlineCode } from '../../../core/text/content.ts';
import { insertContent, lengthOf, missingCodes, positionOf } from '../../../core/text/edit-content.ts';
import type { Segment, Version } from './model.ts';
import type { Pane } from './pane.ts';
import type { Draft, DraftOrigin, Saver } from './saver.ts';
import type { Savers } from './savers.ts';
import type { SegmentRow } from './segment-row.ts';
import type { Speech } from './speech.ts';

export interface OpenSegmentOptions {
  readonly pane: Pane;
  readonly savers: Savers;
  readonly speech: Speech;
  readonly announce: (text: string) => void;
}

export class OpenSegment {
  readonly #options: OpenSegmentOptions;
  #row: SegmentRow | null = null;
  /** The text and state that editing began from: going back to the text brings the state back. */
  #began: { readonly content: Content; readonly state: State } = { content: [], state: 'initial' };
  /** The segment that was said to lack codes; asked a second time, it is confirmed all the same. */
  #warned: number | null = null;
  /** What was last taken from a memory for the segment. */
  #taken: { readonly content: Content; readonly origin: DraftOrigin } | null = null;

  constructor(options: OpenSegmentOptions) {
    this.#options = options;
  }

  get row(): SegmentRow | null {
    return this.#row;
  }

  get saver(): Saver | null {
    return this.#row === null ? null : this.#options.savers.of(this.#row);
  }

  open(row: SegmentRow): void {
    this.close();
    const { pane, savers } = this.#options;
    this.#row = row;
    this.#warned = null;
    this.#taken = null;
    this.#began = row.shown;
    row.isOpen = true;
    row.link.tabIndex = 0;
    row.target.replaceChildren(pane.element);
    pane.open(row, savers.find(row.segment.key)?.draft?.content ?? row.shown.content);
    pane.showSaving(savers.of(row), navigator.onLine);
  }

  /** What is open is saved and closed. */
  close(): void {
    const row = this.#row;
    if (row === null) return;
    void this.saver?.flush();
    this.#row = null;
    row.link.tabIndex = -1;
    row.isOpen = false;
  }

  edited(content: Content): void {
    const isBack = sameContent(content, this.#began.content);
    const before = this.#row?.shown.state;
    this.#draft(content, isBack ? this.#began.state : 'initial');
    // That a confirmed text is a draft now, or is confirmed again, must not be known from its colour only.
    if (this.#row !== null && this.#row.shown.state !== before) this.#options.announce(this.#row.name);
  }

  chooseState(state: State): void {
    if (this.#row === null || this.#row.segment.locked) return;
    const { content } = this.#options.pane.field;
    this.#draft(content, state);
    this.#began = { content, state };
    void this.#saveAloud();
  }

  /** Whether the text was confirmed; a reason against is shown and said. */
  confirm(state: State): boolean {
    const row = this.#row;
    const saver = this.saver;
    if (row === null || saver === null) return false;
    const { pane, speech } = this.#options;
    if (row.segment.locked) return true;
    if (saver.status === 'conflict')
      return this.#object(speech.say('conflict-segment', { position: row.position }));
    const { content } = pane.field;
    if (content.length === 0 && row.segment.source.length > 0)
      return this.#object(speech.say('confirm-empty'));
    const missing = missingCodes(row.segment.source, content);
    const needed = missing.filter(isNeeded);
    if (needed.length > 0)
      return this.#object(speech.say('confirm-needed', { codes: numbersOf(row, needed) }));
    if (missing.length > 0 && this.#warned !== row.position) {
      this.#warned = row.position;
      return this.#object(speech.say('confirm-missing', { codes: numbersOf(row, missing) }));
    }
    pane.showProblems([]);
    this.#draft(content, state);
    this.#began = { content, state };
    void this.#saveAloud();
    return true;
  }

  copySource(): void {
    const row = this.#row;
    if (row === null || row.segment.locked) return;
    this.#options.pane.field.replaceAll(row.segment.source);
    this.#options.pane.field.focus();
    this.#options.announce(this.#options.speech.say('source-copied'));
  }

  /** A match in place of what is there, as one step that can be undone. False where nothing may be written. */
  insertMatch(content: Content, origin: DraftOrigin): boolean {
    const row = this.#row;
    if (row === null || row.segment.locked || !this.#options.pane.field.isEditable) return false;
    this.#taken = { content, origin };
    this.#options.pane.field.replaceAll(content);
    return true;
  }

  insertCode(code: InlineCode): void {
    const row = this.#row;
    if (row === null || row.segment.locked) return;
    const { pane, announce, speech } = this.#options;
    pane.field.focus();
    if (!pane.field.insert(code)) announce(speech.say('code-present', { number: row.chips.numberOf(code) }));
  }

  /** The code of the source by its number; of a pair, what is missing of it. */
  insertNumber(wanted: number): void {
    const row = this.#row;
    if (row === null) return;
    const { source } = row.segment;
    const numbers = codeNumbers(source);
    const codes = codesOf(source).filter((code) => numbers.get(code.id) === wanted);
    const { content } = this.#options.pane.field;
    const code = codes.find((each) => positionOf(content, codeKey(each)) < 0) ?? codes[0];
    if (code !== undefined) this.insertCode(code);
    else this.#options.announce(this.#options.speech.say('code-none', { number: wanted }));
  }

  insertMissing(): void {
    const row = this.#row;
    if (row === null) return;
    const [code] = missingCodes(row.segment.source, this.#options.pane.field.content);
    if (code !== undefined) this.insertCode(code);
    else this.#options.announce(this.#options.speech.say('codes-complete'));
  }

  decideConflict(decision: 'mine' | 'theirs' | 'merge'): void {
    const row = this.#row;
    const saver = this.saver;
    if (row === null || saver === null) return;
    const { pane } = this.#options;
    const { theirs } = saver;
    if (decision === 'theirs') {
      saver.takeTheirs();
      row.update(theirs);
      this.#begin(row);
    } else if (decision === 'mine') {
      saver.keepMine(pane.field.content);
      row.update(theirs);
      row.showDraft(pane.field.content, 'initial');
      void this.#saveAloud();
    } else {
      const mine = pane.field.content;
      const end = lengthOf(mine);
      const both = insertContent({ content: mine, start: end, end }, [' ', ...(theirs?.target ?? [])]);
      saver.keepMine(both.content);
      pane.field.replaceAll(both.content);
    }
    pane.field.focus();
  }

  /** A version from elsewhere: shown, unless there is text of one's own that it would hide. */
  take(row: SegmentRow, segment: Segment): boolean {
    const saver = this.#options.savers.find(segment.key);
    if (saver?.isIdle === false) return false;
    const isNews = segment.current?.version !== row.segment.current?.version;
    row.update(segment.current, segment.notes);
    if (!isNews) return false;
    saver?.adopt(segment.current?.version ?? 0);
    if (row === this.#row) this.#begin(row);
    return true;
  }

  /** After a revert: the version is the newest now and stands in the field, where it can be undone. */
  show(row: SegmentRow, version: Version): void {
    this.#options.savers.of(row).adopt(version.version);
    row.update(version);
    if (row === this.#row) this.#begin(row);
  }

  /** Text that an earlier page could not save, put on top of the version that it was written on. */
  restore(row: SegmentRow, base: number, draft: Draft): void {
    const saver = this.#options.savers.of(row, base);
    saver.edit(draft);
    row.showDraft(draft.content, draft.state);
    this.open(row);
    void saver.flush();
  }

  #begin(row: SegmentRow): void {
    const { pane } = this.#options;
    this.#began = row.shown;
    pane.field.replaceAll(row.shown.content);
    pane.showState(row.shown.state);
    pane.showProblems([]);
  }

  #draft(content: Content, state: State): void {
    const row = this.#row;
    const saver = this.saver;
    if (row === null || saver === null) return;
    const { current } = row.segment;
    row.showDraft(content, state);
    this.#options.pane.showState(state);
    if (saver.isIdle && isSaved(current, content, state)) return;
    saver.edit({ content, state, origin: this.#originOf(content, row) });
  }

  /** A match that was changed since it was taken is the person's own text. */
  #originOf(content: Content, row: SegmentRow): DraftOrigin {
    if (this.#taken !== null && sameContent(content, this.#taken.content)) return this.#taken.origin;
    return content.length > 0 && sameContent(content, row.segment.source) ? 'copied-source' : 'typed';
  }

  async #saveAloud(): Promise<void> {
    const row = this.#row;
    const saver = this.saver;
    if (row === null || saver === null) return;
    await saver.flush();
    const { announce, speech } = this.#options;
    const { position, shown } = row;
    if (saver.status === 'saved')
      announce(
        speech.say('saved-segment', {
          position,
          state: speech.say(`state-${nameOfState(shown.content, shown.state)}`),
        }),
      );
    else if (saver.status === 'retrying') announce(speech.say('unreachable'));
    else if (saver.status !== 'waiting')
      announce(`${speech.say('alert-segment', { position })} ${speech.say(`status-${saver.status}`)}`);
  }

  #object(reason: string): false {
    this.#options.pane.showProblems([reason]);
    this.#options.announce(reason);
    this.#options.pane.field.focus();
    return false;
  }
}

function numbersOf(row: SegmentRow, codes: readonly InlineCode[]): string {
  return [...new Set(codes.map((code) => row.chips.numberOf(code)))].join(', ');
}

function isSaved(current: Version | null, content: Content, state: State): boolean {
  return sameContent(current?.target ?? [], content) && (current?.state ?? 'initial') === state;
}
