/** The opening of what a long siege adds: camps, the ring before it is worked out, aircraft, the rear, empty books. */
import type { Board } from './board.ts';
import { postOf } from './board.ts';
import { GOODS } from './facts-siege.ts';
import type { Goods } from './facts-siege.ts';
import type { Ledger } from './ledger.ts';
import type { Scenario } from './scenario.ts';
import type { LossCause } from './state.ts';
import { FAR_HEXES, GROUND_NOBODY } from './state-siege.ts';
import type { AirBook, AirState, CampState, RearState, RingState } from './state-siege.ts';

/** Kilos of goods as a list, in the order of GOODS. */
export function goodsList(goods: Goods): number[] {
  return GOODS.map((good) => goods[good]);
}

/** The camps of a scenario, whole and fed. */
export function openingCamps(scenario: Scenario, board: Board): CampState[] {
  return scenario.camps.map(({ id, commandPost, labourers }) => {
    const { facts } = postOf(board, commandPost);
    return {
      id, stands: true, fell: null, zoneHexes: 0, areaHexes: 0, aimEast: facts.east, aimNorth: facts.north,
      light: 0, serious: 0, sick: 0, deserters: 0, labourers, ration: 1000, hunger: 0,
      leave: 'hold', harassed: 0, collapse: 0, collapseCauses: [],
    };
  });
}

/** A ring that nobody has looked at yet: the rule of the ring works it out before the first pulse. */
export function openingRing(board: Board): RingState {
  return { ground: board.heights.map(() => GROUND_NOBODY), reach: board.heights.map(() => FAR_HEXES), changes: 0, drawnChanges: -1, drawnAt: -1 };
}

/** Aircraft, strips and men who may still come by air. */
export function openingAir(scenario: Scenario): AirState {
  return {
    fleets: scenario.aircraft.map(({ id }) => ({ aircraft: id, lost: 0, damaged: 0, flown: 0, lostLately: 0 })),
    strips: scenario.map.strips.map(({ id }) => ({ id, craters: 0, use: 'open', lastLanding: -1, lastTraffic: -1, cutTurn: -1 })),
    individualsJumped: 0, individualsReady: 0, asked: [], granted: [], grantedTurn: -1, jumpedSeen: 0,
  };
}

/** Roads whole, half of the carriers on food. */
export function openingRear(scenario: Scenario, board: Board): RearState {
  return {
    hospital: 0, pool: scenario.supplyLine?.pool ?? 0, porters: scenario.supplyLine?.porters ?? 0, road: 1000, foodShare: 500,
    remainders: [...board.weapons.map(() => 0), 0],
  };
}

const CAUSES: readonly LossCause[] = [
  'shelling', 'assault', 'protective-fire', 'counter-battery', 'digging', 'fall-of-post', 'air-strike', 'sniping', 'raid', 'gallery',
  'jump', 'in-the-air', 'gathering', 'wounds', 'sickness', 'break-out',
];

/** A side's book with nothing in it. */
export function emptyLedger(board: Board): Ledger {
  const none = board.weapons.map(() => 0);
  return {
    killed: 0, wounded: 0, captured: 0, deserted: 0, goneOver: 0, evacuated: 0, escaped: 0, arrived: 0, jumped: 0, labourersLost: 0, labourersFreed: 0,
    byCause: Object.fromEntries(CAUSES.map((cause) => [cause, 0])) as Ledger['byCause'],
    fired: none.slice(), lostRounds: none.slice(), broughtRounds: none.slice(), capturedRounds: none.slice(), tubesLost: none.slice(),
    trenchMetres: 0, air: emptyAirBook(),
  };
}

function emptyAirBook(): AirBook {
  return {
    despatched: 0, aborted: 0, lostWithAircraft: 0, dropped: 0, recovered: 0, captured: 0, destroyed: 0,
    landedWithGarrison: 0, landedBetween: 0, landedWithBesieger: 0,
    aircraftLost: 0, aircraftLostOnGround: 0, aircraftDamaged: 0, turnedBack: 0, sorties: 0, landings: 0,
  };
}
