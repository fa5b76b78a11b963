/** Events that only a long siege has, each in one sentence: ring, air, loads, rear, men, conference. */
import type { EventType, SiegeEvent } from '../../engine/index.ts';
import type { Names } from './names.ts';
import { count, hectares, inHundred, listed, number, ofHundred, percent, tonnes } from './numbers.ts';
import { say, type Key } from './say.ts';

type Of<Type extends EventType> = Extract<SiegeEvent, { type: Type }>;
type LinesOf<Type extends EventType> = { readonly [One in Type]: (event: Of<One>, names: Names) => string };

/** The events that have their sentence here. */
export type LongSiegeEvent =
  | 'bases-sky-changed' | 'officer-took-over' | 'tanks-lost' | 'zone-shelled' | 'lodgement-given-up' | 'carriers-came' | 'road-bombed'
  | 'hospital-emptied' | 'ranks-filled' | 'unit-arrived' | 'battery-arrived' | 'guns-moved' | 'post-cut-off' | 'post-linked' | 'zone-changed'
  | 'trench-filled' | 'raid-failed' | 'gallery-dug' | 'gallery-loaded' | 'gallery-fired' | 'convoy-came' | 'convoy-failed' | 'sorties-flown' | 'flak-fired'
  | 'aircraft-hit' | 'aircraft-burnt' | 'loads-dropped' | 'drop-counted' | 'aircraft-landed' | 'landing-failed' | 'strip-changed'
  | 'strip-shelled' | 'men-jumped' | 'loads-gathered' | 'loads-destroyed' | 'labourers-lost' | 'strike-flown' | 'food-eaten' | 'men-sick'
  | 'hospital-counted' | 'deserters-gone-over' | 'post-walked-out' | 'battalion-granted' | 'battalion-refused' | 'leave-given'
  | 'camp-wavers' | 'camp-fell' | 'broke-out' | 'conference-opened' | 'cease-fire';

function n(value: number, { lang }: Names): string {
  return number(lang, value);
}

export const SIEGE_LINES: LinesOf<LongSiegeEvent> = {
  'bases-sky-changed': (e, { lang }) => say(lang, `log.bases-sky-changed.${e.to}`),
  'officer-took-over': (e, names) => say(names.lang, 'log.officer-took-over', { formation: names.formation(e.formation), hours: count(names.lang, 'hours', e.pulses) }),
  'tanks-lost': (e, names) => say(names.lang, 'log.tanks-lost', { post: names.post(e.post), tanks: count(names.lang, 'tanks', e.tanks) }),
  'zone-shelled': (e, names) => say(names.lang, 'log.zone-shelled', { rounds: count(names.lang, 'rounds', e.rounds), camp: names.camp(e.camp) }),
  'lodgement-given-up': (e, names) => say(names.lang, 'log.lodgement-given-up', { post: names.post(e.post) }),
  'carriers-came': (e, names) => carriersLine(e, names),
  'road-bombed': (e, names) => say(names.lang, e.portersLost > 0 ? 'log.road-bombed.lost' : 'log.road-bombed', {
    sorties: count(names.lang, 'sorties', e.sorties), count: e.portersLost, lost: n(e.portersLost, names), road: percent(names.lang, e.road),
  }),
  'hospital-emptied': (e, names) => say(names.lang, 'log.hospital-emptied', {
    returned: n(e.returned, names), died: n(e.died, names), home: n(e.sentHome, names), left: n(e.hospital, names),
  }),
  'ranks-filled': (e, names) => ranksLine([e.unit], e.men, names),
  'unit-arrived': (e, names) => arrivedLine([names.unit(e.unit, e.side)], e.men, names),
  'battery-arrived': (e, names) => say(names.lang, 'log.battery-arrived', { battery: names.battery(e.battery), tubes: count(names.lang, 'guns', e.tubes) }),
  'guns-moved': (e, names) => say(names.lang, 'log.guns-moved', { battery: names.battery(e.battery) }),
  'post-cut-off': (e, names) => say(names.lang, 'log.post-cut-off', { post: names.post(e.post) }),
  'post-linked': (e, names) => say(names.lang, 'log.post-linked', { post: names.post(e.post), turns: count(names.lang, 'turns', e.turns) }),
  'zone-changed': (e, names) => say(names.lang, 'log.zone-changed', {
    camp: names.camp(e.camp), zone: hectares(names.lang, e.hexes, names.hexHectares), area: hectares(names.lang, e.areaHexes, names.hexHectares),
  }),
  'trench-filled': (e, names) => say(names.lang, e.unit === '' ? 'log.trench-filled.unseen' : 'log.trench-filled', {
    unit: names.unit(e.unit, 'garrison'), metres: n(e.metres, names), post: e.post === null ? say(names.lang, 'target.axis') : names.post(e.post),
  }),
  'raid-failed': (e, names) => say(names.lang, e.unit === '' ? 'log.raid-failed.unseen' : 'log.raid-failed', { unit: names.unit(e.unit, 'garrison') }),
  'gallery-dug': (e, names) => say(names.lang, 'log.gallery-dug', { post: names.post(e.post), metres: n(e.metres, names), length: n(e.lengthMetres, names) }),
  'gallery-loaded': (e, names) => say(names.lang, 'log.gallery-loaded', { post: names.post(e.post) }),
  'gallery-fired': (e, names) => say(names.lang, 'log.gallery-fired', { post: names.post(e.post) }),
  'convoy-came': (e, names) => say(names.lang, 'log.convoy-came', { unit: names.unit(e.unit, 'garrison'), post: names.post(e.post) }),
  'convoy-failed': (e, names) => say(names.lang, 'log.convoy-failed', { unit: names.unit(e.unit, 'garrison'), post: names.post(e.post) }),
  'sorties-flown': (e, names) => flownLine(e.sorties, e.heldByWeather, e.camp, names),
  'flak-fired': (e, names) => flakLine(e.rounds, names),
  'aircraft-hit': (e, names) => hitLineOf(e.fate, 1, e.height, e.fate === 'lost' ? e.men : 0, names),
  'aircraft-burnt': (e, names) => say(names.lang, 'log.aircraft-burnt', { aircraft: count(names.lang, 'aircraft', 1), strip: names.strip(e.strip) }),
  'loads-dropped': (e, names) => dropLine({ sorties: 1, camp: e.camp, kilos: e.kilos, heights: [e.height] }, names),
  'drop-counted': (e, names) => countedLine(e, names),
  'aircraft-landed': (e, names) => landedLine(e.strip, 1, e.kilos, e.evacuated, names),
  'landing-failed': (e, names) => say(names.lang, 'log.landing-failed', { aircraft: count(names.lang, 'aircraft', 1), strip: names.strip(e.strip) }),
  'strip-changed': (e, names) => say(names.lang, `log.strip-changed.${e.to}`, { strip: names.strip(e.strip) }),
  'strip-shelled': (e, names) => say(names.lang, 'log.strip-shelled', { rounds: count(names.lang, 'rounds', e.rounds), strip: names.strip(e.strip) }),
  'men-jumped': (e, names) => jumpedLine(e.camp, e, names),
  'loads-gathered': (e, names) => gatheredLine(e.side, [[e.cargo, e.kilos]], names),
  'loads-destroyed': (e, names) => say(names.lang, 'log.loads-destroyed', { tonnes: tonnes(names.lang, e.kilos) }),
  'labourers-lost': (e, names) => say(names.lang, 'log.labourers-lost', { count: e.men, n: n(e.men, names) }),
  'strike-flown': (e, names) => strikeLine(e.target, e.sorties, e.casualties, names),
  'food-eaten': (e, names) => say(names.lang, 'log.food-eaten', { place: e.camp === null ? say(names.lang, `side.${e.side}`) : names.camp(e.camp), ration: percent(names.lang, e.ration), left: tonnes(names.lang, e.left) }),
  'men-sick': (e, names) => say(names.lang, 'log.men-sick', { men: count(names.lang, 'men', e.men) }),
  'hospital-counted': (e, names) => say(names.lang, 'log.hospital-counted', {
    camp: names.camp(e.camp), serious: n(e.serious, names), light: n(e.light, names), died: n(e.died, names), returned: n(e.returned, names),
  }),
  'deserters-gone-over': (e, names) => say(names.lang, 'log.deserters-gone-over', { camp: names.camp(e.camp), count: e.men, n: n(e.men, names) }),
  'post-walked-out': (e, names) => say(names.lang, e.unit === '' ? 'log.post-walked-out.unseen' : 'log.post-walked-out', {
    post: names.post(e.post), men: count(names.lang, 'men', e.men), unit: names.unit(e.unit, 'garrison'),
  }),
  'battalion-granted': (e, names) => say(names.lang, 'log.battalion-granted', { unit: names.unit(e.unit, 'garrison') }),
  'battalion-refused': (e, names) => say(names.lang, 'log.battalion-refused', { unit: names.unit(e.unit, 'garrison') }),
  'leave-given': (e, names) => say(names.lang, `log.leave-given.${e.leave}`, { camp: names.camp(e.camp) }),
  'camp-wavers': (e, names) => say(names.lang, 'log.camp-wavers', {
    camp: names.camp(e.camp), chance: inHundred(names.lang, Math.round(e.permille) / 10),
    causes: [...e.causes].sort((a, b) => b.points - a.points).slice(0, 3).map(({ cause }) => say(names.lang, `collapse.${cause}`)).join(', '),
  }),
  'camp-fell': (e, names) => say(names.lang, `log.camp-fell.${e.how}`, { camp: names.camp(e.camp), men: count(names.lang, 'men', e.men) }),
  'broke-out': (e, names) => say(names.lang, e.men === 0 ? 'log.broke-out.unseen' : 'log.broke-out', {
    camp: names.camp(e.camp), men: count(names.lang, 'men', e.men), escaped: n(e.escaped, names), captured: n(e.captured, names),
  }),
  'conference-opened': (_, { lang }) => say(lang, 'log.conference-opened'),
  'cease-fire': (_, { lang }) => say(lang, 'log.cease-fire'),
};

function carriersLine(e: Of<'carriers-came'>, names: Names): string {
  const { lang } = names;
  const brought = e.rounds.filter(({ rounds }) => rounds > 0).map(({ weapon, rounds }) => say(lang, 'log.shells-of', { rounds: count(lang, 'rounds', rounds), weapon: names.weapon(weapon) }));
  const values = { rounds: listed(lang, brought), food: tonnes(lang, e.foodKilos), road: percent(lang, e.road) };
  return say(lang, brought.length > 0 ? 'log.carriers-came' : 'log.carriers-came.nothing', values);
}

/** More units than these are counted, not named. */
const MOST_NAMED = 3;

/** Units by name, or how many there are. */
export function unitWords(units: readonly string[], { lang }: Names): string {
  return units.length > MOST_NAMED ? count(lang, 'units', units.length) : listed(lang, units);
}

/** Men who filled the ranks of these units. */
export function ranksLine(units: readonly string[], men: number, names: Names): string {
  return say(names.lang, 'log.ranks-filled', { men: count(names.lang, 'men', men), units: unitWords(units.map((unit) => names.unit(unit, 'besieger')), names) });
}

/** Units that reached the front, by their words. */
export function arrivedLine(units: readonly string[], men: number, names: Names): string {
  return say(names.lang, 'log.unit-arrived', { units: unitWords(units, names), men: count(names.lang, 'men', men) });
}

/** Sorties that came over a camp, or that weather held on the ground. */
export function flownLine(sorties: number, held: number, camp: string | null, names: Names): string {
  const { lang } = names;
  if (sorties === 0 || camp === null) return say(lang, 'log.held-by-weather', { sorties: count(lang, 'sorties', held) });
  return say(lang, 'log.flown.none', { sorties: count(lang, 'sorties', sorties), camp: names.camp(camp) });
}

/** Freight that fell over a camp in a turn. */
export interface Drop {
  readonly sorties: number;
  readonly camp: string;
  readonly kilos: number;
  readonly heights: readonly number[];
}

/** Sorties, tonnes and heights of a turn's drops over one camp. */
export function dropLine({ sorties, camp, kilos, heights }: Drop, names: Names): string {
  const { lang } = names;
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  const span = low === high ? number(lang, low) : say(lang, 'range.short', { low: number(lang, low), high: number(lang, high) });
  return say(lang, 'log.flown', {
    sorties: count(lang, 'sorties', sorties), camp: names.camp(camp), tonnes: tonnes(lang, kilos), heights: say(lang, 'log.flown.metres', { n: span }),
  });
}

/** By whose ground a turn's freight came to rest on. */
export function countedLine(e: Pick<Of<'drop-counted'>, 'withGarrison' | 'between' | 'withBesieger'>, { lang }: Names): string {
  return say(lang, 'log.flown.counted', { with: tonnes(lang, e.withGarrison), between: tonnes(lang, e.between), other: tonnes(lang, e.withBesieger) });
}

/** Flak in a turn; rounds are known to those who fired them. */
export function flakLine(rounds: number, { lang }: Names): string {
  return rounds === 0 ? say(lang, 'log.flak-fired.seen') : say(lang, 'log.flak-fired', { rounds: count(lang, 'rounds', rounds) });
}

/** Aircraft that flak hit, by what became of them; `men` were on board of those lost. */
export function hitLineOf(fate: Of<'aircraft-hit'>['fate'], aircraft: number, height: number, men: number, { lang }: Names): string {
  const line = say(lang, `log.aircraft-hit.${fate}`, { aircraft: count(lang, 'aircraft', aircraft), height: number(lang, height) });
  return men === 0 ? line : `${line} ${say(lang, 'log.aircraft-hit.men', { men: count(lang, 'men', men) })}`;
}

/** Aircraft that landed, and the wounded they took out. */
export function landedLine(strip: string, aircraft: number, kilos: number, wounded: number, names: Names): string {
  const line = say(names.lang, 'log.aircraft-landed', { aircraft: count(names.lang, 'aircraft', aircraft), strip: names.strip(strip), tonnes: tonnes(names.lang, kilos) });
  return wounded === 0 ? line : `${line} ${say(names.lang, 'log.aircraft-landed.out', { wounded: n(wounded, names) })}`;
}

/** Men who jumped over a camp and what it cost. */
export function jumpedLine(camp: string, e: Pick<Of<'men-jumped'>, 'men' | 'hurt' | 'killed' | 'captured'>, names: Names): string {
  const line = say(names.lang, 'log.men-jumped', { men: count(names.lang, 'men', e.men), camp: names.camp(camp) });
  if (e.hurt + e.killed + e.captured === 0) return line;
  return `${line} ${say(names.lang, 'log.men-jumped.cost', { hurt: n(e.hurt, names), killed: n(e.killed, names), captured: n(e.captured, names) })}`;
}

/** What a side brought in, by cargo, the heaviest first. */
export function gatheredLine(side: Of<'loads-gathered'>['side'], cargoes: readonly (readonly [cargo: string, kilos: number])[], names: Names): string {
  const { lang } = names;
  const sorted = [...cargoes].sort(([, a], [, b]) => b - a);
  const list = sorted.map(([cargo, kilos]) => say(lang, 'log.loads-gathered.part', { cargo: names.cargo(cargo), tonnes: tonnes(lang, kilos) }));
  const kilos = sorted.reduce((sum, [, one]) => sum + one, 0);
  return say(lang, `log.loads-gathered.${side}`, { tonnes: tonnes(lang, kilos), list: list.join(', ') });
}

/** Combat sorties against one kind of target. */
export function strikeLine(target: string, sorties: number, casualties: number, { lang }: Names): string {
  const line = say(lang, STRIKES[target] ?? 'log.strike-flown.approach', { sorties: count(lang, 'sorties', sorties) });
  return casualties === 0 ? line : `${line} ${say(lang, 'log.strike-flown.cost', { men: number(lang, casualties) })}`;
}

const STRIKES: Readonly<Record<string, Key>> = {
  approach: 'log.strike-flown.approach', fix: 'log.strike-flown.fix', flak: 'log.strike-flown.flak', road: 'log.strike-flown.road',
};

/** Regiments whose will one cause moved, with where it stands now. */
export function willLine(cause: Of<'will-changed'>['cause'], rows: readonly (readonly [formation: string, to: number])[], names: Names): string {
  const list = rows.map(([formation, to]) => say(names.lang, 'log.valued', { name: names.formation(formation), n: ofHundred(names.lang, to) }));
  return say(names.lang, 'log.will-changed.many', { cause: say(names.lang, `will.cause.${cause}`), list: list.join(', ') });
}
