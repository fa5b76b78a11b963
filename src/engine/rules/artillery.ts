/**
 * Artillery: shells on posts, trenches, strips and camps, and protective fire before posts that are stormed.
 *
 * Fire harms by weight of shell, by how well it is observed and by what stands over the men; it wears down works
 * and wire and keeps the defenders down for hours. On a strip it tears up the runway; over a camp it falls among
 * those who move about and keeps men under cover. Shells on the command dugout are left in `shelled` for the
 * rule of command loss; what protective fire does to men in the open is left on the assault, the rounds that
 * harassed a camp in `harassed`. Source: rule set, groups `artillery` and `weapons`.
 */
import { at, postOf, rowOf } from '../board.ts';
import { middleOf } from '../fire-plan.ts';
import { fireMission } from '../guns.ts';
import { hexOf } from '../hex.ts';
import { hurt, hurtAll, menOf, unitsIn } from '../people.ts';
import { clamp, share } from '../numbers.ts';
import { protectiveFireOf } from '../protective-fire.ts';
import { otherSide } from '../scenario.ts';
import type { SideId } from '../scenario.ts';
import { biteOf, shellingHarm } from '../shelling.ts';
import type { CampState } from '../state-siege.ts';
import type { ApproachState, GameState, PostState, UnitState } from '../state.ts';
import type { Mission, Turn } from '../turn-context.ts';
import type { Rules } from '../tunables.ts';
import { headHex, seesHex } from '../watch.ts';
import type { Seen } from '../watch.ts';

/** One pulse of fire on everything but guns. */
export function artillery(state: GameState, turn: Turn): void {
  for (const post of state.posts) ease(post, turn);
  if (turn.pulse === 0) for (const camp of state.camps) camp.harassed = 0;
  for (const mission of turn.missions) {
    if (mission.aim.kind === 'battery') continue;
    fireMission(state, turn, mission);
    if (mission.aim.kind === 'post') markShelled(state, turn, mission);
    if (mission.aim.kind === 'approach') shellTrench(state, turn, mission);
  }
  for (const one of state.assaults) one.protectiveFire = protectiveFireOf(state, turn, one.post, otherSide(one.side));
  if (turn.missions.length === 0) return;
  for (const post of state.posts) if (post.shelled.some((rounds) => rounds > 0)) shellPost(state, turn, post);
  if (turn.missions.some(({ aim }) => aim.kind === 'strip')) for (const strip of turn.game.scenario.map.strips) shellStrip(state, turn, strip);
  if (turn.missions.some(({ aim }) => aim.kind === 'zone')) for (const camp of state.camps) shellZone(state, turn, camp);
}

/** Crews get up again as the fire moves on. */
function ease(post: PostState, turn: Turn): void {
  if (post.suppression > 0) post.suppression = share(post.suppression, turn.rules.artillery.suppressionDecay);
  for (let column = 0; column < post.shelled.length; column += 1) if (post.shelled[column] !== 0) post.shelled[column] = 0;
}

function markShelled(state: GameState, turn: Turn, mission: Mission): void {
  const post = at(state.posts, rowOf(turn.board.postRow, mission.aim.id));
  const column = at(turn.board.batteryColumn, mission.battery);
  post.shelled[column] = at(post.shelled, column) + mission.rounds;
}

/** All that fell on a post in this pulse. */
function shellPost(state: GameState, turn: Turn, post: PostState): void {
  const side = holderOf(post);
  const units = unitsIn(state, turn.board, post.id, side);
  const { hex, facts } = postOf(turn.board, post.id);
  const by = otherSide(side);
  const before = { men: menOf(units), works: post.works, wire: post.wire, suppression: post.suppression, cellar: facts.cellar };
  const seen = seesHex(state, turn, by, hex, turn.rules.observation.daySight);
  const harm = shellingHarm(turn.rules, turn.board.weapons, post.shelled, before, effectOf(turn.rules, seen, turn.rules.artillery.registered));
  hurtAll(state, turn, units, harm.casualties, turn.rules.assault.defenderKilled, 'shelling');
  post.works = harm.works;
  post.wire = harm.wire;
  post.suppression = harm.suppression;
  const rounds = sumOf(post.shelled);
  crater(state, hex, rounds);
  turn.tell({ type: 'post-shelled', post: post.id, by, rounds, suppression: post.suppression, works: post.works, wire: post.wire });
}

function holderOf(post: PostState): SideId {
  return post.holder === 'besieger' ? 'besieger' : 'garrison';
}

function sumOf(rounds: readonly number[]): number {
  let sum = 0;
  for (const count of rounds) sum += count;
  return sum;
}

function crater(state: GameState, hex: number, rounds: number): void {
  state.ground.craters[hex] = at(state.ground.craters, hex) + rounds;
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
  const units = inTrench(state, turn, approach, hex);
  hurtAll(state, turn, units, share(share(kill, effect), 1000 - turn.rules.artillery.trenchCover), turn.rules.assault.killedShare, 'shelling');
  crater(state, hex, mission.rounds);
}

/** Battalions that have orders to dig the trench, wait at its head, or lie in what they have taken of its post. */
function inTrench(state: GameState, turn: Turn, approach: ApproachState, head: number): UnitState[] {
  const ids: string[] = [];
  const { dig = [], encircle = [] } = turn.byKind;
  for (const { order, lost } of [...dig, ...encircle]) if (order.post === approach.post && !lost) ids.push(...order.units);
  const lodged = approach.post === null ? null : at(state.posts, rowOf(turn.board.postRow, approach.post));
  const post = lodged?.holder === 'contested' ? postOf(turn.board, lodged.id).hex : head;
  return state.units.filter((unit, row) => {
    if (unit.men === 0 || unit.post !== null || at(turn.board.units, row).side !== 'besieger') return false;
    return ids.includes(unit.id) || unit.hex === head || unit.hex === post;
  });
}

/** Rounds of this pulse on a strip or a camp, by weapon; null where none fell. */
function roundsOn(turn: Turn, kind: 'strip' | 'zone', id: string): number[] | null {
  let rounds: number[] | null = null;
  for (const { aim, battery, rounds: fired } of turn.missions) {
    if (aim.kind !== kind || aim.id !== id) continue;
    rounds ??= turn.board.weapons.map(() => 0);
    const column = at(turn.board.batteryColumn, battery);
    rounds[column] = at(rounds, column) + fired;
  }
  return rounds;
}

/** Craters in the runway; each finds less left to tear up. */
function shellStrip(state: GameState, turn: Turn, facts: Turn['game']['scenario']['map']['strips'][number]): void {
  const rounds = roundsOn(turn, 'strip', facts.id);
  const strip = state.air.strips.find(({ id }) => id === facts.id);
  if (rounds === null || strip === undefined) return;
  const hex = hexOf(turn.board.grid, middleOf(facts));
  const seen = seesHex(state, turn, 'besieger', hex, turn.rules.observation.daySight);
  const bite = share(biteOf(turn.rules, turn.board.weapons, rounds), effectOf(turn.rules, seen, turn.rules.artillery.registered));
  const torn = share(Math.floor((bite * turn.rules.artillery.stripCraters) / 1000), 1000 - strip.craters);
  strip.craters = clamp(strip.craters + torn, 0, 1000);
  crater(state, hex, sumOf(rounds));
  turn.tell({ type: 'strip-shelled', strip: strip.id, rounds: sumOf(rounds), craters: strip.craters });
}

/** Shells over a camp: they find one of the units that move about in it, and keep everyone near cover. */
function shellZone(state: GameState, turn: Turn, camp: CampState): void {
  const rounds = roundsOn(turn, 'zone', camp.id);
  if (rounds === null) return;
  const { artillery: rules } = turn.rules;
  const hex = hexOf(turn.board.grid, { east: camp.aimEast, north: camp.aimNorth });
  const seen = seesHex(state, turn, 'besieger', hex, turn.rules.observation.daySight);
  const bite = share(biteOf(turn.rules, turn.board.weapons, rounds), effectOf(turn.rules, seen, rules.registered));
  const fallen = sumOf(rounds);
  camp.harassed += fallen;
  crater(state, hex, fallen);
  turn.tell({ type: 'zone-shelled', camp: camp.id, rounds: fallen });
  const unit = whoIsFound(state, turn, camp);
  if (unit === null) return;
  hurt(state, turn, unit, bite * rules.zoneKill, turn.rules.assault.defenderKilled, 'shelling');
  const nerves = Math.min(unit.cohesion, Math.floor((fallen * rules.zoneNerves) / 100));
  if (nerves === 0) return;
  unit.cohesion -= nerves;
  turn.tell({ type: 'cohesion-changed', side: 'garrison', unit: unit.id, to: unit.cohesion, causes: [{ cause: 'shelling', points: -nerves }] });
}

/** One of the camp's units, by chance and by its men: services and reserves move about, the others lie in their posts. */
function whoIsFound(state: GameState, turn: Turn, camp: CampState): UnitState | null {
  const about: UnitState[] = [];
  for (const [row, unit] of state.units.entries()) {
    const facts = at(turn.board.units, row);
    if (unit.men === 0 || unit.post === null || facts.side !== 'garrison' || postOf(turn.board, unit.post).facts.camp !== camp.id) continue;
    if (facts.arm === 'services' || unit.duty === 'waiting') about.push(unit);
  }
  const men = menOf(about);
  if (men === 0) return null;
  let pick = turn.draws('artillery', camp.id).below(men);
  for (const unit of about) {
    if (pick < unit.men) return unit;
    pick -= unit.men;
  }
  return null;
}
