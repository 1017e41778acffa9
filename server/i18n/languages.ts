/** The languages that the workbench itself speaks. One more is one line here and one folder in locales/. */
export const UI_LANGUAGES = ['en', 'fa', 'my'] as const;
export type UiLanguage = (typeof UI_LANGUAGES)[number];

export function isUiLanguage(text: string): text is UiLanguage {
  return (UI_LANGUAGES as readonly string[]).includes(text);
}

/** The best of ours for a list of wishes in order (`Accept-Language`, LANG), English where none fits. */
export function chooseUiLanguage(wishes: readonly string[]): UiLanguage {
  for (const wish of wishes) {
    const primary = wish.toLowerCase().split(/[-_.]/)[0] ?? '';
    if (isUiLanguage(primary)) return primary;
  }
  return 'en';
}
