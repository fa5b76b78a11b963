/** The small siege with a strip, two kinds of transport, a fighter, men who wait to jump, and flak on a rise to the east. */
import type { Draws, Order, Scenario } from '../../src/engine/index.ts';
import type { Fact } from '../../src/engine/events.ts';
import { closeAir, comeDown, takeOff } from '../../src/engine/rules/airlift.ts';
import { flak } from '../../src/engine/rules/flak.ts';
import { GROUND_GARRISON } from '../../src/engine/state-siege.ts';
import { aGame, aSiege, aTurn, withRules } from './a-siege.ts';

const words = (text: string): { vi: string; fr: string; en: string } => ({ vi: text, fr: text, en: text });

/** No spread, no failing chute, no luck: what is aimed at is hit. */
export const STILL = {
  airlift: { scatter: 0, scatterHeight: 0, chuteFails: 0, fuseFails: 0, daySorties: 1000, nightSorties: 1000 },
} as const;

/** The siege by day on the second morning, clear over bases and valley, with its first camp's zone about the command post. */
export function anAirlift(change: Partial<Scenario> = {}): Scenario {
  const siege = aSiege();
  return withRules({
    ...siege,
    calendar: { ...siege.calendar, firstPhase: 'day' },
    map: {
      ...siege.map,
      strips: [{ id: 'strip', name: words('Strip'), lengthMetres: 700, widthMetres: 30, headingDegrees: 0, south: [1400, 346], north: [1400, 1046] }],
    },
    camps: [{ id: 'main', name: words('Main'), commandPost: 'camp', strip: 'strip', labourers: 0 }],
    aircraft: [
      { id: 'big', name: words('Big'), role: 'transport', sorties: [[0, 4]], loadKilos: 6000, bundles: 6, men: 0, stickMetres: 600, lands: false, vulnerability: 1000 },
      { id: 'small', name: words('Small'), role: 'transport', sorties: [[0, 10]], loadKilos: 2500, bundles: 25, men: 24, stickMetres: 300, lands: true, vulnerability: 1000 },
      { id: 'fighter', name: words('Fighter'), role: 'combat', sorties: [[0, 8]], loadKilos: 0, bundles: 0, men: 0, stickMetres: 0, lands: false, vulnerability: 1000 },
    ],
    individuals: { perDay: [[0, 30]], quality: 600 },
    units: [
      ...siege.units,
      { id: 'waiting', side: 'garrison', name: 'W', kind: 'company', arm: 'parachute', formation: 'para', men: 100, quality: 850, cohesion: 820, post: null, place: null, reserve: true, tanks: 0, arrivesTurn: 2, jumps: true },
    ],
    batteries: [
      ...siege.batteries,
      { id: 'flak', side: 'besieger', name: 'Flak', weapon: 'aa37', formation: 'front', tubes: 4, gunners: 40, east: 2600, north: 692, cover: 'pit', post: null, known: false, dump: 'outside', arrivesTurn: 0 },
    ],
    dumps: siege.dumps.map((dump) => (dump.id === 'outside' ? { ...dump, rounds: { ...dump.rounds, aa37: 1000 } } : dump)),
    ...change,
  }, STILL);
}

/** A game of it at the start of a turn. */
export function airGame(siege: Scenario = anAirlift(), turn = 2): ReturnType<typeof aGame> {
  const made = aGame(siege);
  made.state.turn = turn;
  for (const hex of [20, 21, 34, 35, 36, 48, 49, 50, 63, 64, 77]) made.state.ring.ground[hex] = GROUND_GARRISON;
  return made;
}

/** Plays the air of one turn and nothing else. */
export function flyTurn(
  { game, state }: ReturnType<typeof aGame>, orders: readonly Order[], draws?: Draws, shot = true,
): { told: Fact[]; of: <Type extends Fact['type']>(type: Type) => Extract<Fact, { type: Type }>[] } {
  const { turn, told } = aTurn(game, state, { orders: { garrison: orders }, ...(draws === undefined ? {} : { draws }) });
  takeOff(state, turn);
  for (turn.pulse = 0; turn.pulse < 12; turn.pulse += 1) {
    if (shot) flak(state, turn);
    comeDown(state, turn);
  }
  turn.pulse = 11;
  closeAir(state, turn);
  return { told, of: (type) => told.filter((fact): fact is Extract<Fact, { type: typeof type }> => fact.type === type) };
}

/** An order of freight. */
export const freight = (change: Partial<Extract<Order, { kind: 'airlift' }>> = {}): Order =>
  ({ kind: 'airlift', aircraft: 'small', sorties: 2, cargo: 'food', height: 600, camp: 'main', from: 0, ...change });
