/**
 * Every word of the page and of the log, by key and language.
 *
 * One key set for three languages: the types demand it, and a test looks for missing keys and placeholders that
 * differ. A value may hold marked names (see `names.ts`); they come out again as parts.
 */
import { createInstance, type i18n } from 'i18next';
import { EN_LOG } from './en/log.ts';
import { EN_ORDERS } from './en/orders.ts';
import { EN_SCREEN } from './en/screen.ts';
import { EN_SIEGE_ORDERS } from './en/siege-orders.ts';
import { EN_SIEGE } from './en/siege.ts';
import { EN_STAFF } from './en/staff.ts';
import { EN_WATCH } from './en/watch.ts';
import { FR_LOG } from './fr/log.ts';
import { FR_ORDERS } from './fr/orders.ts';
import { FR_SCREEN } from './fr/screen.ts';
import { FR_SIEGE_ORDERS } from './fr/siege-orders.ts';
import { FR_SIEGE } from './fr/siege.ts';
import { FR_STAFF } from './fr/staff.ts';
import { FR_WATCH } from './fr/watch.ts';
import { LANGUAGES, type Lang } from './language.ts';
import { VI_LOG } from './vi/log.ts';
import { VI_ORDERS } from './vi/orders.ts';
import { VI_SCREEN } from './vi/screen.ts';
import { VI_SIEGE_ORDERS } from './vi/siege-orders.ts';
import { VI_SIEGE } from './vi/siege.ts';
import { VI_STAFF } from './vi/staff.ts';
import { VI_WATCH } from './vi/watch.ts';

const EN = { ...EN_SCREEN, ...EN_ORDERS, ...EN_LOG, ...EN_SIEGE, ...EN_SIEGE_ORDERS, ...EN_STAFF, ...EN_WATCH };

type Entry = keyof typeof EN;
/** The key of a sentence; those with forms for one and many are named without the form. */
export type Key = Entry extends infer Name ? (Name extends `${infer Stem}_${'one' | 'other'}` ? Stem : Name) : never;

/** What fills the gaps of a sentence. */
export type Values = Readonly<Record<string, string | number>>;

/** All sentences by language, as written. */
export const SENTENCES: Readonly<Record<Lang, Readonly<Record<Entry, string>>>> = {
  vi: { ...VI_SCREEN, ...VI_ORDERS, ...VI_LOG, ...VI_SIEGE, ...VI_SIEGE_ORDERS, ...VI_STAFF, ...VI_WATCH },
  fr: { ...FR_SCREEN, ...FR_ORDERS, ...FR_LOG, ...FR_SIEGE, ...FR_SIEGE_ORDERS, ...FR_STAFF, ...FR_WATCH },
  en: EN,
};

const NO_BREAK = '\u00a0';
/** Beyond this French asks for a third form that says the same as the second. */
const MOST_COUNTED = 999_999;

const words: i18n = createInstance();
void words.init({
  initAsync: false,
  lng: 'en',
  fallbackLng: false,
  keySeparator: false,
  nsSeparator: false,
  // Preact writes text, never markup, so nothing is escaped twice.
  interpolation: { escapeValue: false },
  missingInterpolationHandler: () => '',
  resources: Object.fromEntries(LANGUAGES.map((lang) => [lang, { translation: set(lang) }])),
});

const fixed = { vi: words.getFixedT('vi'), fr: words.getFixedT('fr'), en: words.getFixedT('en') };

/** The sentence of a key in a language, its gaps filled. */
export function say(lang: Lang, key: Key, values: Values = {}): string {
  return fixed[lang](key, { ...values, nest: false });
}

/** What is counted in words. */
export type Counted =
  | 'men' | 'rounds' | 'guns' | 'hours' | 'turns' | 'battalions' | 'gunners' | 'sorties' | 'aircraft' | 'tanks' | 'units';

/** A counted thing: "1 round", "240 rounds". */
export function counted(lang: Lang, what: Counted, n: number, shown: string): string {
  return say(lang, `count.${what}`, { count: Math.min(Math.abs(n), MOST_COUNTED), n: shown });
}

/** True when a sentence of this key exists; for keys made from ids. */
export function isKey(key: string): key is Key {
  return key in EN || `${key}_other` in EN;
}

function set(lang: Lang): Readonly<Record<string, string>> {
  const spaced = lang === 'fr' ? spacedInFrench : (text: string) => text;
  return Object.fromEntries(Object.entries(SENTENCES[lang]).map(([key, text]) => [key, spaced(heldToUnit(text))]));
}

/** A number stays on the line of its unit. */
function heldToUnit(text: string): string {
  return text.replace(/\}\} (?=(?:m|t|ha|km|cm|%)(?:[\s.,;)]|$))/g, `}}${NO_BREAK}`);
}

/** French keeps its tall marks on the line of the word before them. */
function spacedInFrench(text: string): string {
  return text.replace(/ ([:;?!»%])/g, `${NO_BREAK}$1`).replace(/« /g, `«${NO_BREAK}`);
}
