/** A file of terms as concepts, whatever its kind. */
import { problem } from '../core/problem.ts';
import type { TermReadOptions, TermReadResult } from '../formats/format.ts';
import { findTermFormat } from '../formats/registry.ts';

export interface TermFile extends TermReadOptions {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Id of the kind that it is; absent: the likeliest. */
  readonly format?: string;
}

const HEAD = 1 << 20;

export function readTerms({ fileName, bytes, format, ...options }: TermFile): TermReadResult {
  const found = findTermFormat(bytes.subarray(0, HEAD), fileName, format);
  if (found === null) return { concepts: null, problems: [problem('terms-unknown')] };
  return found.read(bytes, options);
}
