/** The package declares its types for the CommonJS file only. */
declare module 'bidi-js/dist/bidi.mjs' {
  import type { Bidi } from 'bidi-js';
  // eslint-disable-next-line no-restricted-exports -- the package has no other
  export default function bidiFactory(): Bidi;
}
