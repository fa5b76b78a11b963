/**
 * Command loss: a shell in the command dugout.
 *
 * Of the rounds that fall on a post with a headquarters, a few come down near its dugout; what stands over it
 * decides whether one goes through. A battalion so hit is headless: it fights worse, its calls for protective fire
 * are lost, its orders come late. The shock may run up to the staff above, whose orders then come late too.
 * A headquarters whose post falls is lost with it. Source: rule set, group `command-loss`.
 */
import { at, postOf, rowOf } from '../board.ts';
import { along, clamp, share } from '../numbers.ts';
import { happens } from '../random.ts';
import { otherSide } from '../scenario.ts';
import type { FormationFacts } from '../scenario.ts';
import type { FormationState, GameState, PostState } from '../state.ts';
import { clockOf } from '../turn-context.ts';
import type { Turn } from '../turn-context.ts';

/** After the fire of a pulse: headquarters that were hit. */
export function commandLoss(state: GameState, turn: Turn): void {
  for (const row of turn.board.headquarters) {
    const formation = at(state.formations, row);
    const post = at(state.posts, at(turn.board.seatRow, row));
    if (!isShelled(post) || formation.headlessUntil > clockOf(turn)) continue;
    const facts = at(turn.board.formations, row);
    const chance = post.holder === otherSide(facts.side) ? 0 : chanceOfHit(turn, post);
    if (chance > 0 && happens(turn.draws('command-loss', facts.id), chance)) hit(state, turn, formation, facts, post);
  }
}

function isShelled(post: PostState): boolean {
  for (const rounds of post.shelled) if (rounds > 0) return true;
  return false;
}

/** After the fighting of a pulse: headquarters whose posts fell in it. */
export function headquartersFallen(state: GameState, turn: Turn): void {
  for (const row of turn.board.headquarters) {
    const post = at(state.posts, at(turn.board.seatRow, row));
    if (post.heldSince !== clockOf(turn)) continue;
    const formation = at(state.formations, row);
    const facts = at(turn.board.formations, row);
    if (formation.headlessUntil <= clockOf(turn) && post.holder === otherSide(facts.side)) loseHead(state, turn, formation, facts);
  }
}

/** Permille that this pulse's shells do for the command dugout of a post. */
function chanceOfHit(turn: Turn, post: PostState): number {
  const rules = turn.rules['command-loss'];
  let power = 0;
  for (const [column, weapon] of turn.board.weapons.entries()) {
    power += Math.floor(((post.shelled[column] ?? 0) * (turn.rules.weapons[weapon]?.pierce ?? 0)) / 1000);
  }
  const pierce = along(rules.pierce, postOf(turn.board, post.id).facts.coverCentimetres);
  return Math.min(1000, share(power * rules.dugoutShare, pierce));
}

function hit(state: GameState, turn: Turn, formation: FormationState, facts: FormationFacts, post: PostState): void {
  formation.leadersHit += 1;
  turn.tell({ type: 'command-post-hit', side: facts.side, formation: facts.id, post: post.id });
  if (facts.kind === 'battalion') loseHead(state, turn, formation, facts);
  else shock(state, turn, facts.id);
  if (facts.parent !== null && happens(turn.draws('command-loss', facts.id), turn.rules['command-loss'].staffShock)) shock(state, turn, facts.parent);
}

/** Its companies fight on without their commander. */
function loseHead(state: GameState, turn: Turn, formation: FormationState, facts: FormationFacts): void {
  if (facts.kind !== 'battalion') return shock(state, turn, facts.id);
  const rules = turn.rules['command-loss'];
  formation.headlessUntil = clockOf(turn) + rules.headlessPulses;
  turn.tell({ type: 'battalion-headless', side: facts.side, formation: facts.id, pulses: rules.headlessPulses });
  for (const [row, unit] of state.units.entries()) {
    if (at(turn.board.units, row).formation !== facts.id || unit.men === 0) continue;
    unit.cohesion = clamp(unit.cohesion - rules.cohesion, 0, 1000);
    const causes = [{ cause: 'leader-hit' as const, points: -rules.cohesion }];
    turn.tell({ type: 'cohesion-changed', side: facts.side, unit: unit.id, to: unit.cohesion, causes });
  }
}

function shock(state: GameState, turn: Turn, id: string): void {
  const formation = at(state.formations, rowOf(turn.board.formationRow, id));
  const { side } = at(turn.board.formations, rowOf(turn.board.formationRow, id));
  const pulses = turn.rules['command-loss'].shockPulses;
  formation.shockedUntil = Math.max(formation.shockedUntil, clockOf(turn) + pulses);
  turn.tell({ type: 'staff-shocked', side, formation: id, pulses });
}
