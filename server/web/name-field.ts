/** A field for the name of a memory or termbase: given back as it was typed, with what is wrong beside it. */
import type { Problem } from '../core/problem.ts';
import type { Translator } from '../i18n/translator.ts';
import { problemViews, type ProblemView } from './problem-view.ts';

export interface NameField {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly isRequired: boolean;
  /** With any, the page opens on the field. */
  readonly problems: readonly ProblemView[];
}

/** A name as it was sent, and why it was refused. */
export interface RefusedName {
  readonly name: string;
  readonly problems: readonly Problem[];
}

/** `refused`: null where nothing was; then the field holds `value`. */
export function nameField(
  translator: Translator,
  field: Pick<NameField, 'id' | 'name' | 'isRequired'> & { readonly value: string },
  refused: RefusedName | null,
): NameField {
  return {
    ...field,
    value: refused?.name ?? field.value,
    problems: problemViews(translator, refused?.problems ?? []),
  };
}
