/** One unit of a memory: a field for each of its texts, and what is known of it. */
import type { Problem } from '../../../core/problem.ts';
import { codeNotation } from '../../../core/text/code-notation.ts';
import { codesOf } from '../../../core/text/content.ts';
import { directionOf } from '../../../core/text/language.ts';
import type { Memory, StoredTu } from '../../../store/memory-store.ts';
import { contentView, type ContentPiece } from '../../content-view.ts';
import type { Page } from '../../page.ts';
import { problemViews, type ProblemView } from '../../problem-view.ts';
import { tuFacts, tuHref } from '../../tu-view.ts';
import type { Ui } from '../../ui.ts';

export interface MemoryUnitPage extends Page {
  readonly action: string;
  readonly backHref: string;
  readonly memoryName: string;
  readonly facts: string;
  readonly problems: readonly ProblemView[];
  readonly hasCodes: boolean;
  readonly fields: readonly {
    readonly id: string;
    readonly language: string;
    readonly languageName: string;
    readonly direction: 'ltr' | 'rtl';
    readonly seen: string;
    readonly text: string;
    readonly rows: number;
    /** The text as it is, with its codes; [] where it has none and the field holds the same. */
    readonly pieces: readonly ContentPiece[];
  }[];
  /** What is known besides, by its name. */
  readonly details: readonly { readonly name: string; readonly text: string }[];
}

export interface MemoryUnitInput {
  readonly memory: Memory;
  readonly tu: StoredTu;
  /** As they were sent; null: as they are, all or one of them. */
  readonly texts: readonly (string | null)[] | null;
  readonly problems: readonly Problem[];
}

export function memoryUnitPage(ui: Ui, { memory, tu, texts, problems }: MemoryUnitInput): MemoryUnitPage {
  const notation = codeNotation(tu.variants.map(({ content }) => content));
  return {
    ui,
    stylesheet: 'memories',
    title: ui.t('upkeep:unit', { number: tu.id }),
    isRefused: problems.length > 0,
    action: tuHref(memory.id, tu.id),
    backHref: `/memories/${memory.id}`,
    memoryName: memory.name,
    facts: ui.facts(tuFacts(ui, tu)),
    problems: problemViews(ui, problems),
    hasCodes: tu.variants.some(({ content }) => codesOf(content).length > 0),
    fields: tu.variants.map(({ language, content }, at) => {
      const seen = notation.write(content);
      return {
        id: `text-${at}`,
        language,
        languageName: ui.languageName(language),
        direction: directionOf(language),
        seen,
        text: texts?.[at] ?? seen,
        rows: Math.min(12, Math.max(2, Math.ceil(seen.length / 60))),
        pieces:
          codesOf(content).length > 0 || (texts?.[at] ?? seen) !== seen
            ? contentView(content, directionOf(language))
            : [],
      };
    }),
    details: [
      { name: ui.t('memory:context-previous'), text: tu.context.previous ?? '' },
      { name: ui.t('memory:context-next'), text: tu.context.next ?? '' },
      { name: ui.t('memory:context-id'), text: tu.context.id ?? '' },
      ...tu.notes.map((text) => ({ name: ui.t('memory:note'), text })),
      ...tu.properties.map(({ type, text }) => ({ name: type, text })),
    ].filter(({ text }) => text !== ''),
  };
}
