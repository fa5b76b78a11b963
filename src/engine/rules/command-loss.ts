/**
 * Command loss: a shell in the command dugout.
 *
 * Of the rounds that fall on a post with a headquarters, a few come down near its dugout; what stands over it
 * decides whether one goes through. A battalion so hit is headless: it fights worse, its calls for protective fire
 * are lost, its orders come late. The shock may run up to the staff above, whose orders then come late too.
 * A headquarters whose post falls is lost with it. Source: rule set, group `command-loss`.
 */
import { at } from '../board.ts';
import { along, clamp, share } from '../numbers.ts';
import { happens } from '../random.ts';
import { otherSide } from '../scenario.ts';
import type { GameState, PostState } from '../state.ts';
import { clockOf } from '../turn-context.ts';
import type { Turn } from '../turn-context.ts';

/** After the fire of a pulse: headquarters that were hit. */
export function commandLoss(state: GameState, turn: Turn): void {
  if (turn.shelled?.length === 0) return;
  for (const row of turn.board.headquarters) {
    const seat = at(turn.board.seatRow, row);
    const post = at(state.posts, seat);
    if (!isShelled(turn, seat, post) || at(state.formations, row).headlessUntil > clockOf(turn)) continue;
    const facts = at(turn.board.formations, row);
    const chance = post.holder === otherSide(facts.side) ? 0 : chanceOfHit(turn, row, post);
    if (chance > 0 && happens(turn.draws('command-loss', facts.id), chance)) hit(state, turn, row, post);
  }
}

/** True for a post under fire in this pulse; what has fallen on it is looked at where the turn does not know. */
function isShelled({ shelled }: Turn, row: number, post: PostState): boolean {
  return shelled === null ? post.shelled.some((rounds) => rounds > 0) : shelled.includes(row);
}

/** After the fighting of a pulse: headquarters whose posts fell in it. */
export function headquartersFallen(state: GameState, turn: Turn): void {
  if (state.ring.changes === turn.counted.changes) return;
  turn.counted.changes = state.ring.changes;
  const clock = clockOf(turn);
  for (const row of turn.board.headquarters) {
    const post = at(state.posts, at(turn.board.seatRow, row));
    if (post.heldSince !== clock) continue;
    const lost = post.holder === otherSide(at(turn.board.formations, row).side);
    if (lost && at(state.formations, row).headlessUntil <= clock) loseHead(state, turn, row);
  }
}

/** Permille that this pulse's shells do for the command dugout of a post. */
function chanceOfHit(turn: Turn, row: number, post: PostState): number {
  const rules = turn.rules['command-loss'];
  let power = 0;
  for (let column = 0; column < post.shelled.length; column += 1) {
    const rounds = at(post.shelled, column);
    if (rounds > 0) power += share(rounds, turn.rules.weapons[at(turn.board.weapons, column)]?.pierce ?? 0);
  }
  const pierce = along(rules.pierce, at(turn.board.posts, at(turn.board.seatRow, row)).facts.coverCentimetres);
  return Math.min(1000, share(power * rules.dugoutShare, pierce));
}

function hit(state: GameState, turn: Turn, row: number, post: PostState): void {
  const formation = at(state.formations, row);
  const facts = at(turn.board.formations, row);
  formation.leadersHit += 1;
  turn.tell({ type: 'command-post-hit', side: facts.side, formation: facts.id, post: post.id });
  if (facts.kind === 'battalion') loseHead(state, turn, row);
  else shock(state, turn, row);
  const above = turn.board.battleOrder.chain[row]?.[1];
  if (above !== undefined && happens(turn.draws('command-loss', facts.id), turn.rules['command-loss'].staffShock)) shock(state, turn, above);
}

/** Its companies fight on without their commander. */
function loseHead(state: GameState, turn: Turn, row: number): void {
  const facts = at(turn.board.formations, row);
  if (facts.kind !== 'battalion') return shock(state, turn, row);
  const rules = turn.rules['command-loss'];
  at(state.formations, row).headlessUntil = clockOf(turn) + rules.headlessPulses;
  turn.tell({ type: 'battalion-headless', side: facts.side, formation: facts.id, pulses: rules.headlessPulses });
  for (const own of at(turn.board.battleOrder.unitsOf, row)) {
    const unit = at(state.units, own);
    if (unit.men === 0) continue;
    unit.cohesion = clamp(unit.cohesion - rules.cohesion, 0, 1000);
    const causes = [{ cause: 'leader-hit' as const, points: -rules.cohesion }];
    turn.tell({ type: 'cohesion-changed', side: facts.side, unit: unit.id, to: unit.cohesion, causes });
  }
}

function shock(state: GameState, turn: Turn, row: number): void {
  const formation = at(state.formations, row);
  const { id, side } = at(turn.board.formations, row);
  const pulses = turn.rules['command-loss'].shockPulses;
  formation.shockedUntil = Math.max(formation.shockedUntil, clockOf(turn) + pulses);
  turn.tell({ type: 'staff-shocked', side, formation: id, pulses });
}
