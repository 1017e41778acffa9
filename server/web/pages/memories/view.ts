/** All memories, and the form for a new one. */
import type { Memory } from '../../../store/memory-store.ts';
import { memoryFacts } from '../../memory-facts.ts';
import { nameField, type NameField, type RefusedName } from '../../name-field.ts';
import { noticeView, type NoticeView } from '../../notice-view.ts';
import type { Notice } from '../../notices.ts';
import type { Page } from '../../page.ts';
import type { Ui } from '../../ui.ts';

export interface MemoriesPage extends Page {
  readonly notice: NoticeView | null;
  readonly memories: readonly { readonly href: string; readonly name: string; readonly facts: string }[];
  readonly newName: NameField;
}

export interface MemoriesInput {
  readonly memories: readonly Memory[];
  readonly notice: Notice | null;
  readonly refused: RefusedName | null;
}

export function memoriesPage(ui: Ui, input: MemoriesInput): MemoriesPage {
  return {
    ui,
    stylesheet: 'memories',
    title: ui.t('memory:memories'),
    isRefused: input.refused !== null,
    notice: noticeView(ui, input.notice),
    memories: input.memories.map((memory) => ({
      href: `/memories/${memory.id}`,
      name: memory.name,
      facts: memoryFacts(ui, memory),
    })),
    newName: nameField(ui, { id: 'name', name: 'name', isRequired: true, value: '' }, input.refused),
  };
}
