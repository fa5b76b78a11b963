/** Where men who came down among their own go: their unit at the command post, or the thinnest company of the best arm. */
import { at } from './board.ts';
import type { Board } from './board.ts';
import { permille } from './numbers.ts';
import type { UnitFacts } from './scenario.ts';
import type { GameState, UnitState } from './state.ts';
import { stand } from './stations.ts';
import { postRowOf } from './stations.ts';
import type { Flight, Turn } from './turn-context.ts';

/** The men of a unit gather about it; the first of them make it a reserve at the camp's command post. */
export function joinUnit(state: GameState, turn: Turn, flight: Flight, fit: number, wounded: number): string {
  const unit = at(state.units, flight.unitRow);
  const facts = at(turn.board.units, flight.unitRow);
  unit.away -= flight.men;
  if (unit.duty === 'away' || unit.duty === 'gone' || unit.men === 0) appear(turn, unit, facts, flight.campRow);
  add(unit, fit, wounded, facts.quality, facts.cohesion);
  return unit.id;
}

function appear(turn: Turn, unit: UnitState, facts: UnitFacts, campRow: number): void {
  const post = at(turn.board.posts, at(turn.board.camps.commandPost, campRow));
  unit.duty = 'waiting';
  stand(turn, unit, post.facts.id);
  unit.hex = post.hex;
  unit.march = null;
  unit.quality = facts.quality;
  unit.cohesion = facts.cohesion;
  unit.menBefore = 0;
  unit.lostLately = 0;
}

/** New men bring their own quality and spirit with them. */
function add(unit: UnitState, fit: number, wounded: number, quality: number, cohesion: number): void {
  const men = unit.men + fit;
  if (men > 0) {
    unit.quality = Math.floor((unit.quality * unit.men + quality * fit) / men);
    unit.cohesion = Math.floor((unit.cohesion * unit.men + cohesion * fit) / men);
  }
  unit.men = men;
  unit.menBefore += fit;
  unit.wounded += wounded;
  if (men === 0) unit.duty = unit.away > 0 ? 'away' : 'gone';
}

/** Single men fill the ranks of a company. */
export function joinCompany(state: GameState, turn: Turn, flight: Flight, unit: UnitState, fit: number, wounded: number): string {
  state.air.individualsReady -= flight.men;
  state.air.individualsJumped += flight.men;
  add(unit, fit, wounded, turn.game.scenario.individuals?.quality ?? unit.quality, unit.cohesion);
  return unit.id;
}

/** The company of the camp that single men would join: the best arm with gaps, and in it the company most short of men. */
export function thinnest(state: GameState, { board, rules }: Pick<Turn, 'board' | 'rules'>, campRow: number): UnitState | null {
  const rows = board.rows.garrison.units;
  let best: UnitState | null = null;
  let bestRank = 0;
  for (let index = 0; index < rows.length; index += 1) {
    const row = at(rows, index);
    const unit = at(state.units, row);
    if (unit.men === 0 || unit.post === null) continue;
    const strength = permille(unit.men, at(board.units, row).men);
    const rank = (strength < rules.jump.fillTo ? 0 : FULL) + at(board.air.armRank, row) * ARM + strength;
    if ((best !== null && rank >= bestRank) || !takesMen(state, board, row, unit, campRow)) continue;
    best = unit;
    bestRank = rank;
  }
  return best;
}

/** Any gap in a worse arm comes before a full company of a better one. */
const FULL = 1_000_000;
const ARM = 10_000;

/** In a post of the camp that can be walked to, and still a fighting unit. */
function takesMen(state: GameState, board: Board, row: number, unit: UnitState, campRow: number): boolean {
  if (unit.march !== null || unit.duty === 'broken') return false;
  const post = postRowOf(state, board, row, unit);
  if (post < 0 || board.camps.ofPost[post] !== campRow) return false;
  const { cutOffSince, holder } = at(state.posts, post);
  return cutOffSince < 0 && holder === 'garrison';
}
