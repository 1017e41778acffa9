/**
 * The rows on the page. Further ones are loaded before they come into view, in both directions, by position;
 * rows that are not in view cost no layout (content-visibility), so they stay where they are.
 */
import type { Api } from './api.ts';
import type { Segment } from './model.ts';
import { SegmentRow, part, type RowFrame } from './segment-row.ts';
import { EVERYTHING, isFiltering, type Settings } from './settings.ts';

const PAGE = 100;
const LARGEST_PAGE = 500;
const AHEAD = '1500px';
/** What a row is thought to take before it was ever drawn, in rem. */
const ROW_HEIGHT = 4.5;

export class SegmentList {
  readonly element: HTMLElement;
  readonly #api: Api;
  readonly #settings: Settings;
  #frame: RowFrame;
  /** The list that came with the page; each further load makes one more like it. */
  readonly #chunk: HTMLElement;
  readonly #before: HTMLElement;
  readonly #after: HTMLElement;
  readonly #onRows: (rows: readonly SegmentRow[]) => void;
  #rows: SegmentRow[] = [];
  readonly #byKey = new Map<number, SegmentRow>();
  /** Positions between which everything that the filter finds is loaded. */
  #start: number;
  #next: number | null;
  #loading: Promise<void> | null = null;

  constructor(
    root: HTMLElement,
    api: Api,
    settings: Settings,
    frame: RowFrame,
    onRows: (rows: readonly SegmentRow[]) => void,
  ) {
    this.element = part(root, '[data-segments]', HTMLElement);
    this.#before = part(root, '[data-before]', HTMLElement);
    this.#after = part(root, '[data-after]', HTMLElement);
    this.#api = api;
    this.#settings = settings;
    this.#frame = frame;
    this.#onRows = onRows;
    this.#start = settings.start;
    this.#next = settings.next;
    this.#chunk = part(this.element, 'ol', HTMLElement);
    const elements = Array.from(this.#chunk.children).filter((each) => each instanceof HTMLElement);
    const rows = settings.segments.flatMap((segment, index) => {
      const element = elements[index];
      return element === undefined ? [] : [new SegmentRow(segment, element, frame)];
    });
    this.#take(rows, 'after');
    this.#showEnds();
    this.#watch();
  }

  get rows(): readonly SegmentRow[] {
    return this.#rows;
  }

  /** How many segments the document has. */
  get total(): number {
    return this.#frame.total;
  }

  byKey(key: number): SegmentRow | null {
    return this.#byKey.get(key) ?? null;
  }

  byPosition(position: number): SegmentRow | null {
    return this.#rows.find((row) => row.position === position) ?? null;
  }

  /** The row so many steps from another; loads what is needed; null at the end. */
  async neighbour(row: SegmentRow, step: 1 | -1): Promise<SegmentRow | null> {
    const index = this.#rows.indexOf(row) + step;
    if (index < 0 || index >= this.#rows.length) {
      await (step === 1 ? this.loadAfter() : this.loadBefore());
    }
    return this.#rows[this.#rows.indexOf(row) + step] ?? null;
  }

  /** The row at a position, with what is around it loaded; null where the filter or the document has none. */
  async reach(position: number): Promise<SegmentRow | null> {
    while (this.byPosition(position) === null && this.#loading !== null) await this.#loading;
    const known = this.byPosition(position);
    if (known !== null) return known;
    await this.#alone(() => this.#loadAround(position));
    return this.byPosition(position);
  }

  /** All rows anew, after segments were split or joined; `total` is how many the document has now. */
  async renew(position: number, total: number): Promise<SegmentRow | null> {
    while (this.#loading !== null) await this.#loading;
    this.#frame = { ...this.#frame, total };
    await this.#alone(() => this.#loadAround(position));
    return this.byPosition(position);
  }

  async #loadAround(position: number): Promise<void> {
    const start = Math.max(0, position - 1 - PAGE / 2);
    const page = await this.#api.segments(start, PAGE, this.#settings.filter);
    if (!page.segments.some((segment) => segment.position === position)) return;
    this.element.replaceChildren();
    this.#rows = [];
    this.#byKey.clear();
    this.#start = start;
    this.#next = page.next;
    this.#add(page.segments, 'after');
  }

  async loadAfter(): Promise<void> {
    await this.#alone(async () => {
      if (this.#next === null) return;
      const page = await this.#api.segments(this.#next, PAGE, this.#settings.filter);
      this.#next = page.next;
      this.#add(page.segments, 'after');
    });
  }

  /** Goes back by positions until the filter finds something or the document begins. */
  async loadBefore(): Promise<void> {
    await this.#alone(async () => {
      const size = isFiltering(this.#settings.filter) ? LARGEST_PAGE : PAGE;
      let found = 0;
      while (this.#start > 0 && found === 0) {
        const end = this.#start;
        this.#start = Math.max(0, end - size);
        const page = await this.#api.segments(this.#start, end - this.#start, this.#settings.filter);
        const earlier = page.segments.filter((segment) => segment.position <= end);
        found = earlier.length;
        this.#add(earlier, 'before');
      }
    });
  }

  /** Brings all loaded rows to what the server has; for when the line was down. */
  async refresh(take: (row: SegmentRow, segment: Segment) => void): Promise<void> {
    const last = this.#rows.at(-1)?.position ?? 0;
    let after: number | null = (this.#rows[0]?.position ?? 1) - 1;
    while (after !== null && after < last) {
      const page = await this.#api.segments(after, LARGEST_PAGE, EVERYTHING);
      for (const segment of page.segments) {
        const row = this.byKey(segment.key);
        if (row !== null) take(row, segment);
      }
      after = page.next;
    }
  }

  async #alone(load: () => Promise<void>): Promise<void> {
    if (this.#loading === null) {
      this.#loading = load()
        .catch((error: unknown) => {
          console.warn('segments could not be loaded', error);
        })
        .finally(() => {
          this.#loading = null;
          this.#showEnds();
        });
    }
    await this.#loading;
  }

  #add(segments: readonly Segment[], where: 'before' | 'after'): void {
    const rows = segments
      .filter((segment) => !this.#byKey.has(segment.key))
      .map((segment) => SegmentRow.make(segment, this.#frame));
    if (rows.length > 0) {
      const chunk = this.#makeChunk(rows);
      if (where === 'after') this.element.append(chunk);
      else this.#prepend(chunk);
    }
    this.#take(rows, where);
  }

  /** A list of its own keeps a change in one row from being laid out against thousands of others. */
  #makeChunk(rows: readonly SegmentRow[]): HTMLElement {
    const chunk = document.createElement('ol');
    chunk.className = this.#chunk.className;
    chunk.setAttribute('role', 'list');
    chunk.setAttribute('aria-label', this.#chunk.getAttribute('aria-label') ?? '');
    chunk.style.containIntrinsicBlockSize = `auto ${rows.length * ROW_HEIGHT}rem`;
    chunk.append(...rows.map((row) => row.element));
    return chunk;
  }

  /** What is in view stays where it is: most browsers see to it by themselves, but not at the very top. */
  #prepend(chunk: HTMLElement): void {
    const anchor = this.#rows[0]?.element;
    if (anchor === undefined || (scrollY > 0 && CSS.supports('overflow-anchor', 'auto'))) {
      this.element.prepend(chunk);
      return;
    }
    const { top } = anchor.getBoundingClientRect();
    this.element.prepend(chunk);
    scrollBy({ top: anchor.getBoundingClientRect().top - top, behavior: 'instant' });
  }

  #take(rows: readonly SegmentRow[], where: 'before' | 'after'): void {
    this.#rows = where === 'after' ? [...this.#rows, ...rows] : [...rows, ...this.#rows];
    for (const row of rows) this.#byKey.set(row.segment.key, row);
    for (const [index, row] of this.#rows.entries())
      row.beginsUnit = this.#rows[index - 1]?.segment.unitIndex !== row.segment.unitIndex;
    this.#onRows(rows);
  }

  #showEnds(): void {
    this.#before.hidden = this.#start === 0;
    this.#after.hidden = this.#next === null;
  }

  #watch(): void {
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries.filter((each) => each.isIntersecting)) {
          void (entry.target === this.#before ? this.loadBefore() : this.loadAfter()).then(() => {
            observer.unobserve(entry.target); // told anew, should it still be in view
            observer.observe(entry.target);
          });
        }
      },
      { rootMargin: AHEAD },
    );
    observer.observe(this.#before);
    observer.observe(this.#after);
    for (const end of [this.#before, this.#after]) {
      end.querySelector('a')?.addEventListener('click', (event) => {
        event.preventDefault();
        void (end === this.#before ? this.loadBefore() : this.loadAfter());
      });
    }
  }
}
