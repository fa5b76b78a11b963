/**
 * Artillery: shells on posts, trenches, strips and camps, and protective fire before posts that are stormed.
 *
 * Fire harms by weight of shell, by how well it is observed and by what stands over the men; it wears down works
 * and wire and keeps the defenders down for hours. On a strip it tears up the runway; over a camp it falls among
 * those who move about and keeps men under cover. Shells on the command dugout are left in `shelled` for the
 * rule of command loss; what protective fire does to men in the open is left on the assault, the rounds that
 * harassed a camp in `harassed`. Source: rule set, groups `artillery` and `weapons`.
 */
import { at, rowOf } from '../board.ts';
import type { BoardPost } from '../board.ts';
import { fireMission } from '../guns.ts';
import { hexOf } from '../hex.ts';
import { hurt, hurtAll, menOf, unitsIn } from '../people.ts';
import { clamp, share } from '../numbers.ts';
import { protectiveFireOf } from '../protective-fire.ts';
import { otherSide } from '../scenario.ts';
import type { SideId } from '../scenario.ts';
import { biteOf, shellingHarm } from '../shelling.ts';
import { rowsWhere } from '../side-rows.ts';
import { whereOf } from '../stations.ts';
import type { CampState } from '../state-siege.ts';
import { middleOfStrip } from '../strip-ground.ts';
import { approachOf } from '../trench.ts';
import type { ApproachState, GameState, PostState, UnitState } from '../state.ts';
import type { Mission, Turn } from '../turn-context.ts';
import type { Rules } from '../tunables.ts';
import { headHex, seesHex } from '../watch.ts';
import type { Seen } from '../watch.ts';

/** One pulse of fire on everything but guns. */
export function artillery(state: GameState, turn: Turn): void {
  ease(state, turn);
  if (turn.pulse === 0) for (const camp of state.camps) camp.harassed = 0;
  const aims = turn.missions.length === 0 ? 0 : fire(state, turn);
  for (const one of state.assaults) one.protectiveFire = protectiveFireOf(state, turn, one.post, otherSide(one.side));
  for (const row of turn.shelled ?? NONE) shellRow(state, turn, row);
  if ((aims & ON_STRIP) !== 0) for (const strip of turn.game.scenario.map.strips) shellStrip(state, turn, strip);
  if ((aims & ON_ZONE) !== 0) for (let row = 0; row < state.camps.length; row += 1) shellZone(state, turn, at(state.camps, row), row);
}

const NONE: readonly never[] = [];

/** Crews get up again as the fire moves on; within a turn only posts that were under fire an hour ago have shells to forget. */
function ease(state: GameState, turn: Turn): void {
  if (turn.shelled !== null) for (const row of turn.shelled) forget(at(state.posts, row));
  else for (let row = 0; row < state.posts.length; row += 1) forget(at(state.posts, row));
  turn.shelled = NONE;
  const rows = (turn.counted.keptDown ??= keptDown(state));
  let kept = 0;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    const post = at(state.posts, row);
    post.suppression = share(post.suppression, turn.rules.artillery.suppressionDecay);
    if (post.suppression === 0) continue;
    rows[kept] = row;
    kept += 1;
  }
  rows.length = kept;
}

function keptDown({ posts }: GameState): number[] {
  return rowsWhere(posts, ({ suppression }) => suppression > 0);
}

function forget({ shelled }: PostState): void {
  for (let column = 0; column < shelled.length; column += 1) if (shelled[column] !== 0) shelled[column] = 0;
}

/** Of what there was among the aims of a pulse. */
const ON_STRIP = 1;
const ON_ZONE = 2;

/** All missions but those on guns fire; gives which of the rarer aims there were. */
function fire(state: GameState, turn: Turn): number {
  let aims = 0;
  let shelled: number[] | null = null;
  for (const mission of turn.missions) {
    const { aim } = mission;
    if (aim.kind === 'battery') continue;
    fireMission(state, turn, mission);
    switch (aim.kind) {
      case 'post': markShelled(state, turn, mission, (shelled ??= [])); break;
      case 'approach': shellTrench(state, turn, mission); break;
      case 'strip': aims |= ON_STRIP; break;
      case 'zone': aims |= ON_ZONE; break;
      case 'wire': break;
    }
  }
  if (shelled !== null) turn.shelled = shelled.sort((a, b) => a - b);
  return aims;
}

function markShelled(state: GameState, turn: Turn, mission: Mission, rows: number[]): void {
  const row = rowOf(turn.board.postRow, mission.aim.id);
  const { shelled } = at(state.posts, row);
  const column = at(turn.board.batteryColumn, mission.battery);
  shelled[column] = at(shelled, column) + mission.rounds;
  if (!rows.includes(row)) rows.push(row);
}

function shellRow(state: GameState, turn: Turn, row: number): void {
  const post = at(state.posts, row);
  shellPost(state, turn, post, at(turn.board.posts, row));
  if (post.suppression > 0 && turn.counted.keptDown?.includes(row) === false) turn.counted.keptDown.push(row);
}

/** All that fell on a post in this pulse. */
function shellPost(state: GameState, turn: Turn, post: PostState, { hex, facts }: BoardPost): void {
  const side = holderOf(post);
  const units = unitsIn(state, turn, post.id, side);
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
  const approach = approachOf(state, mission.aim.id);
  if (approach === undefined) return;
  const { side } = at(turn.board.batteries, mission.battery);
  const hex = headHex(approach);
  const seen = seesHex(state, turn, side, hex, turn.rules.observation.menSight);
  const effect = effectOf(turn.rules, seen, turn.rules.artillery.blind);
  const kill = mission.rounds * at(turn.board.batteryWeapon, mission.battery).kill;
  const units = inTrench(state, turn, approach, hex);
  hurtAll(state, turn, units, share(share(kill, effect), 1000 - turn.rules.artillery.trenchCover), turn.rules.assault.killedShare, 'shelling');
  crater(state, hex, mission.rounds);
}

/** Battalions that have orders to dig the trench, wait at its head, or lie in what they have taken of its post. */
function inTrench(state: GameState, turn: Turn, approach: ApproachState, head: number): UnitState[] {
  const lodged = approach.post === null ? null : rowOf(turn.board.postRow, approach.post);
  const post = lodged !== null && at(state.posts, lodged).holder === 'contested' ? at(turn.board.posts, lodged).hex : head;
  const gangs = gangsOf(turn, approach.post);
  const rows = turn.board.rows.besieger.units;
  const units: UnitState[] = [];
  for (let index = 0; index < rows.length; index += 1) {
    const unit = state.units[rows[index] ?? 0];
    if (unit === undefined || unit.men === 0 || unit.post !== null) continue;
    if (unit.hex === head || unit.hex === post || isNamed(gangs, unit.id)) units.push(unit);
  }
  return units;
}

/** Battalions with orders to dig towards or round a post, order by order. */
function gangsOf({ byKind }: Turn, post: string | null): readonly (readonly string[])[] {
  const gangs: (readonly string[])[] = [];
  for (const { order, lost } of byKind.dig ?? NONE) if (order.post === post && !lost) gangs.push(order.units);
  for (const { order, lost } of byKind.encircle ?? NONE) if (order.post === post && !lost) gangs.push(order.units);
  return gangs;
}

function isNamed(gangs: readonly (readonly string[])[], unit: string): boolean {
  for (let row = 0; row < gangs.length; row += 1) if (gangs[row]?.includes(unit) === true) return true;
  return false;
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
  const hex = hexOf(turn.board.grid, middleOfStrip(facts));
  const seen = seesHex(state, turn, 'besieger', hex, turn.rules.observation.daySight);
  const bite = share(biteOf(turn.rules, turn.board.weapons, rounds), effectOf(turn.rules, seen, turn.rules.artillery.registered));
  const torn = share(Math.floor((bite * turn.rules.artillery.stripCraters) / 1000), 1000 - strip.craters);
  strip.craters = clamp(strip.craters + torn, 0, 1000);
  crater(state, hex, sumOf(rounds));
  turn.tell({ type: 'strip-shelled', strip: strip.id, rounds: sumOf(rounds), craters: strip.craters });
}

/** Shells over a camp: they find one of the units that move about in it, and keep everyone near cover. */
function shellZone(state: GameState, turn: Turn, camp: CampState, row: number): void {
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
  const unit = whoIsFound(state, turn, camp.id, row);
  if (unit === null) return;
  hurt(state, turn, unit, bite * rules.zoneKill, turn.rules.assault.defenderKilled, 'shelling');
  const nerves = Math.min(unit.cohesion, Math.floor((fallen * rules.zoneNerves) / 100));
  if (nerves === 0) return;
  unit.cohesion -= nerves;
  turn.tell({ type: 'cohesion-changed', side: 'garrison', unit: unit.id, to: unit.cohesion, causes: [{ cause: 'shelling', points: -nerves }] });
}

/** One of the camp's units, by chance and by its men: services and reserves move about, the others lie in their posts. */
function whoIsFound(state: GameState, turn: Turn, camp: string, campRow: number): UnitState | null {
  const { camps: { ofPost }, battleOrder: { behindLine }, rows } = turn.board;
  const { post } = whereOf(state, turn);
  const about: UnitState[] = [];
  for (const row of rows.garrison.units) {
    const here = post[row] ?? 0;
    if (here === ofPost.length || ofPost[here] !== campRow) continue;
    const unit = at(state.units, row);
    if (unit.men > 0 && (behindLine[row] === 1 || unit.duty === 'waiting')) about.push(unit);
  }
  const men = menOf(about);
  if (men === 0) return null;
  let pick = turn.draws('artillery', camp).below(men);
  for (const unit of about) {
    if (pick < unit.men) return unit;
    pick -= unit.men;
  }
  return null;
}
