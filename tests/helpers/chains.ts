/** The chains of cause and effect of a long siege: one thing changed, and what must follow, link by link. */
import type { Rules, Scenario, Tallies } from '../../src/engine/index.ts';

/** One figure that must move, and which way. */
export interface Link {
  readonly tally: string;
  /** Null where the siege has no such figure. */
  readonly read: (tallies: Tallies) => number | null;
  readonly goes: 'up' | 'down';
}

/** One thing changed. */
export interface Chain {
  readonly name: string;
  readonly change: (scenario: Scenario) => Scenario;
  /** Every one of them is clear of chance over a hundred seeds. */
  readonly links: readonly Link[];
  /** The fall of the camp goes this way; null where the chain does not reach so far. */
  readonly fall: 'sooner' | 'later' | null;
}

/** The day of the fall; a camp that held counts as if it fell the day after. */
export function fallDay({ calendar }: Scenario, tallies: Tallies): number {
  return tallies.fallDay ?? Math.ceil(calendar.turns / 2);
}

function withTubes(scenario: Scenario, weapon: string, times: number): Scenario {
  const batteries = scenario.batteries.map((battery) => (battery.weapon === weapon && battery.side === 'besieger' ? { ...battery, tubes: battery.tubes * times, gunners: battery.gunners * Math.max(1, times) } : battery));
  return { ...scenario, batteries };
}

function withCover(scenario: Scenario, side: 'garrison' | 'besieger', from: 'pit' | 'casemate', to: 'pit' | 'casemate'): Scenario {
  const isGun = (weapon: string): boolean => (scenario.rules.weapons[weapon]?.flak ?? 0) < 1000;
  const batteries = scenario.batteries.map((battery) => (battery.side === side && battery.cover === from && isGun(battery.weapon) ? { ...battery, cover: to } : battery));
  return { ...scenario, batteries };
}

const SPADES: readonly (keyof Rules['digging'])[] = ['farMetres', 'midMetres', 'nearMetres', 'closeMetres', 'sapMetres', 'parallelMetres', 'ringMetres'];

function halfTheSpade(scenario: Scenario): Scenario {
  const halved = Object.fromEntries(SPADES.map((name) => [name, Math.floor(scenario.rules.digging[name] / 2)]));
  return { ...scenario, rules: { ...scenario.rules, digging: { ...scenario.rules.digging, ...halved } } };
}

function halfTheRest(scenario: Scenario): Scenario {
  return { ...scenario, rules: { ...scenario.rules, will: { ...scenario.rules.will, rest: Math.floor(scenario.rules.will.rest / 2) } } };
}

/** No unit that waits at the bases ever becomes ready. */
function noBattalions(scenario: Scenario): Scenario {
  return { ...scenario, units: scenario.units.map((unit) => (unit.jumps ? { ...unit, arrivesTurn: 10 * scenario.calendar.turns } : unit)) };
}

const tubesOn = (day: 3 | 20, weapon: readonly string[]): Link['read'] => (tallies) => {
  const guns = tallies.onDay[day]?.garrisonGuns;
  return guns === undefined ? 0 : weapon.reduce((sum, name) => sum + (guns[name] ?? 0), 0);
};

const HOWITZERS = ['t105', 't155'];

/** The chains that show in play and in the lab. */
export const CHAINS: readonly Chain[] = [
  {
    name: 'no 37 mm flak', change: (scenario) => withTubes(scenario, 'aa37', 0), fall: 'later',
    links: [
      { tally: 'aircraftLostOrTurnedBack', read: ({ aircraftLostOrTurnedBack }) => aircraftLostOrTurnedBack, goes: 'down' },
      { tally: 'dropHeight', read: ({ dropHeight }) => dropHeight, goes: 'down' },
      { tally: 'lossShareAfterStripClosed', read: ({ lossShareAfterStripClosed }) => lossShareAfterStripClosed, goes: 'down' },
      { tally: 'capturedShells', read: ({ capturedShells }) => capturedShells, goes: 'down' },
      { tally: 'rounds of 105 mm on day 40', read: ({ onDay }) => onDay[40]?.garrisonRounds['t105'] ?? 0, goes: 'up' },
    ],
  },
  {
    name: 'twice the 37 mm flak', change: (scenario) => withTubes(scenario, 'aa37', 2), fall: null,
    links: [{ tally: 'aircraftLostOrTurnedBack', read: ({ aircraftLostOrTurnedBack }) => aircraftLostOrTurnedBack, goes: 'up' }],
  },
  {
    name: 'half the metres dug in a night', change: halfTheSpade, fall: 'later',
    links: [
      { tally: 'trenchMetres on day 20', read: ({ onDay }) => onDay[20]?.trenchMetres ?? null, goes: 'down' },
      { tally: 'camp area on day 40', read: ({ onDay }) => onDay[40]?.campAreaHectares ?? 0, goes: 'up' },
      { tally: 'usable drop zone on day 40', read: ({ onDay }) => onDay[40]?.zoneHectares ?? 0, goes: 'up' },
      { tally: 'posts cut off on day 40', read: ({ onDay }) => onDay[40]?.postsCutOff ?? null, goes: 'down' },
      { tally: 'garrisonDeserters', read: ({ garrisonDeserters }) => garrisonDeserters, goes: 'down' },
    ],
  },
  {
    name: 'the garrison’s gun pits roofed', change: (scenario) => withCover(scenario, 'garrison', 'pit', 'casemate'), fall: null,
    links: [
      { tally: 'howitzers on day 3', read: tubesOn(3, HOWITZERS), goes: 'up' },
      { tally: 'howitzers on day 20', read: tubesOn(20, HOWITZERS), goes: 'up' },
    ],
  },
  {
    name: 'the besieger’s casemates made open pits', change: (scenario) => withCover(scenario, 'besieger', 'casemate', 'pit'), fall: null,
    links: [{ tally: 'besieger’s tubes lost', read: ({ tubesLostByWeapon }) => (tubesLostByWeapon.besieger['t105'] ?? 0) + (tubesLostByWeapon.besieger['t75'] ?? 0), goes: 'up' }],
  },
  {
    name: 'half the will regained by rest', change: halfTheRest, fall: 'later',
    links: [
      { tally: 'will of the regiments on day 30', read: ({ onDay }) => onDay[30]?.besiegerWill ?? null, goes: 'down' },
      { tally: 'nightsBetweenGeneralAssaults', read: ({ nightsBetweenGeneralAssaults }) => nightsBetweenGeneralAssaults, goes: 'up' },
    ],
  },
  {
    name: 'no parachute battalions', change: noBattalions, fall: 'sooner',
    links: [
      { tally: 'reinforcementsDropped', read: ({ reinforcementsDropped }) => reinforcementsDropped, goes: 'down' },
      { tally: 'fit men on day 40', read: ({ onDay }) => onDay[40]?.garrisonFit ?? 0, goes: 'down' },
    ],
  },
];
