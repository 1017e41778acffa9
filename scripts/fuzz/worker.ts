/**
 * Runs cases one after the other, in a process of its own with little memory, and says before each which it is: one
 * that never ends, or that takes all memory, is known by it.
 */
import { z } from 'zod';
import { findSamples, makeCase } from './cases.ts';
import { minimise } from './minimise.ts';
import { check, type Finding } from './oracle.ts';
import { makeRandom } from './random.ts';

const workerInput = z.object({ seed: z.number(), first: z.number(), folders: z.array(z.string()) });

export type WorkerMessage =
  | { readonly kind: 'begins'; readonly number: number }
  | {
      readonly kind: 'found';
      readonly number: number;
      readonly format: string;
      readonly name: string;
      readonly finding: Finding;
      readonly bytes: Uint8Array;
    };

function say(message: WorkerMessage): void {
  process.send?.(message);
}

const { seed, first, folders } = workerInput.parse(JSON.parse(process.argv[2] ?? ''));
const samples = findSamples(folders);
for (let number = first; ; number += 1) {
  say({ kind: 'begins', number });
  const { name, format, bytes, random } = makeCase(seed, number, samples);
  const finding = check(format, bytes, random);
  if (finding === null) continue;
  // The choice of the segment is made anew for each try, and the same way.
  const fails = (shorter: Uint8Array): boolean => {
    say({ kind: 'begins', number });
    return [1, 2, 3, 4, 5, 6].some(
      (choice) => check(format, shorter, makeRandom(choice))?.kind === finding.kind,
    );
  };
  const smallest = finding.kind === 'slow' || !fails(bytes) ? bytes : minimise(bytes, fails);
  say({ kind: 'found', number, format: format.id, name, finding, bytes: smallest });
}
