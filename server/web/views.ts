/** Every page by the name of its template (views/pages/<name>.ejs) with the type of what it shows. */
import type { EditorPage } from './pages/editor/view.ts';
import type { ErrorPage } from './pages/error/view.ts';
import type { PreferencesPage } from './pages/preferences/view.ts';
import type { Ui } from './ui.ts';

export interface PageViews {
  editor: EditorPage;
  error: ErrorPage;
  preferences: PreferencesPage;
}

export type PageName = keyof PageViews;

/** What every page has. */
export interface Page {
  readonly ui: Ui;
  /** For the window's title, without the product's name. */
  readonly title: string;
  /** `wide` uses the window's whole width. */
  readonly layout?: 'wide';
  /** Name of a style sheet of its own in views/assets/css, without `.css`. */
  readonly stylesheet?: string;
}
