/** What every page's view has. */
import type { Ui } from './ui.ts';

export interface Page {
  readonly ui: Ui;
  /** For the window's title, without the product's name. */
  readonly title: string;
  /** What was sent is given back for correction: the title says so. */
  readonly isRefused?: boolean;
  /** `wide` uses the window's whole width. */
  readonly layout?: 'wide';
  /** Name of a style sheet of its own in views/assets/css, without `.css`. */
  readonly stylesheet?: string;
}
