/** One row of the receipt in the reader's words, with the choice on it. */
import type { ReceiptChange, ReceiptRow } from '../../../core/document/receipt/row.ts';
import type { Direction } from '../../../core/text/language.ts';
import { nameOfState, type State } from '../../../core/document/state.ts';
import type { Content } from '../../../core/text/content.ts';
import { describeDifference, describeRepair } from '../../../i18n/describe-difference.ts';
import type { ImportPreview } from '../../../usecases/preview-import.ts';
import { segmentName } from '../../../usecases/save-imported-targets.ts';
import { contentView, type ContentPiece } from '../../content-view.ts';
import { problemViews, type ProblemView } from '../../problem-view.ts';
import type { Ui } from '../../ui.ts';

export interface RowView {
  readonly change: ReceiptChange;
  readonly changeName: string;
  readonly place: string;
  readonly source: readonly ContentPiece[];
  /** Of a conflict: what was sent; null where nothing was, or where it does not matter. */
  readonly sent: readonly ContentPiece[] | null;
  /** null: there is no target. */
  readonly ours: readonly ContentPiece[] | null;
  readonly theirs: readonly ContentPiece[] | null;
  readonly ourState: string;
  readonly theirState: string;
  readonly problems: readonly ProblemView[];
  readonly differences: readonly string[];
  readonly repairs: readonly string[];
  /** null: there is nothing to choose. */
  readonly choice: { readonly value: string; readonly isTaken: boolean; readonly label: string } | null;
}

export function rowView(
  ui: Ui,
  row: ReceiptRow,
  preview: ImportPreview,
  taken: ReadonlySet<ReceiptRow>,
  directions: { readonly source: Direction; readonly target: Direction },
): RowView {
  const { source, target } = directions;
  return {
    change: row.change,
    changeName: ui.t(`receipt:change-${row.change}`),
    place: `${row.unit} > ${row.segment}`,
    source: contentView(row.source, source),
    sent: row.change === 'conflict' && row.sent !== null ? contentView(row.sent, target) : null,
    ours: row.ours === null ? null : contentView(row.ours, target),
    theirs: row.theirs === null ? null : contentView(row.theirs, target),
    ourState: stateName(ui, row.ours, row.ourState),
    theirState: stateName(ui, row.theirs, row.theirState),
    problems: distinct(problemViews(ui, row.problems)),
    differences: row.differences.map((each) => describeDifference(ui, each)),
    repairs: row.repairs.map((each) => describeRepair(ui, each)),
    choice: choiceOf(ui, row, preview, taken),
  };
}

/** The two halves of a pair say the same. */
function distinct(problems: readonly ProblemView[]): readonly ProblemView[] {
  return [...new Map(problems.map((each) => [JSON.stringify(each), each])).values()];
}

function choiceOf(
  ui: Ui,
  row: ReceiptRow,
  preview: ImportPreview,
  taken: ReadonlySet<ReceiptRow>,
): RowView['choice'] {
  const stored = preview.segments.get(segmentName(row.unit, row.segment));
  if (row.taking === 'never' || stored === undefined) return null;
  const version = stored.current?.version ?? 0;
  // What was decided on a version that is no longer the newest has to be decided anew.
  const stale = preview.import.details.choices.some(
    (choice) => choice.position === stored.position && choice.version !== version,
  );
  return {
    value: `${stored.position}:${version}`,
    isTaken: taken.has(row) && !stale,
    label: ui.t('receipt:take-row'),
  };
}

/** As the editor calls it; '' where there is none. */
function stateName(ui: Ui, target: Content | null, state: State | null): string {
  return state === null ? '' : ui.t(`editor:state-${nameOfState(target, state)}`);
}
