/**
 * What is confirmed while a memory is being written to waits, and goes into it together: the memory is locked, asked and
 * written to once for all of that. Each promise resolves after the commit; what fails, fails alone.
 */
import type { MemoryId } from '../../ids.ts';
import type { ConfirmedSegment } from './remember.ts';

/** Look-ups wait no longer than this takes. */
const AT_ONCE = 64;

interface Job {
  readonly confirmed: ConfirmedSegment;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

export class RememberQueue {
  readonly #remember: (memory: MemoryId, confirmed: readonly ConfirmedSegment[]) => Promise<void>;
  /** Of the memories that are being written to. */
  readonly #waiting = new Map<MemoryId, Job[]>();

  constructor(remember: (memory: MemoryId, confirmed: readonly ConfirmedSegment[]) => Promise<void>) {
    this.#remember = remember;
  }

  add(memory: MemoryId, confirmed: ConfirmedSegment): Promise<void> {
    return new Promise((resolve, reject) => {
      const job = { confirmed, done: resolve, failed: reject };
      const waiting = this.#waiting.get(memory);
      if (waiting !== undefined) waiting.push(job);
      else void this.#work(memory, job);
    });
  }

  async #work(memory: MemoryId, first: Job): Promise<void> {
    const waiting: Job[] = [first];
    this.#waiting.set(memory, waiting);
    while (waiting.length > 0) await this.#write(memory, taken(waiting));
    this.#waiting.delete(memory);
  }

  async #write(memory: MemoryId, jobs: readonly Job[]): Promise<void> {
    try {
      await this.#remember(
        memory,
        jobs.map(({ confirmed }) => confirmed),
      );
      for (const { done } of jobs) done();
    } catch (error) {
      if (jobs.length > 1) for (const job of jobs) await this.#write(memory, [job]);
      else for (const { failed } of jobs) failed(error);
    }
  }
}

/** From the front, as far as none is of a segment that has one in it already. */
function taken(waiting: Job[]): readonly Job[] {
  const segments = new Set<string>();
  for (const { confirmed } of waiting.slice(0, AT_ONCE)) {
    const segment = `${confirmed.key} ${confirmed.language}`;
    if (segments.has(segment)) break;
    segments.add(segment);
  }
  return waiting.splice(0, segments.size);
}
