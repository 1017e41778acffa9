/**
 * `npm run fuzz -- --seconds 60 --seed 1 --out FOLDER`: generated and damaged files through every format, for a
 * while. Each finding is printed with its case and, made as small as it goes, written to FOLDER. Exit 1 if there are any.
 */
import { fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { WorkerMessage } from './worker.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    first: { type: 'string', default: '0' },
    out: { type: 'string' },
    corpus: { type: 'string', default: '../shared/corpus/xliff' },
  },
});
const root = resolve(import.meta.dirname, '../..');
const seed = Number(values.seed);
const end = Date.now() + Number(values.seconds) * 1000;
const folders = [join(root, 'source'), join(root, 'docs'), resolve(root, values.corpus)];

/** No case takes so long, in milliseconds, on a busy machine too. */
const PATIENCE = 180_000;
/** What a process may take for its objects, in MiB. */
const MEMORY = 1024;
/** Of one kind in one place, so many are told. */
const ENOUGH = 3;

const told = new Map<string, number>();
let findings = 0;

function tell(
  number: number,
  format: string,
  name: string,
  kind: string,
  detail: string,
  bytes: Uint8Array,
): void {
  const cause = `${format} ${kind} ${kind === 'thrown' ? detail : ''}`;
  const times = (told.get(cause) ?? 0) + 1;
  told.set(cause, times);
  findings += 1;
  if (times > ENOUGH) return;
  process.stdout.write(
    `${format}: ${kind}: ${detail.slice(0, 300)} (case ${number}, of ${name}, ${bytes.length} bytes)\n`,
  );
  if (values.out === undefined || bytes.length === 0) return;
  mkdirSync(values.out, { recursive: true });
  writeFileSync(join(values.out, `${format}-${kind}-${seed}-${number}.bin`), bytes);
}

/** Runs cases from `first` on until time is up or one does not end; gives the number to go on with. */
function runFrom(first: number): Promise<number> {
  return new Promise((done) => {
    const worker = fork(join(import.meta.dirname, 'worker.ts'), [JSON.stringify({ seed, first, folders })], {
      execArgv: ['--import', 'tsx', `--max-old-space-size=${MEMORY}`],
      serialization: 'advanced',
    });
    let number = first;
    let heard = Date.now();
    let next: number | null = null;
    const stop = (at: number): void => {
      next = at;
      worker.kill('SIGKILL');
    };
    const watch = setInterval(() => {
      if (next !== null) return;
      if (Date.now() > end) stop(number);
      else if (Date.now() - heard > PATIENCE) {
        tell(number, '?', 'case', 'endless', `no answer in ${PATIENCE / 1000} s`, new Uint8Array());
        stop(number + 1);
      }
    }, 500);
    worker.on('message', (message: WorkerMessage) => {
      heard = Date.now();
      number = message.number;
      if (message.kind === 'begins') return;
      const { format, name, finding, bytes } = message;
      tell(number, format, name, finding.kind, finding.detail, bytes);
    });
    worker.on('exit', (code) => {
      clearInterval(watch);
      if (next === null)
        tell(number, '?', 'case', 'crashed', `exit ${code ?? 'by a signal'}`, new Uint8Array());
      done(next ?? number + 1);
    });
  });
}

let next = Number(values.first);
while (Date.now() < end) next = await runFrom(next);
process.stdout.write(`${next - Number(values.first)} cases, seed ${seed}, ${findings} findings\n`);
process.exitCode = findings === 0 ? 0 : 1;
