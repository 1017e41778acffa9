/** What a memory holds, in a line. */
import type { Memory } from '../store/memory-store.ts';
import type { Ui } from './ui.ts';

/** How many units, and texts in each language. */
export function memoryFacts(ui: Ui, { tus, languages }: Memory): string {
  const counts = languages.map(({ language, tuvs }) =>
    ui.t('memory:language-count', { language: ui.languageName(language), count: tuvs }),
  );
  return ui.facts([ui.t('memory:units-count', { count: tus }), ...counts]);
}
