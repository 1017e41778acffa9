/** The keys of the editor for its help; what they do is in browser/editor/shortcuts.ts. */
import type { LanguageTag } from '../../../core/text/language.ts';
import { hasJoinerOnSpace, quotationMarks } from '../../../core/text/special-characters.ts';
import type { Ui } from '../../ui.ts';

export interface Shortcut {
  readonly keys: readonly string[];
  readonly does: string;
}

export function shortcutsOf(ui: Ui, language: LanguageTag): readonly Shortcut[] {
  return [
    { keys: ['Ctrl+Enter'], does: ui.t('editor:does-confirm') },
    { keys: ['Ctrl+Shift+Enter'], does: ui.t('editor:does-review') },
    { keys: ['Alt+↓', 'Ctrl+↓'], does: ui.t('editor:does-next') },
    { keys: ['Alt+↑', 'Ctrl+↑'], does: ui.t('editor:does-previous') },
    { keys: ['Alt+O'], does: ui.t('editor:does-next-open') },
    { keys: ['Ctrl+Insert', 'Alt+C'], does: ui.t('editor:does-copy-source') },
    { keys: ['Ctrl+1 … 9'], does: ui.t('editor:does-insert-code') },
    { keys: ['Alt+1 … 9'], does: ui.t('matches:does-insert') },
    { keys: ['Alt+Insert', 'F8'], does: ui.t('editor:does-insert-missing') },
    { keys: ['Ctrl+Z'], does: ui.t('editor:does-undo') },
    { keys: ['Ctrl+Shift+Z', 'Ctrl+Y'], does: ui.t('editor:does-redo') },
    ...characterKeys(ui, language),
    { keys: ['Alt+R'], does: ui.t('editor:does-turn') },
    { keys: ['Alt+B'], does: ui.t('editor:bidi-view') },
    { keys: ['Alt+N'], does: ui.t('editor:does-notes') },
    { keys: ['Alt+H'], does: ui.t('editor:does-history') },
    { keys: ['Alt+P'], does: ui.t('editor:does-paragraph') },
    { keys: ['Alt+S'], does: ui.t('editor:does-segmentation') },
    { keys: ['Alt+J'], does: ui.t('editor:join') },
    { keys: ['Alt+U'], does: ui.t('editor:does-undo-segmentation') },
    { keys: ['Alt+Shift+1 … 9', 'Alt+T 1 … 9'], does: ui.t('terms:does-insert') },
    { keys: ['Alt+A'], does: ui.t('terms:does-add') },
    { keys: ['Alt+0'], does: ui.t('matches:does-machine') },
    { keys: ['Alt+K'], does: ui.t('memory:does-concordance') },
    { keys: ['Alt+G'], does: ui.t('editor:does-go-to') },
    { keys: ['Esc'], does: ui.t('editor:does-leave') },
    { keys: ['F1', '?'], does: ui.t('editor:does-help') },
  ];
}

function characterKeys(ui: Ui, language: LanguageTag): readonly Shortcut[] {
  const { text, close = '' } = quotationMarks(language);
  const character = (name: string): string => ui.t('editor:write-character', { text: name });
  const isolate = (name: string): string => ui.t('editor:write-isolate', { text: name });
  return [
    { keys: ['Alt+I'], does: ui.t('editor:does-characters') },
    { keys: ['Ctrl+Shift+1'], does: character(ui.t('editor:char-zwj')) },
    {
      keys: ['Ctrl+Shift+2', ...(hasJoinerOnSpace(language) ? ['Shift+Space'] : [])],
      does: character(ui.t('editor:char-zwnj')),
    },
    { keys: ['Ctrl+Shift+3'], does: character(ui.t('editor:char-lrm')) },
    { keys: ['Ctrl+Shift+4'], does: character(ui.t('editor:char-rlm')) },
    { keys: ['Ctrl+Shift+5'], does: isolate(ui.t('editor:char-lri')) },
    { keys: ['Ctrl+Shift+6'], does: isolate(ui.t('editor:char-rli')) },
    { keys: ['Ctrl+Shift+7'], does: isolate(ui.t('editor:char-fsi')) },
    { keys: ['Ctrl+Shift+8'], does: ui.t('editor:write-pair', { text: `${text}${close}` }) },
    { keys: ['Ctrl+Shift+9'], does: character(ui.t('editor:char-zwsp')) },
    { keys: ['Ctrl+Shift+Space'], does: character(ui.t('editor:char-nbsp')) },
  ];
}
