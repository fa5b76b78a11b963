/** Draws the line between what a side has and what it sees: views of the state. */
import { at, postOf, rowOf } from './board.ts';
import { menIn, sideOf } from './people.ts';
import { siegeParts } from './fog-siege.ts';
import type { SideId } from './scenario.ts';
import type { GameState, PostState } from './state.ts';
import { isNight } from './turn-context.ts';
import type { Game } from './turn-context.ts';
import type { ApproachView, AssaultView, BatteryView, ContactView, FixView, FormationView, PostView, SideView, UnitView } from './view.ts';

/** The siege as one side sees it. */
export function viewFor(game: Game, state: GameState, side: SideId): SideView {
  const { scenario, board } = game;
  const { id, title, briefing, sides, calendar, map, rules, theatre, camps, victory, commanders, climate, conference } = scenario;
  const own = { aircraft: side === 'garrison' ? scenario.aircraft : [], individuals: side === 'garrison' ? scenario.individuals : null, supplyLine: side === 'besieger' ? scenario.supplyLine : null };
  const trench = trenchSeen(game, state, side);
  return {
    side,
    turn: state.turn,
    turns: calendar.turns,
    night: isNight(scenario, state.verdict === null ? state.turn : state.verdict.turn),
    verdict: state.verdict,
    sky: { valley: state.sky.valley, bases: side === 'garrison' ? state.sky.bases : 'clear', mud: state.sky.mud },
    facts: { id, title, briefing, sides, calendar, map, rules, theatre, camps, victory, commanders, climate, conference, ...own },
    weapons: board.weapons,
    posts: state.posts.map((post) => postView(game, state, side, post)),
    units: unitViews(game, state, side),
    batteries: batteryViews(game, state, side),
    formations: formationViews(game, state, side),
    dumps: state.dumps.flatMap((dump, row) => (at(scenario.dumps, row).side === side ? [{ ...dump, name: dump.id, camp: at(scenario.dumps, row).camp }] : [])),
    approaches: approachViews(state, side),
    assaults: assaultViews(state, side),
    contacts: contactViews(game, state, side),
    fixes: fixViews(state, side),
    ...siegeParts(game, state, side, trench),
    trench,
    craters: state.ground.craters,
    ledger: state.ledger[side],
  };
}

function postView({ board, scenario }: Game, state: GameState, side: SideId, post: PostState): PostView {
  const { facts, hex, hill } = postOf(board, post.id);
  const exact = side === 'garrison' ? post.holder !== 'besieger' : post.holder === 'besieger';
  const seen = state.known[side].posts.find((sighting) => sighting.post === post.id);
  const inTheatre = scenario.theatre.length === 0 || scenario.theatre.includes(post.id);
  const units = state.units.filter((unit) => unit.post === post.id && sideOf(board, unit.id) === side);
  return {
    id: post.id, names: facts.names, group: facts.group, hex, hill, inTheatre,
    east: facts.east, north: facts.north, lengthMetres: facts.lengthMetres, widthMetres: facts.widthMetres, axisDegrees: facts.axisDegrees,
    holder: post.holder, exact, lodgement: post.lodgement, cutOffSince: post.cutOffSince, camp: facts.camp,
    stormedAt: post.stormedAt, failedAssaults: post.failedAssaults, heldSince: post.heldSince,
    seenTurn: exact ? state.turn : (seen?.turn ?? 0),
    men: exact ? menIn(state, board, post.id, side) : (seen?.men ?? 0),
    works: exact ? post.works : (seen?.works ?? 0),
    wire: exact ? post.wire : (seen?.wire ?? 0),
    suppression: exact ? post.suppression : 0,
    wounded: exact ? units.reduce((sum, unit) => sum + unit.wounded, 0) : 0,
    coverCentimetres: exact ? facts.coverCentimetres : null,
  };
}

function unitViews({ board }: Game, state: GameState, side: SideId): UnitView[] {
  return state.units.flatMap((unit, row) => {
    const facts = at(board.units, row);
    if (facts.side !== side) return [];
    const { name, kind, arm, formation, men: menAtStart, reserve, jumps, arrivesTurn } = facts;
    return [{ ...unit, name, kind, arm, formation, menAtStart, reserve, jumps, arrivesTurn }];
  });
}

function batteryViews({ board, scenario }: Game, state: GameState, side: SideId): BatteryView[] {
  return state.batteries.flatMap((battery, row) => {
    const facts = at(board.batteries, row);
    if (facts.side !== side) return [];
    const { name, weapon, formation, post, tubes: tubesAtStart, dump } = facts;
    const flak = (scenario.rules.weapons[weapon]?.flak ?? 0) >= 1000;
    return [{ ...battery, name, weapon, formation, post, flak, tubesAtStart, dump }];
  });
}

function formationViews({ board }: Game, state: GameState, side: SideId): FormationView[] {
  return state.formations.flatMap((formation, row) => {
    const facts = at(board.formations, row);
    return facts.side === side ? [{ ...formation, name: facts.name, kind: facts.kind, parent: facts.parent, post: facts.post }] : [];
  });
}

/** The besieger knows his trenches; the garrison those heads that it has seen, as far as it saw them dug. */
function approachViews(state: GameState, side: SideId): ApproachView[] {
  return state.approaches.flatMap((approach) => {
    const { id, kind, post, path, lengthMetres, dugMetres } = approach;
    if (side === 'besieger') return [{ id, kind, post, path, lengthMetres, dugMetres, seenTurn: state.turn }];
    const seen = state.known.garrison.approaches.find((sighting) => sighting.approach === id);
    return seen === undefined ? [] : [{ id, kind, post, path, lengthMetres, dugMetres: lengthMetres - seen.headMetres, seenTurn: seen.turn }];
  });
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
function trenchSeen({ board }: Game, state: GameState, side: SideId): readonly number[] {
  if (side === 'besieger') return state.ground.trench;
  const seen = board.heights.map(() => 0);
  for (const { path, dugMetres } of approachViews(state, side)) {
    let metres = dugMetres;
    for (const hex of path) {
      const here = Math.min(metres, board.grid.stepMetres);
      seen[hex] = Math.max(seen[hex] ?? 0, here);
      metres -= here;
    }
  }
  return seen;
}
