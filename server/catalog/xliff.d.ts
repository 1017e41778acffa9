/** As much of npm xliff as catalogues, and its use as an independent reader in tests, need. */
declare module 'xliff' {
  export function xliff12ToJs(text: string): Promise<unknown>;
  export function xliff2js(text: string): Promise<unknown>;
  export function jsToXliff12(value: unknown): Promise<string>;
  export function js2xliff(value: unknown): Promise<string>;
}
