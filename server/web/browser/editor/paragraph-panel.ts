/** The paragraph that the open segment stands in, source and translation, with the segment marked in both. */
import { make } from './make.ts';
import type { Segment } from './model.ts';
import { part, type SegmentRow } from './segment-row.ts';
import type { Speech } from './speech.ts';
import { Chips } from './chips.ts';

export function showParagraph(
  pane: HTMLElement,
  row: SegmentRow,
  unit: readonly Segment[],
  speech: Speech,
): void {
  const source = part(pane, '[data-unit-source]', HTMLElement);
  const target = part(pane, '[data-unit-target]', HTMLElement);
  source.replaceChildren();
  target.replaceChildren();
  for (const segment of unit) {
    const chips = new Chips(speech, segment.source);
    const isOpen = segment.key === row.segment.key;
    const own = isOpen ? row.shown.content : (segment.current?.target ?? []);
    const written =
      own.length === 0 ? [make('span', { class: 'muted' }, '…')] : chips.nodes(own, row.direction);
    source.append(wrap(isOpen, chips.nodes(segment.source, row.sourceDirection)), ' ');
    target.append(wrap(isOpen, written), ' ');
  }
}

function wrap(isOpen: boolean, nodes: readonly Node[]): HTMLElement {
  return make(isOpen ? 'mark' : 'span', {}, ...nodes);
}
