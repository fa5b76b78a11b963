/**
 * Men by parachute: a unit that waited at the bases, over one night or several, or single men for thin ranks.
 *
 * A stick leaves the aircraft in small groups; a group that comes down on the besieger's ground loses most of its men,
 * dead or prisoners. Of the others some are hurt, more of them where the zone is small. A unit gathers at the
 * command post of the camp as its reserve.
 */
import { at } from './board.ts';
import { hexOf } from './hex.ts';
import { along, share } from './numbers.ts';
import { book } from './people.ts';
import { wholeByChance, onceOf } from './random.ts';
import type { Stream } from './random.ts';
import { joinCompany, joinUnit } from './ranks-by-air.ts';
import { sigmaOf, stickMetres, strayFrom } from './scatter.ts';
import type { GameState, UnitState } from './state.ts';
import { GROUND_BESIEGER } from './state-siege.ts';
import { pointAlong } from './strip-ground.ts';
import type { Grid } from './scenario.ts';
import type { Flight, Turn } from './turn-context.ts';
import type { Rules } from './tunables.ts';

/** Men who leave an aircraft close behind each other. */
const GROUP = 6;

/** What became of a stick. */
interface Stick {
  killed: number;
  wounded: number;
  captured: number;
}

/** One sortie's men jump over a camp: those of a unit, or single men for a company. */
export function jump(state: GameState, turn: Turn, flight: Flight, company: UnitState | null): void {
  flight.fate = 'done';
  const stream = onceOf(turn.draws, 'airlift', flight.given.index, flight.number);
  const stick = comeDown(state, turn, flight, stream);
  const { killed, wounded, captured } = stick;
  const ledger = state.ledger.garrison;
  ledger.arrived += flight.men;
  ledger.jumped += flight.men;
  ledger.captured += captured;
  book(state, 'garrison', killed, wounded, 'jump');
  const fit = flight.men - killed - wounded - captured;
  const unit = company === null ? joinUnit(state, turn, flight, fit, wounded) : joinCompany(state, turn, flight, company, fit, wounded);
  turn.tell({ type: 'men-jumped', camp: at(state.camps, flight.campRow).id, unit, men: flight.men, hurt: wounded, killed, captured });
}

function comeDown(state: GameState, turn: Turn, flight: Flight, stream: Stream): Stick {
  const { jump: rules } = turn.rules;
  const stick: Stick = { killed: 0, wounded: 0, captured: 0 };
  const lost = wholeByChance(stream, menAmongBesiegers(state, turn, flight, stream) * rules.lost);
  stick.killed = wholeByChance(stream, lost * rules.lostKilled);
  stick.captured = lost - stick.killed;
  const hurt = Math.min(flight.men - lost, wholeByChance(stream, (flight.men - lost) * hurtOf(state, turn, flight.campRow)));
  const dead = wholeByChance(stream, hurt * rules.killed);
  stick.killed += dead;
  stick.wounded = hurt - dead;
  return stick;
}

/** Men hurt in the jump, permille, by the size of what is left of the zone. */
export function hurtOf(state: GameState, { board, rules }: Pick<Turn, 'board' | 'rules'>, campRow: number): number {
  return hurtIn(rules, board.grid, at(state.camps, campRow).zoneHexes);
}

/** The same for a zone of so many hexes. */
export function hurtIn({ jump: rules }: Rules, grid: Grid, zoneHexes: number): number {
  const hectares = Math.floor((zoneHexes * grid.stepMetres * grid.rowMetres) / SQUARE_METRES);
  return rules.hurt + along(rules.hurtZone, hectares);
}

const SQUARE_METRES = 10_000;

function menAmongBesiegers(state: GameState, turn: Turn, flight: Flight, stream: Stream): number {
  const sigma = sigmaOf(turn.rules, flight.height, state.sky.valley);
  const aim = strayFrom(stream, { east: flight.east, north: flight.north }, sigma);
  const heading = at(turn.board.air.along, flight.campRow);
  const length = at(turn.game.scenario.aircraft, flight.fleet).stickMetres;
  const groups = Math.ceil(flight.men / GROUP);
  let men = 0;
  for (let group = 0; group < groups; group += 1) {
    const place = strayFrom(stream, pointAlong(aim, heading, stickMetres(length, group, groups)), share(sigma, GROUP_SPREAD));
    if (at(state.ring.ground, hexOf(turn.board.grid, place)) === GROUND_BESIEGER) men += Math.min(GROUP, flight.men - group * GROUP);
  }
  return men;
}

/** Men come down closer to where they left than bundles do, permille of the spread. */
const GROUP_SPREAD = 500;
