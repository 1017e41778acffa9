/** The files of a run: the same seed, number and samples give the same case. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { detectFormat } from '../../server/formats/detect.ts';
import type { Format } from '../../server/formats/format.ts';
import { FORMATS } from '../../server/formats/registry.ts';
import { mutate } from './mutate.ts';
import { makeRandom, type Random } from './random.ts';
import { markdownStructure, packageStructure, xliff12Structure, xliff2Structure } from './structures.ts';

export interface Sample {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Case {
  readonly name: string;
  readonly format: Format;
  readonly bytes: Uint8Array;
  readonly random: Random;
}

const READABLE = /\.(?:xlf|xliff|sdlxliff|mxliff|mqxliff|md|txt)$/u;
/** Larger files are taken seldom. */
const USUAL = 100_000;
const LARGEST = 2_000_000;

/** Files of the folders that are there, small and large ones apart. */
export function findSamples(folders: readonly string[]): readonly Sample[] {
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => READABLE.test(name))
        .sort()
        .map((name) => join(folder, name))
        .filter((path) => statSync(path).isFile() && statSync(path).size <= LARGEST)
        .map((path) => ({ name: path, bytes: readFileSync(path) })),
    );
}

type Made = Pick<Case, 'name' | 'bytes'>;

function structure(random: Random): Made {
  const sampled = { seed: random.below(0x7fffffff), numRuns: 1 };
  const of = (name: string, arbitrary: fc.Arbitrary<string | Uint8Array>): Made => {
    const [content = ''] = fc.sample(arbitrary, sampled);
    return { name, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content };
  };
  switch (random.below(8)) {
    case 0:
    case 1:
      return of('made.xliff', xliff12Structure);
    case 2:
    case 3:
      return of('made.xlf', xliff2Structure);
    case 4:
      return of('made.zip', packageStructure);
    case 5:
      return of('made.txt', markdownStructure);
    default:
      return of('made.md', markdownStructure);
  }
}

function pickSample(samples: readonly Sample[], random: Random): Sample {
  for (let tries = 0; tries < 20; tries += 1) {
    const sample = samples[random.below(samples.length)];
    if (sample !== undefined && (sample.bytes.length <= USUAL || random.once(30))) return sample;
  }
  return { name: 'made.md', bytes: new TextEncoder().encode('# A\n\nB. C.\n') };
}

/** One or two files packed; damage comes before packing as often as after it. */
function packed(samples: readonly Sample[], random: Random): Made {
  const files: Record<string, Uint8Array> = {};
  for (let count = 1 + random.below(2); count > 0; count -= 1) {
    const { name, bytes } = pickSample(samples, random);
    const inner = random.once(2) ? mutate(bytes, bytes, random) : new Uint8Array(bytes);
    files[name.split('/').slice(-2).join('/')] = inner;
  }
  return {
    name: 'packed.zip',
    bytes: zipSync(files, { mtime: Date.UTC(2026, 0, 2), level: random.once(2) ? 0 : 6 }),
  };
}

export function makeCase(seed: number, number: number, samples: readonly Sample[]): Case {
  const random = makeRandom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b));
  const kind = random.below(10);
  const made =
    kind < 3 ? structure(random) : kind < 5 ? packed(samples, random) : pickSample(samples, random);
  const whole = kind < 5 && random.once(2);
  const bytes = whole ? made.bytes : mutate(made.bytes, pickSample(samples, random).bytes, random);
  const [first, ...others] = FORMATS;
  if (first === undefined) throw new Error('no formats');
  const named = detectFormat(bytes, made.name) ?? first;
  return {
    name: made.name,
    format: random.once(15) ? random.pick([first, ...others]) : named,
    bytes,
    random,
  };
}
