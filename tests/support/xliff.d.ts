/** As much of npm xliff as its use as an independent reader needs. */
declare module 'xliff' {
  export function xliff12ToJs(text: string): Promise<unknown>;
  export function xliff2js(text: string): Promise<unknown>;
  export function jsToXliff12(value: unknown): Promise<string>;
}
