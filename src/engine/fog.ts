/** Draws the line between what a side has and what it sees: views of the state. */
import { asMany, missing } from './as-many.ts';
import { at, rowOf } from './board.ts';
import type { Board } from './board.ts';
import { walkedHexes } from './fog-ground.ts';
import { batteryViews, dumpViews, formationViews, unitViews } from './fog-own.ts';
import { airView, campViews, galleriesSeen, isOpen, loadViews } from './fog-siege.ts';
import { postViews } from './fog-posts.ts';
import type { SideId } from './scenario.ts';
import { sightingOf } from './memo.ts';
import type { ApproachState, GameState } from './state.ts';
import { isNight } from './turn-context.ts';
import type { Game } from './turn-context.ts';
import type { ApproachView, AssaultView, ContactView, FixView, SideView } from './view.ts';

/** The siege as one side sees it. */
export function viewFor(game: Game, state: GameState, side: SideId): SideView {
  const { scenario, board } = game;
  const approaches = side === 'besieger' ? ownApproaches(state) : approachesSeen(board, state);
  return {
    side,
    turn: state.turn,
    turns: scenario.calendar.turns,
    night: isNight(scenario, state.verdict === null ? state.turn : state.verdict.turn),
    verdict: state.verdict,
    sky: { valley: state.sky.valley, bases: side === 'garrison' ? state.sky.bases : 'clear', mud: state.sky.mud },
    facts: factsFor(game, side),
    weapons: board.weapons,
    posts: postViews(game, state, side),
    units: unitViews(game, state, side),
    batteries: batteryViews(game, state, side),
    formations: formationViews(game, state, side),
    dumps: dumpViews(game, state, side),
    approaches,
    assaults: assaultViews(state, side),
    contacts: contactViews(game, state, side),
    fixes: fixViews(state, side),
    camps: campViews(state, side),
    strips: state.air.strips,
    air: side === 'garrison' ? airView(state) : null,
    rear: side === 'besieger' ? state.rear : null,
    galleries: galleriesSeen(state, side),
    loads: loadViews(state, side),
    walked: walkedHexes(board, state),
    ring: side === 'besieger' ? state.ring.ground : null,
    conferenceOpen: isOpen(game, state),
    trench: side === 'besieger' ? state.ground.trench : null,
    craters: state.ground.craters,
    ledger: state.ledger[side],
  };
}

/** What is public of the scenario, and of a side's own means. */
function factsFor({ scenario }: Game, side: SideId): SideView['facts'] {
  const { id, title, briefing, sides, calendar, map, rules, theatre, camps, victory, commanders, climate, conference } = scenario;
  const garrison = side === 'garrison';
  return {
    id, title, briefing, sides, calendar, map, rules, theatre, camps, victory, commanders, climate, conference,
    aircraft: garrison ? scenario.aircraft : [],
    individuals: garrison ? scenario.individuals : null,
    supplyLine: garrison ? null : scenario.supplyLine,
  };
}

/** The besieger knows his trenches. */
function ownApproaches(state: GameState): ApproachView[] {
  const views = asMany<ApproachView>(state.approaches);
  for (let row = 0; row < state.approaches.length; row += 1) {
    const approach = state.approaches[row] ?? missing();
    views[row] = approachView(approach, approach.dugMetres, state.turn);
  }
  return views;
}

/** The garrison knows those heads that it has seen, as far as it saw them dug. */
function approachesSeen(board: Board, state: GameState): ApproachView[] {
  const views: ApproachView[] = [];
  const seen = state.known.garrison.approaches;
  for (let row = 0; row < state.approaches.length; row += 1) {
    const approach = state.approaches[row];
    if (approach === undefined) continue;
    const sighting = sightingOf(board, seen, row, approach.id);
    if (sighting !== null) views.push(approachView(approach, approach.lengthMetres - sighting.headMetres, sighting.turn));
  }
  return views;
}

function approachView({ id, kind, post, path, lengthMetres }: ApproachState, dugMetres: number, seenTurn: number): ApproachView {
  return { id, kind, post, path, lengthMetres, dugMetres, seenTurn };
}

/** An assault on a post is no secret to those in it. */
function assaultViews(state: GameState, side: SideId): AssaultView[] {
  const views: AssaultView[] = [];
  for (let row = 0; row < state.assaults.length; row += 1) {
    const assault = at(state.assaults, row);
    views.push({
      id: assault.id, side: assault.side, post: assault.post, begun: assault.begun, ended: assault.ended,
      own: assault.side === side ? assault : null,
    });
  }
  return views;
}

function contactViews({ board }: Game, state: GameState, side: SideId): ContactView[] {
  const views: ContactView[] = [];
  const { contacts } = state.known[side];
  for (let row = 0; row < contacts.length; row += 1) {
    const { unit, hex, men, turn } = at(contacts, row);
    views.push({ id: `contact-${String(row + 1)}`, hex, men, turn, kind: at(board.units, rowOf(board.unitRow, unit)).kind });
  }
  return views;
}

function fixViews(state: GameState, side: SideId): FixView[] {
  const { fixes } = state.known[side];
  const views = asMany<FixView>(fixes);
  for (let row = 0; row < fixes.length; row += 1) {
    const { id, weapon, east, north, errorMetres, how, turn } = fixes[row] ?? missing();
    views[row] = { id, weapon, east, north, errorMetres, how, turn };
  }
  return views;
}
