/** The course of a siege in figures, one point a turn: from what each side knows of itself. */
import type { SideView, SiegeEvent } from '../engine/index.ts';

/** How a siege stood after a turn; null where something was not counted. */
export interface CurvePoint {
  /** Turns played. */
  readonly turn: number;
  /** Days of food and of shells of the heaviest stock, at the rate of the last days. */
  readonly foodDays: number | null;
  readonly shellDays: number | null;
  /** Kilos since the beginning. */
  readonly dropped: number;
  readonly recovered: number;
  readonly captured: number;
  /** Fit to fire, flak left out. */
  readonly guns: Readonly<Record<SideView['side'], number>>;
  /** Fit men of all arms. */
  readonly men: Readonly<Record<SideView['side'], number>>;
  /** 0-1000: mean cohesion of the garrison's men, mean will of the besieger's regiments. */
  readonly cohesion: number;
  readonly will: number;
  /** Of the first camp. */
  readonly areaHexes: number;
  readonly zoneHexes: number;
}

/** Turns over which the rate of fire is taken. */
const RATE_TURNS = 6;

/** The weapon of the garrison whose shells weigh most in store: what its defence lives on. */
export function mainWeapon({ weapons, dumps, facts }: SideView): string | null {
  let [best, most] = [null as string | null, 0];
  weapons.forEach((weapon, column) => {
    const rounds = dumps.reduce((sum, dump) => sum + (dump.rounds[column] ?? 0), 0);
    const grams = rounds * (facts.rules.weapons[weapon]?.grams ?? 0);
    if (grams > most) [best, most] = [weapon, grams];
  });
  return best;
}

/** One point from both views, the events of the turn before them, and the garrison's views of earlier turns, newest last. */
export function curvePoint(garrison: SideView, besieger: SideView, events: readonly SiegeEvent[], earlier: readonly SideView[], weapon: string | null): CurvePoint {
  const { air } = garrison.ledger;
  const [camp] = garrison.camps;
  return {
    turn: garrison.turn,
    foodDays: foodDays(events),
    shellDays: weapon === null ? null : shellDays(garrison, earlier.at(-RATE_TURNS) ?? earlier[0], weapon),
    dropped: air.dropped,
    recovered: air.recovered,
    captured: air.captured,
    guns: { garrison: gunsOf(garrison), besieger: gunsOf(besieger) },
    men: { garrison: menOf(garrison), besieger: menOf(besieger) },
    cohesion: cohesionOf(garrison),
    will: willOf(besieger),
    areaHexes: camp?.areaHexes ?? 0,
    zoneHexes: camp?.zoneHexes ?? 0,
  };
}

/** What is left against what was eaten in half a day. */
function foodDays(events: readonly SiegeEvent[]): number | null {
  let [eaten, left] = [0, 0];
  for (const event of events) {
    if (event.type !== 'food-eaten' || event.side !== 'garrison') continue;
    eaten += event.kilos;
    left += event.left;
  }
  return eaten === 0 ? null : tenths(left / (2 * eaten));
}

function shellDays(view: SideView, before: SideView | undefined, weapon: string): number | null {
  const column = view.weapons.indexOf(weapon);
  const fired = (view.ledger.fired[column] ?? 0) - (before?.ledger.fired[column] ?? 0);
  const days = (view.turn - (before?.turn ?? 0)) / 2;
  const ready = view.batteries.reduce((sum, battery) => sum + (battery.weapon === weapon ? battery.ready : 0), 0);
  const rounds = view.dumps.reduce((sum, dump) => sum + (dump.rounds[column] ?? 0), ready);
  if (days <= 0) return null;
  return fired <= 0 ? MOST_DAYS : tenths((rounds * days) / fired);
}

function tenths(days: number): number {
  return Math.min(MOST_DAYS, Math.round(days * 10) / 10);
}

/** More than these say no more than "plenty". */
const MOST_DAYS = 30;

function gunsOf({ batteries }: SideView): number {
  return batteries.reduce((sum, battery) => sum + (battery.flak ? 0 : battery.tubes), 0);
}

function menOf({ units, batteries }: SideView): number {
  return units.reduce((sum, unit) => sum + unit.men, 0) + batteries.reduce((sum, battery) => sum + battery.gunners, 0);
}

function cohesionOf({ units }: SideView): number {
  const men = units.reduce((sum, unit) => sum + unit.men, 0);
  return men === 0 ? 0 : Math.round(units.reduce((sum, unit) => sum + unit.men * unit.cohesion, 0) / men);
}

function willOf({ formations }: SideView): number {
  const regiments = formations.filter(({ kind }) => kind === 'regiment');
  return regiments.length === 0 ? 0 : Math.round(regiments.reduce((sum, { will }) => sum + will, 0) / regiments.length);
}
