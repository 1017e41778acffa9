/** Which memory a request is about, and the ways back to its page. */
import type { Request } from 'express';
import type { Memory } from '../store/memory-store.ts';
import { findMemory } from '../usecases/memories.ts';
import type { Web } from './dependencies.ts';
import { memoryParams } from './params.ts';

/** The memory that the address names, or null. */
export async function memoryOf(web: Web, req: Request): Promise<Memory | null> {
  const params = memoryParams.safeParse(req.params);
  return params.success ? findMemory(web.usecases, params.data.id) : null;
}

/** Only pages of the memory are gone back to. */
export function pathWithin({ id }: Memory, back: string): string {
  const home = `/memories/${id}`;
  return back === home || back.startsWith(`${home}?`) || back.startsWith(`${home}/`) ? back : home;
}
