/** Every provider of machine translation. A new one is a folder here and a line below. */
import { libreTranslate } from './libre-translate/index.ts';
import { openAiChat } from './openai-chat/index.ts';
import type { MachineProvider } from './provider.ts';

export const MACHINE_PROVIDERS: readonly MachineProvider[] = [libreTranslate, openAiChat];

export function machineProvider(id: string): MachineProvider | null {
  return MACHINE_PROVIDERS.find((provider) => provider.id === id) ?? null;
}
