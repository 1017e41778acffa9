/** The preferences page: language of the workbench, and the name that work is signed with. */
import type { Ui } from '../../ui.ts';
import type { Page } from '../../page.ts';
import { MAXIMUM_NAME } from './form.ts';

export interface PreferencesPage extends Page {
  readonly maximumName: number;
}

export function preferencesPage(ui: Ui): PreferencesPage {
  return { ui, title: ui.t('common:preferences'), maximumName: MAXIMUM_NAME };
}
