/** What the use cases need of the outside. The composition root makes it; tests make it of real parts too. */
import type { Segmenter } from '../core/text/segmentation.ts';
import type { Translators } from '../i18n/translator.ts';
import type { Send } from '../machine/provider.ts';
import type { FontFile } from '../publish/fonts.ts';
import type { EmbeddedFont } from '../publish/publisher.ts';
import type { Store } from '../store/store.ts';

/** What working on files needs. */
export interface FileDependencies {
  readonly segmenter: Segmenter;
  readonly translators: Translators;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly readFonts: (files: readonly FontFile[]) => Promise<readonly EmbeddedFont[]>;
}

/** What working on a workbench's data needs. */
export interface Dependencies extends FileDependencies {
  readonly store: Store;
  /** A new random UUID. */
  readonly newId: () => string;
  /** Largest file that is taken, in bytes. */
  readonly uploadLimit: number;
  /** How servers of machine translation are asked, and which may be: host names, or null for all that are not off limits. */
  readonly send: Send;
  readonly machineHosts: readonly string[] | null;
}
