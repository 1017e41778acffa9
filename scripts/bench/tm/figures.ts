/** Times as percentiles, sizes as megabytes, and the lines that show them. */
export function percentile(times: readonly number[], per: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * per) / 100))] ?? 0;
}

export function percentiles(times: readonly number[]): string {
  const [p50, p95, p99] = [50, 95, 99].map((per) => percentile(times, per).toFixed(2));
  return `p50 ${p50 ?? ''}  p95 ${p95 ?? ''}  p99 ${p99 ?? ''} ms`;
}

export function megabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(0)} MB`;
}

export function say(name: string, value: string): void {
  console.log(`  ${name.padEnd(58)} ${value}`);
}

export async function timed<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly ms: number }> {
  const start = performance.now();
  const value = await work();
  return { value, ms: performance.now() - start };
}
