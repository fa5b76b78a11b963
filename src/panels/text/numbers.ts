/** Numbers as each language writes them. */
import { counted, say } from './say.ts';
import type { Lang } from './language.ts';

const FORMATS: Readonly<Record<Lang, Intl.NumberFormat>> = {
  vi: new Intl.NumberFormat('vi', { maximumFractionDigits: 1 }),
  fr: new Intl.NumberFormat('fr', { maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en', { maximumFractionDigits: 1 }),
};

/** A number with the separators of the language; no font of the page has the narrow no-break space. */
export function number(lang: Lang, value: number): string {
  return FORMATS[lang].format(value).replaceAll('\u202f', '\u00a0').replace('-', '−');
}

/** A range with its two ends. */
export function range(lang: Lang, low: number, high: number): string {
  return low === high ? number(lang, low) : say(lang, 'range.short', { low: number(lang, low), high: number(lang, high) });
}

/** Thousandths as a share of a hundred, for words: "40 %". */
export function percent(lang: Lang, permille: number): string {
  return say(lang, 'unit.percent', { n: number(lang, Math.round(permille / 10)) });
}

/** Thousandths on a scale to a hundred, bare: "61". */
export function ofHundred(lang: Lang, permille: number): string {
  return number(lang, Math.round(permille / 10));
}

/** A chance as a count: "62 in 100". */
export function inHundred(lang: Lang, chance: number): string {
  return say(lang, 'in-hundred', { n: number(lang, chance) });
}

/** Odds in thousandths of even: "1.8 to 1". */
export function odds(lang: Lang, permille: number): string {
  return say(lang, 'odds', { n: number(lang, Math.round(permille / 100) / 10) });
}

/** Metres with their unit. */
export function metres(lang: Lang, value: number): string {
  return say(lang, 'unit.metres', { n: number(lang, value) });
}

/** Men, rounds, guns and so on, counted in words. */
export function count(lang: Lang, what: Parameters<typeof counted>[1], value: number): string {
  return counted(lang, what, value, number(lang, value));
}

/** "A, B and C". */
export function listed(lang: Lang, items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  return say(lang, 'and', { list: items.slice(0, -1).join(', '), last });
}

/** Kilos as tonnes: "38 t", "0.4 t". */
export function tonnes(lang: Lang, kilos: number): string {
  const value = kilos / 1000;
  return say(lang, 'unit.tonnes', { n: number(lang, value >= 10 ? Math.round(value) : Math.round(value * 10) / 10) });
}

/** So many hexes as hectares of ground. */
export function hectares(lang: Lang, hexes: number, hexHectares: number): string {
  return say(lang, 'unit.hectares', { n: number(lang, Math.round(hexes * hexHectares)) });
}
