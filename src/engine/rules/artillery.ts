/**
 * Artillery: shells on posts and trenches, and protective fire before posts that are stormed.
 *
 * Fire harms by weight of shell, by how well it is observed and by what stands over the men; it wears down works
 * and wire and keeps the defenders down for hours. Shells on the command dugout are left in `shelled` for the
 * rule of command loss; what protective fire does to men in the open is left on the assault. Source: rule set,
 * groups `artillery` and `weapons`.
 */
import { at, postOf, rowOf } from '../board.ts';
import { fireMission } from '../guns.ts';
import { hurtAll, unitsIn, menIn } from '../people.ts';
import { metresBetween, share } from '../numbers.ts';
import { otherSide } from '../scenario.ts';
import type { SideId } from '../scenario.ts';
import { biteOf, shellingHarm } from '../shelling.ts';
import type { AssaultState, GameState, PostState, UnitState } from '../state.ts';
import { isHeadless } from '../storm-state.ts';
import type { Mission, Turn } from '../turn-context.ts';
import type { Rules } from '../tunables.ts';
import { headHex, seesHex } from '../watch.ts';
import type { Seen } from '../watch.ts';

/** One pulse of fire on posts, trenches and the ground before the wire. */
export function artillery(state: GameState, turn: Turn): void {
  for (const post of state.posts) ease(post, turn);
  for (const assault of state.assaults) assault.protectiveFire = 0;
  for (const mission of turn.missions) {
    if (mission.aim.kind === 'battery') continue;
    fireMission(state, turn, mission);
    if (mission.aim.kind === 'post') markShelled(state, turn, mission);
    if (mission.aim.kind === 'approach') shellTrench(state, turn, mission);
    if (mission.aim.kind === 'wire') protect(state, turn, mission);
  }
  for (const post of state.posts) if (post.shelled.some((rounds) => rounds > 0)) shellPost(state, turn, post);
}

/** Crews get up again as the fire moves on. */
function ease(post: PostState, turn: Turn): void {
  post.suppression = share(post.suppression, turn.rules.artillery.suppressionDecay);
  post.shelled = post.shelled.map(() => 0);
}

function markShelled(state: GameState, turn: Turn, mission: Mission): void {
  const post = at(state.posts, rowOf(turn.board.postRow, mission.aim.id));
  const column = rowOf(turn.board.weaponRow, at(turn.board.batteries, mission.battery).weapon);
  post.shelled[column] = at(post.shelled, column) + mission.rounds;
}

/** All that fell on a post in this pulse. */
function shellPost(state: GameState, turn: Turn, post: PostState): void {
  const side = holderOf(post);
  const units = unitsIn(state, turn.board, post.id, side);
  const { hex } = postOf(turn.board, post.id);
  const by = otherSide(side);
  const before = { men: menIn(state, turn.board, post.id, side), works: post.works, wire: post.wire, suppression: post.suppression };
  const seen = seesHex(state, turn, by, hex, turn.rules.observation.daySight);
  const harm = shellingHarm(turn.rules, turn.board.weapons, post.shelled, before, effectOf(turn.rules, seen, turn.rules.artillery.registered));
  hurtAll(state, turn, units, harm.casualties, turn.rules.assault.defenderKilled, 'shelling');
  post.works = harm.works;
  post.wire = harm.wire;
  post.suppression = harm.suppression;
  const rounds = post.shelled.reduce((sum, count) => sum + count, 0);
  state.ground.craters[hex] = at(state.ground.craters, hex) + rounds;
  turn.tell({ type: 'post-shelled', post: post.id, by, rounds, suppression: post.suppression, works: post.works, wire: post.wire });
}

function holderOf(post: PostState): SideId {
  return post.holder === 'besieger' ? 'besieger' : 'garrison';
}

/** Permille of the full effect of fire, by how its target is observed; `unseen` where it is not. */
function effectOf({ artillery: rules }: Rules, seen: Seen, unseen: number): number {
  switch (seen) {
    case 'day': return rules.observed;
    case 'flares': return rules.flares;
    case 'no': return unseen;
  }
}

/** Shells on those who dig or wait in a trench. */
function shellTrench(state: GameState, turn: Turn, mission: Mission): void {
  const approach = state.approaches.find(({ id }) => id === mission.aim.id);
  if (approach === undefined) return;
  const battery = at(turn.board.batteries, mission.battery);
  const hex = headHex(approach);
  const seen = seesHex(state, turn, battery.side, hex, turn.rules.observation.menSight);
  const effect = effectOf(turn.rules, seen, turn.rules.artillery.blind);
  const kill = mission.rounds * (turn.rules.weapons[battery.weapon]?.kill ?? 0);
  const units = approach.post === null ? [] : diggersAt(state, turn, approach.post);
  hurtAll(state, turn, units, share(share(kill, effect), 1000 - turn.rules.artillery.trenchCover), turn.rules.assault.killedShare, 'shelling');
  state.ground.craters[hex] = at(state.ground.craters, hex) + mission.rounds;
}

/** Battalions that have orders to dig towards a post. */
function diggersAt(state: GameState, turn: Turn, post: string): UnitState[] {
  const ids = turn.given.flatMap((given) => (given.order.kind === 'dig' && given.order.post === post && !given.lost ? given.order.units : []));
  return state.units.filter((unit) => ids.includes(unit.id) && unit.men > 0);
}

/** Final protective fire: what the guns would do to men in the open before the wire. */
function protect(state: GameState, turn: Turn, mission: Mission): void {
  const assault = state.assaults.find(({ post, ended }) => post === mission.aim.id && ended === 'no');
  if (assault === undefined) return;
  const battery = at(turn.board.batteries, mission.battery);
  const rounds = turn.board.weapons.map((weapon) => (weapon === battery.weapon ? mission.rounds : 0));
  const harm = biteOf(turn.rules, turn.board.weapons, rounds) * turn.rules.artillery.protectEffect;
  assault.protectiveFire += share(share(harm, far(turn, mission)), headlessShare(state, turn, assault));
}

function far(turn: Turn, mission: Mission): number {
  const battery = at(turn.board.batteries, mission.battery);
  const metres = metresBetween(battery, postOf(turn.board, mission.aim.id).facts);
  return metres > turn.rules.artillery.protectFarMetres ? turn.rules.artillery.protectFar : 1000;
}

/** A post without its commander calls for fire late and in the wrong place. */
function headlessShare(state: GameState, turn: Turn, assault: AssaultState): number {
  const units = unitsIn(state, turn.board, assault.post, 'garrison');
  return units.some((unit) => isHeadless(state, turn, unit)) ? turn.rules.artillery.protectHeadless : 1000;
}
