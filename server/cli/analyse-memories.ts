/** The memories that `recto analyse` looks in: those of a workbench, or files that become one for as long as it runs. */
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { problem, type Problem } from '../core/problem.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { MemoryId } from '../store/ids.ts';
import type { Dependencies } from '../usecases/dependencies.ts';
import type { Memories } from '../usecases/find-bands.ts';
import { importMemory } from '../usecases/import-memory.ts';
import type { CliContext } from './context.ts';

export interface MemoryChoice {
  /** Files of translations. */
  readonly tmx?: readonly string[];
  /** Names in the workbench. */
  readonly memory?: readonly string[];
  readonly data?: string;
  /** Of files of translations that do not say it. */
  readonly sourceLanguage: LanguageTag;
  readonly targetLanguage?: LanguageTag;
}

type Tell = (problems: readonly Problem[], file?: string) => void;

/** Opens them, acts, and closes them again. What is wrong with one is told, and the others are used. */
export async function withMemories<T>(
  context: CliContext,
  choice: MemoryChoice,
  tell: Tell,
  act: (memories: Memories) => Promise<T>,
): Promise<T> {
  const { tmx = [], memory = [] } = choice;
  if (tmx.length + memory.length === 0) return act(null);
  const deps = await (tmx.length > 0 ? context.openScratch() : context.openWorkbench(choice));
  try {
    const ids = tmx.length > 0 ? await memoryOfFiles(deps, choice, tell) : await named(deps, memory, tell);
    return await act({ deps, memories: ids.map((id) => ({ memory: id, penalty: 0 })) });
  } finally {
    await deps.store.close();
  }
}

async function named(
  { store }: Dependencies,
  names: readonly string[],
  tell: Tell,
): Promise<readonly MemoryId[]> {
  const ids: MemoryId[] = [];
  for (const name of names) {
    const found = await store.memories.findMemoryNamed(name);
    if (found === null) tell([problem('memory-not-found', null, { memory: name })]);
    else ids.push(found.id);
  }
  return ids;
}

async function memoryOfFiles(
  deps: Dependencies,
  { tmx = [], sourceLanguage, targetLanguage }: MemoryChoice,
  tell: Tell,
): Promise<readonly MemoryId[]> {
  const memory = await deps.store.memories.createMemory('files', deps.now());
  if (memory === null) return [];
  for (const path of tmx) {
    const chunks = await readable(path);
    if (typeof chunks === 'string') {
      tell([problem('file-not-found', { path }, { file: path, reason: chunks })]);
      continue;
    }
    const fileName = basename(path);
    const { problems } = await importMemory(deps, {
      memory,
      chunks,
      fileName,
      ...{ size: 0, author: '' },
      sourceLanguage,
      targetLanguage: targetLanguage ?? null,
    });
    tell(problems, fileName);
  }
  return [memory];
}

/** Why not, where it cannot be read. */
async function readable(path: string): Promise<AsyncIterable<Uint8Array> | string> {
  try {
    const file = await open(path);
    if ((await file.stat()).isFile()) return file.createReadStream();
    await file.close();
    return 'EISDIR';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
}
