/** The state on the first morning, read off the scenario. */
import { at, postOf } from './board.ts';
import type { Board } from './board.ts';
import { hexOf } from './hex.ts';
import { clamp, metresBetween } from './numbers.ts';
import { cheapestWay, stepTable } from './path.ts';
import { SIDES } from './scenario.ts';
import { hexMetres, inSight } from './sight.ts';
import { headHex } from './watch.ts';
import type { ApproachFacts, BatteryFacts, PostFacts, Scenario, SideId, UnitFacts } from './scenario.ts';
import { emptyLedger, goodsList, openingAir, openingCamps, openingRear, openingRing } from './start-siege.ts';
import type { ApproachSighting, Fix, Known } from './known.ts';
import type { ApproachState, BatteryState, GameState, PostState, UnitState } from './state.ts';

/** The opening state of a siege. */
export function openingState(scenario: Scenario, board: Board): GameState {
  const state: GameState = {
    turn: 0,
    verdict: null,
    sky: { valley: scenario.climate.opening, bases: scenario.climate.opening, mud: scenario.climate.mud },
    posts: scenario.posts.map((facts) => openingPost(facts, board)),
    formations: scenario.formations.map(({ id, will }) => ({ id, headlessUntil: 0, shockedUntil: 0, will, leadersHit: 0, rested: 0 })),
    units: scenario.units.map((facts) => openingUnit(facts, board)),
    batteries: scenario.batteries.map((facts, row) => openingBattery(facts, at(board.batteryHex, row))),
    dumps: scenario.dumps.map(({ id, rounds, goods }) => ({ id, rounds: board.weapons.map((weapon) => rounds[weapon] ?? 0), goods: goodsList(goods) })),
    approaches: scenario.approaches.map((facts) => openingApproach(facts, board)),
    assaults: [],
    camps: openingCamps(scenario, board),
    ring: openingRing(board),
    air: openingAir(scenario),
    loads: [],
    galleries: [],
    rear: openingRear(scenario, board),
    ground: { trench: board.heights.map(() => 0), craters: board.heights.map(() => 0) },
    known: { garrison: nothingKnown(), besieger: nothingKnown() },
    ledger: { garrison: emptyLedger(board), besieger: emptyLedger(board) },
  };
  for (const approach of state.approaches) layTrench(state, board, approach);
  readyRounds(state, scenario, board);
  for (const side of SIDES) state.known[side] = openingKnowledge(scenario, board, state, side);
  return state;
}

function openingPost(facts: PostFacts, board: Board): PostState {
  return {
    id: facts.id, holder: facts.stands ? 'garrison' : 'empty', works: facts.stands ? facts.works : 0, wire: facts.stands ? facts.wire : 0,
    lodgement: 0, suppression: 0, shelled: board.weapons.map(() => 0), failedAssaults: 0, heldSince: -1, cutOffSince: -1, stormedAt: -1,
  };
}

function openingUnit(facts: UnitFacts, board: Board): UnitState {
  const here = facts.arrivesTurn === 0 && !facts.jumps;
  const post = here ? facts.post : null;
  const place = facts.post === null ? facts.place : postOf(board, facts.post).facts;
  if (place === null && here) throw new Error(`unit ${facts.id}: neither post nor place`);
  return {
    id: facts.id, men: here ? facts.men : 0, wounded: 0, away: here ? 0 : facts.men, tanks: facts.tanks,
    cohesion: facts.cohesion, quality: facts.quality,
    hex: place === null ? 0 : hexOf(board.grid, place), post, march: null,
    duty: !here ? 'away' : post !== null && !facts.reserve ? 'holding' : 'waiting',
    lostLately: 0, menBefore: here ? facts.men : 0, remainder: 0, killedRemainder: 0,
  };
}

function openingBattery(facts: BatteryFacts, hex: number): BatteryState {
  const here = facts.arrivesTurn === 0;
  return {
    id: facts.id, east: facts.east, north: facts.north, hex, cover: facts.cover, movingUntil: 0,
    tubes: here ? facts.tubes : 0, damaged: 0, gunners: here ? facts.gunners : 0, wounded: 0, ready: 0,
    pinnedUntil: 0, firedAt: -1, remainder: 0, mended: 0,
  };
}

function openingApproach(facts: ApproachFacts, board: Board): ApproachState {
  const post = postOf(board, facts.post);
  const from = hexOf(board.grid, facts.from);
  const way = cheapestWay(board, stepTable(board, () => 1), [], from, post.hex, 1);
  const lengthMetres = Math.max(0, metresBetween(facts.from, post.facts) - post.reachMetres);
  return {
    id: facts.id, kind: 'sap', post: facts.post, path: [from, ...(way?.path ?? [])], lengthMetres,
    dugMetres: clamp(lengthMetres - facts.headMetres, 0, lengthMetres), laidAt: 0,
  };
}

/** Trench lies in every hex that the head has passed. */
function layTrench(state: GameState, board: Board, approach: ApproachState): void {
  let metres = approach.dugMetres;
  for (const hex of approach.path) {
    const here = Math.min(metres, board.grid.stepMetres);
    state.ground.trench[hex] = at(state.ground.trench, hex) + here;
    metres -= here;
    if (metres <= 0) return;
  }
}

/** Half of what may lie ready is beside the guns when the first shell is fired; it comes out of the dumps. */
function readyRounds(state: GameState, scenario: Scenario, board: Board): void {
  for (const [row, battery] of state.batteries.entries()) {
    const facts = at(scenario.batteries, row);
    const dump = at(state.dumps, scenario.dumps.findIndex(({ id }) => id === facts.dump));
    const column = board.weapons.indexOf(facts.weapon);
    const rounds = Math.min(Math.floor((battery.tubes * scenario.rules.supply.readyCap) / 2), at(dump.rounds, column));
    battery.ready = rounds;
    dump.rounds[column] = at(dump.rounds, column) - rounds;
  }
}

function nothingKnown(): Known {
  return { posts: [], fixes: [], fixesMade: 0, contacts: [], approaches: [] };
}

/** Posts, open pits and trench heads in sight lay in view for days; nothing else is known. */
function openingKnowledge(scenario: Scenario, board: Board, state: GameState, side: SideId): Known {
  const step = scenario.rules.observation.menRounding;
  const fixes = scenario.batteries.filter((battery) => battery.side !== side && battery.known).map(seenFix);
  return {
    ...nothingKnown(),
    posts: side === 'garrison' ? [] : state.posts.map((post) => ({
      post: post.id, turn: 0, holder: post.holder, works: tenths(post.works), wire: tenths(post.wire),
      men: Math.round(menOfPost(state, post.id) / step) * step,
    })),
    approaches: side === 'garrison' ? headsInSight(scenario, board, state) : [],
    fixes,
    fixesMade: fixes.length,
  };
}

/** Trench heads that a post looks down on by day. */
function headsInSight(scenario: Scenario, board: Board, state: GameState): ApproachSighting[] {
  const reach = scenario.rules.observation.menSight;
  return state.approaches.flatMap(({ id, path, lengthMetres, dugMetres }) => {
    const head = headHex({ path, lengthMetres, dugMetres });
    const seen = board.posts.some(({ hex }) => hexMetres(board, hex, head) <= reach && inSight(board, hex, head));
    return seen ? [{ approach: id, headMetres: lengthMetres - dugMetres, turn: 0 }] : [];
  });
}

function menOfPost(state: GameState, post: string): number {
  let men = 0;
  for (const unit of state.units) if (unit.post === post) men += unit.men;
  return men;
}

function tenths(value: number): number {
  return Math.round(value / 100) * 100;
}

function seenFix(facts: BatteryFacts, index: number): Fix {
  return { id: `fix-${index + 1}`, battery: facts.id, weapon: facts.weapon, east: facts.east, north: facts.north, errorMetres: 0, how: 'seen', turn: 0 };
}
