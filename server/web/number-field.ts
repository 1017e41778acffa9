/**
 * Fields for numbers: shown in the digits of the page's language, read in those of any, and given back as they were
 * typed with what is wrong beside them. `type=number` would refuse Persian and Burmese digits, and show Latin ones.
 */
import { problem, type Problem } from '../core/problem.ts';
import { readNumber } from '../core/text/read-number.ts';
import type { Translator } from '../i18n/translator.ts';
import { problemView, type ProblemView } from './problem-view.ts';

export interface NumberBounds {
  readonly kind: 'whole' | 'decimal';
  readonly least: number;
  readonly most: number;
  /** A percent sign may stand with it. */
  readonly isPercent?: boolean;
}

export interface TypedNumber {
  readonly text: string;
  /** null: nothing was typed, or it is no number within the bounds. */
  readonly value: number | null;
  /** Why it is none. */
  readonly problem: Problem | null;
}

export const NOTHING_TYPED: TypedNumber = { text: '', value: null, problem: null };

/** Of a place in a list. */
export const ORDER: NumberBounds = { kind: 'whole', least: 0, most: 9_999 };

/** By the numbers typed; equal and missing ones as they stand. */
export function inTypedOrder<Row extends { readonly order: TypedNumber }>(
  rows: readonly Row[],
): readonly Row[] {
  const place = ({ order }: Row): number => order.value ?? Number.MAX_VALUE;
  return rows.toSorted((a, b) => place(a) - place(b));
}

export interface NumberField {
  readonly id: string;
  readonly name: string;
  readonly mode: 'numeric' | 'decimal';
  readonly value: string;
  /** Id of what describes the field, or ''. */
  readonly hint: string;
  readonly problem: ProblemView | null;
  /** The first of a form that is wrong: the page opens on it. */
  readonly hasFocus: boolean;
}

/** Most that anybody types. */
const LONGEST = 40;

/** `number-whole-wanted` or `number-wanted` where it is none; nothing typed is none, and no problem. */
export function readNumberField(
  text: string,
  { kind, least, most, isPercent = false }: NumberBounds,
): TypedNumber {
  const shown = text.trim();
  if (shown === '') return { ...NOTHING_TYPED, text };
  const number = readNumber(isPercent ? shown.replace(/^[%٪]|[%٪]$/u, '') : shown);
  const isFit = number !== null && number >= least && number <= most;
  if (isFit && (kind === 'decimal' || Number.isInteger(number)))
    return { text, value: number, problem: null };
  const code = kind === 'whole' ? 'number-whole-wanted' : 'number-wanted';
  return { text, value: null, problem: problem(code, null, { text: shown.slice(0, LONGEST), least, most }) };
}

/** As the field of a number shows it: to the last decimal, without marks between groups. */
export function writeNumber({ language }: Translator, value: number | null): string {
  if (value === null) return '';
  return new Intl.NumberFormat(language, { useGrouping: false, maximumFractionDigits: 9 }).format(value);
}

/** `typed` where the form is given back. */
export function numberField(
  translator: Translator,
  field: Omit<NumberField, 'mode' | 'problem' | 'hint' | 'hasFocus'> & {
    readonly kind: NumberBounds['kind'];
    readonly hint?: string;
    readonly typed: TypedNumber | null;
    readonly hasFocus?: boolean;
  },
): NumberField {
  const { id, name, value, kind, hint = '', typed, hasFocus = false } = field;
  return {
    id,
    name,
    mode: kind === 'whole' ? 'numeric' : 'decimal',
    value: typed?.text ?? value,
    hint,
    problem: typed?.problem == null ? null : problemView(translator, typed.problem),
    hasFocus,
  };
}
