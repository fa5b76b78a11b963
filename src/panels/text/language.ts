/** The three languages, and which one a visitor gets first. */

export type Lang = 'vi' | 'fr' | 'en';

/** The languages in the order of the switch. */
export const LANGUAGES: readonly Lang[] = ['vi', 'fr', 'en'];

/** What each language calls itself. */
export const OWN_NAMES: Readonly<Record<Lang, string>> = { vi: 'Tiếng Việt', fr: 'Français', en: 'English' };

/** True for the code of one of the three languages. */
export function isLang(value: unknown): value is Lang {
  return value === 'vi' || value === 'fr' || value === 'en';
}

/** The first of: the link's language, the one kept, the browser's when it is one of the three; else English. */
export function firstLanguage(linked: string | null, kept: string | null, wished: readonly string[]): Lang {
  if (isLang(linked)) return linked;
  if (isLang(kept)) return kept;
  for (const wish of wished) {
    const base = wish.slice(0, 2).toLowerCase();
    if (isLang(base)) return base;
  }
  return 'en';
}
