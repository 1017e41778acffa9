/** What the receipt says of the file as a whole: why it is quarantined, what was mended, what else changed in it. */
import { REPAIR_CODES, type Receipt } from '../../../core/document/receipt/row.ts';
import type { Ui } from '../../ui.ts';

export interface SummaryView {
  /** Empty where the file lost nothing. */
  readonly reasons: readonly string[];
  /** '' where no tool is known. */
  readonly tools: string;
  readonly repairs: readonly string[];
  readonly structure: readonly StructureRow[];
  readonly differences: readonly {
    readonly change: string;
    readonly place: string;
    readonly values: string;
  }[];
}

interface StructureRow {
  readonly name: string;
  readonly kept: string;
  readonly changed: string;
  readonly lost: string;
  readonly added: string;
  readonly moved: string;
}

const SHOWN_DIFFERENCES = 50;

export function summaryView(ui: Ui, { rows, reasons, structure }: Receipt): SummaryView {
  const repairs = rows.flatMap((row) => row.repairs);
  return {
    reasons: reasons.map(({ code, count, places }) =>
      ui.t(`receipt:reason-${code}`, { count, places: ui.list(places.slice(0, 5)) }),
    ),
    tools: ui.list((structure?.tools ?? []).map((tool) => tool.name)),
    repairs: REPAIR_CODES.flatMap((code) => {
      const count = repairs.filter((each) => each.code === code).length;
      return count === 0 ? [] : [ui.t(`receipt:repaired-${code}`, { count })];
    }),
    structure: (structure?.counts ?? []).map((each) => ({
      name: ui.t(`receipt:kind-${each.kind}`),
      kept: ui.number(each.kept),
      changed: ui.number(each.changed),
      lost: ui.number(each.lost),
      added: ui.number(each.added),
      moved: ui.number(each.moved),
    })),
    differences: (structure?.differences ?? [])
      .slice(0, SHOWN_DIFFERENCES)
      .map(({ change, place, before, after }) => ({
        change: ui.t(`receipt:structure-${change}`),
        place,
        values: [before, after].filter((each) => each !== '').join(' → '),
      })),
  };
}
