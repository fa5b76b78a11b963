/** Draws the line between what a side has and what it sees: views of the state. */
import { at, rowOf } from './board.ts';
import { siegeParts } from './fog-siege.ts';
import type { SideId } from './scenario.ts';
import type { ApproachSighting } from './known.ts';
import type { GameState, PostState } from './state.ts';
import { isNight } from './turn-context.ts';
import type { Game } from './turn-context.ts';
import type { ApproachView, AssaultView, BatteryView, ContactView, FixView, FormationView, PostView, SideView, UnitView } from './view.ts';

/** The siege as one side sees it. */
export function viewFor(game: Game, state: GameState, side: SideId): SideView {
  const { scenario, board } = game;
  const { id, title, briefing, sides, calendar, map, rules, theatre, camps, victory, commanders, climate, conference } = scenario;
  const own = { aircraft: side === 'garrison' ? scenario.aircraft : [], individuals: side === 'garrison' ? scenario.individuals : null, supplyLine: side === 'besieger' ? scenario.supplyLine : null };
  const approaches = approachViews(state, side);
  const trench = trenchSeen(game, state, side, approaches);
  return {
    side,
    turn: state.turn,
    turns: calendar.turns,
    night: isNight(scenario, state.verdict === null ? state.turn : state.verdict.turn),
    verdict: state.verdict,
    sky: { valley: state.sky.valley, bases: side === 'garrison' ? state.sky.bases : 'clear', mud: state.sky.mud },
    facts: { id, title, briefing, sides, calendar, map, rules, theatre, camps, victory, commanders, climate, conference, ...own },
    weapons: board.weapons,
    posts: postViews(game, state, side),
    units: unitViews(game, state, side),
    batteries: batteryViews(game, state, side),
    formations: formationViews(game, state, side),
    dumps: state.dumps.flatMap((dump, row) => (at(scenario.dumps, row).side === side ? [{ ...dump, name: dump.id, camp: at(scenario.dumps, row).camp }] : [])),
    approaches,
    assaults: assaultViews(state, side),
    contacts: contactViews(game, state, side),
    fixes: fixViews(state, side),
    ...siegeParts(game, state, side, trench),
    trench,
    craters: state.ground.craters,
    ledger: state.ledger[side],
  };
}

/** Men and wounded of a side by the row of the post they stand in. */
interface Garrisoned {
  readonly men: number[];
  readonly wounded: number[];
}

function garrisoned({ board }: Game, state: GameState, side: SideId): Garrisoned {
  const men = state.posts.map(() => 0);
  const wounded = men.slice();
  for (const [row, unit] of state.units.entries()) {
    if (unit.post === null || at(board.units, row).side !== side) continue;
    const post = rowOf(board.postRow, unit.post);
    men[post] = at(men, post) + unit.men;
    wounded[post] = at(wounded, post) + unit.wounded;
  }
  return { men, wounded };
}

function postViews(game: Game, state: GameState, side: SideId): PostView[] {
  const inside = garrisoned(game, state, side);
  return state.posts.map((post, row) => postView(game, state, side, post, row, inside));
}

function postView({ board, scenario }: Game, state: GameState, side: SideId, post: PostState, row: number, inside: Garrisoned): PostView {
  const { facts, hex, hill } = at(board.posts, row);
  const exact = side === 'garrison' ? post.holder !== 'besieger' : post.holder === 'besieger';
  const seen = exact ? undefined : state.known[side].posts.find((sighting) => sighting.post === post.id);
  return {
    id: post.id, names: facts.names, group: facts.group, hex, hill,
    inTheatre: scenario.theatre.length === 0 || scenario.theatre.includes(post.id),
    east: facts.east, north: facts.north, lengthMetres: facts.lengthMetres, widthMetres: facts.widthMetres, axisDegrees: facts.axisDegrees,
    holder: post.holder, exact, lodgement: post.lodgement, cutOffSince: post.cutOffSince, camp: facts.camp,
    stormedAt: post.stormedAt, failedAssaults: post.failedAssaults, heldSince: post.heldSince,
    seenTurn: exact ? state.turn : (seen?.turn ?? 0),
    men: exact ? at(inside.men, row) : (seen?.men ?? 0),
    works: exact ? post.works : (seen?.works ?? 0),
    wire: exact ? post.wire : (seen?.wire ?? 0),
    suppression: exact ? post.suppression : 0,
    wounded: exact ? at(inside.wounded, row) : 0,
    coverCentimetres: exact ? facts.coverCentimetres : null,
  };
}

// Written out field by field: views are made twice a turn, and spreading some two hundred rows is ten times slower.
function unitViews({ board }: Game, state: GameState, side: SideId): UnitView[] {
  const views: UnitView[] = [];
  for (const [row, unit] of state.units.entries()) {
    const facts = at(board.units, row);
    if (facts.side !== side) continue;
    views.push({
      id: unit.id, men: unit.men, wounded: unit.wounded, away: unit.away, tanks: unit.tanks, cohesion: unit.cohesion, quality: unit.quality,
      hex: unit.hex, post: unit.post, march: unit.march, duty: unit.duty, lostLately: unit.lostLately, menBefore: unit.menBefore,
      remainder: unit.remainder, killedRemainder: unit.killedRemainder,
      name: facts.name, kind: facts.kind, arm: facts.arm, formation: facts.formation, menAtStart: facts.men,
      reserve: facts.reserve, jumps: facts.jumps, arrivesTurn: facts.arrivesTurn,
    });
  }
  return views;
}

function batteryViews({ board, scenario }: Game, state: GameState, side: SideId): BatteryView[] {
  const views: BatteryView[] = [];
  for (const [row, battery] of state.batteries.entries()) {
    const facts = at(board.batteries, row);
    if (facts.side !== side) continue;
    views.push({
      id: battery.id, east: battery.east, north: battery.north, hex: battery.hex, cover: battery.cover, movingUntil: battery.movingUntil,
      tubes: battery.tubes, damaged: battery.damaged, gunners: battery.gunners, wounded: battery.wounded, ready: battery.ready,
      pinnedUntil: battery.pinnedUntil, firedAt: battery.firedAt, remainder: battery.remainder, mended: battery.mended,
      name: facts.name, weapon: facts.weapon, formation: facts.formation, post: facts.post, tubesAtStart: facts.tubes, dump: facts.dump,
      flak: (scenario.rules.weapons[facts.weapon]?.flak ?? 0) >= 1000,
    });
  }
  return views;
}

function formationViews({ board }: Game, state: GameState, side: SideId): FormationView[] {
  const views: FormationView[] = [];
  for (const [row, formation] of state.formations.entries()) {
    const facts = at(board.formations, row);
    if (facts.side !== side) continue;
    views.push({
      id: formation.id, headlessUntil: formation.headlessUntil, shockedUntil: formation.shockedUntil, will: formation.will,
      leadersHit: formation.leadersHit, rested: formation.rested,
      name: facts.name, kind: facts.kind, parent: facts.parent, post: facts.post, place: facts.place,
    });
  }
  return views;
}

/** The besieger knows his trenches; the garrison those heads that it has seen, as far as it saw them dug. */
function approachViews(state: GameState, side: SideId): ApproachView[] {
  const seen: Record<string, ApproachSighting> = Object.create(null) as Record<string, ApproachSighting>;
  if (side === 'garrison') for (const sighting of state.known.garrison.approaches) seen[sighting.approach] = sighting;
  const views: ApproachView[] = [];
  for (const { id, kind, post, path, lengthMetres, dugMetres } of state.approaches) {
    const sighting = seen[id];
    if (side === 'besieger') views.push({ id, kind, post, path, lengthMetres, dugMetres, seenTurn: state.turn });
    else if (sighting !== undefined) views.push({ id, kind, post, path, lengthMetres, dugMetres: lengthMetres - sighting.headMetres, seenTurn: sighting.turn });
  }
  return views;
}

/** An assault on a post is no secret to those in it. */
function assaultViews(state: GameState, side: SideId): AssaultView[] {
  return state.assaults.map((assault) => ({
    id: assault.id, side: assault.side, post: assault.post, begun: assault.begun, ended: assault.ended,
    own: assault.side === side ? assault : null,
  }));
}

function contactViews({ board }: Game, state: GameState, side: SideId): ContactView[] {
  return state.known[side].contacts.map(({ unit, hex, men, turn }, index) => ({
    id: `contact-${String(index + 1)}`, hex, men, turn, kind: at(board.units, rowOf(board.unitRow, unit)).kind,
  }));
}

function fixViews(state: GameState, side: SideId): FixView[] {
  return state.known[side].fixes.map(({ id, weapon, east, north, errorMetres, how, turn }) => ({ id, weapon, east, north, errorMetres, how, turn }));
}

/** Trench by hex: the garrison knows it along the approaches that it has seen, as far as it saw them dug. */
function trenchSeen({ board }: Game, state: GameState, side: SideId, approaches: readonly ApproachView[]): readonly number[] {
  if (side === 'besieger') return state.ground.trench;
  const seen = new Array<number>(board.heights.length).fill(0);
  for (const { path, dugMetres } of approaches) {
    let metres = dugMetres;
    for (const hex of path) {
      const here = Math.min(metres, board.grid.stepMetres);
      if (here <= 0) break;
      if (here > (seen[hex] ?? 0)) seen[hex] = here;
      metres -= here;
    }
  }
  return seen;
}
