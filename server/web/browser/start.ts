/** Starts the page's components: the module of each `[data-module]` is loaded when a page has such an element. */
import type { ComponentClass } from './component.ts';

const COMPONENTS: Readonly<Record<string, () => Promise<ComponentClass>>> = {
  'alignment-keys': async () => (await import('./alignment-keys.ts')).AlignmentKeys,
  editor: async () => (await import('./editor/editor.ts')).Editor,
  'file-drop': async () => (await import('./file-drop.ts')).FileDrop,
  'memory-import': async () => (await import('./memory-import.ts')).MemoryImport,
  'progress-poll': async () => (await import('./progress-poll.ts')).ProgressPoll,
};

for (const root of document.querySelectorAll<HTMLElement>('[data-module]')) void start(root);

/** One component that fails must not keep the others from working. */
async function start(root: HTMLElement): Promise<void> {
  const name = root.dataset['module'] ?? '';
  try {
    const Component = await COMPONENTS[name]?.();
    if (Component === undefined) throw new Error('there is no such component');
    new Component(root);
  } catch (error) {
    console.error(`component ${name}:`, error);
  }
}
