/** epubcheck, the judge of EPUB files (Debian package `epubcheck`), and the one way to go on without it. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const JAR = '/usr/share/java/epubcheck.jar';

/** It runs for seconds only: compiling it well would take longer than it saves. */
const QUICK_START = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xshare:auto'];

/** Fails in CI, where nothing may be skipped; elsewhere prints why tests are left out. */
export function hasEpubcheck(): boolean {
  if (existsSync(JAR)) return true;
  const reason = `skipped: ${JAR} is not there (apt-get install epubcheck)`;
  if (process.env['CI'] !== undefined) throw new Error(reason);
  console.warn(reason);
  return false;
}

/** Every message of epubcheck about a book, a line each; none is what is wanted. */
export async function epubcheck(book: Uint8Array): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'recto-epub-'));
  try {
    const file = join(folder, 'book.epub');
    writeFileSync(file, book);
    const output = await new Promise<string>((resolve, reject) => {
      execFile('java', [...QUICK_START, '-jar', JAR, file], (error, stdout, stderr) => {
        if (stdout.includes('EPUBCheck completed')) resolve(`${stdout}\n${stderr}`);
        else reject(error ?? new Error(stderr));
      });
    });
    return output.split('\n').filter((line) => /^(?:FATAL|ERROR|WARNING)\(/.test(line));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
