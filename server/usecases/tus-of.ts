/**
 * The translations in a bilingual document as TUs, each with the texts around it and the id of its unit. Only what is
 * translated counts: a segment in state `initial` is left out, unless the whole document knows no other state and
 * the target is not the source over again, as files are whose tool keeps no states.
 */
import type { Document } from '../core/document/document.ts';
import { segmentsOf, type Segment, type Unit } from '../core/document/unit.ts';
import { PLAIN_TU, type Tu } from '../core/memory/tu.ts';
import { problem } from '../core/problem.ts';
import { isEmpty, sameContent, textOf } from '../core/text/content.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { TuEvent, TuReadOptions } from '../formats/memory-format.ts';

/** The property that keeps a segment's state. */
export const STATE_PROPERTY = 'state';

interface Placed {
  readonly unit: Unit;
  readonly segment: Segment;
}

export function* tusOf(document: Document, options: TuReadOptions): Generator<TuEvent> {
  const source = document.sourceLanguage ?? options.sourceLanguage;
  const target = document.targetLanguage ?? options.targetLanguage;
  if (source === null || target === null) {
    yield { kind: 'problem', problem: problem('memory-languages-missing') };
    return;
  }
  const all = document.units.flatMap((unit): Placed[] =>
    segmentsOf(unit).map((segment) => ({ unit, segment })),
  );
  const hasStates = all.some(({ segment }) => segment.target !== null && segment.state !== 'initial');
  for (const [index, placed] of all.entries()) {
    if (!isTranslated(placed, hasStates)) continue;
    const around = [all[index - 1], all[index + 1]] as const;
    const tu = tuOf(placed, around, { source, target });
    const path = `unit ${placed.unit.id}`;
    if (tu !== null)
      yield { kind: 'tu', tu, place: { path }, size: textOf(placed.segment.source).length * 4 };
  }
}

function isTranslated({ unit, segment }: Placed, hasStates: boolean): boolean {
  const { source, target, state } = segment;
  if (!unit.translate || target === null || isEmpty(target) || isEmpty(source)) return false;
  return hasStates ? state !== 'initial' : !sameContent(source, target);
}

function tuOf(
  { unit, segment }: Placed,
  [before, after]: readonly [Placed | undefined, Placed | undefined],
  { source, target }: { readonly source: LanguageTag; readonly target: LanguageTag },
): Tu | null {
  if (segment.target === null || source === target) return null;
  return {
    ...PLAIN_TU,
    variants: [
      { language: source, content: segment.source },
      { language: target, content: segment.target },
    ],
    context: {
      previous: textAround(before, unit.file),
      next: textAround(after, unit.file),
      id: unit.name === '' ? unit.id : unit.name,
    },
    notes: unit.notes
      .filter((note) => note.segment === undefined || note.segment === segment.id)
      .map(({ text }) => text),
    properties: [{ type: STATE_PROPERTY, text: segment.state }],
  };
}

/** Of the same file. */
function textAround(placed: Placed | undefined, file: string): string | null {
  if (placed === undefined || placed.unit.file !== file) return null;
  const text = textOf(placed.segment.source);
  return text.trim() === '' ? null : text;
}
