/** The fog over what a long siege adds: camps, aircraft, the rear, loads, the ring, galleries. */
import { at } from './board.ts';
import type { SideId } from './scenario.ts';
import { dayOf } from './turn-context.ts';
import type { Game } from './turn-context.ts';
import type { GameState } from './state.ts';
import { GROUND_BESIEGER, GROUND_GARRISON, GROUND_NOBODY } from './state-siege.ts';
import type { CampState, LoadState } from './state-siege.ts';
import type { CampView, LoadView, SideView } from './view.ts';

/** The parts of a view that only a long siege has. */
export type SiegeParts = Pick<SideView, 'camps' | 'strips' | 'air' | 'rear' | 'galleries' | 'loads' | 'ring' | 'conferenceOpen'>;

/** What a side sees of them; `trench` is the besieger's trench as this side knows it. */
export function siegeParts(game: Game, state: GameState, side: SideId, trench: readonly number[]): SiegeParts {
  const { fleets, individualsReady, individualsJumped, asked, granted } = state.air;
  return {
    camps: state.camps.map((camp) => campView(camp, side)),
    strips: state.air.strips,
    air: side === 'garrison' ? { fleets, individualsReady, individualsJumped, asked, granted } : null,
    rear: side === 'besieger' ? state.rear : null,
    galleries: side === 'besieger' ? state.galleries : state.galleries.filter(({ firedTurn }) => firedTurn >= 0),
    loads: state.loads.map((load) => loadView(state, load, side)),
    ring: ringSeen(game, state, side, trench),
    conferenceOpen: isOpen(game, state),
  };
}

function campView(camp: CampState, side: SideId): CampView {
  if (side === 'garrison') return { ...camp, exact: true };
  return {
    ...camp, exact: false, light: 0, serious: 0, sick: 0, deserters: 0, labourers: 0, ration: 0, hunger: 0,
    leave: 'hold', collapse: 0, collapseCauses: [],
  };
}

/** The garrison packed the loads; the besieger learns what is in them on his own ground. */
function loadView(state: GameState, { hex, cargo, kilos, bundles, turn }: LoadState, side: SideId): LoadView {
  const knows = side === 'garrison' || at(state.ring.ground, hex) === GROUND_BESIEGER;
  return { hex, cargo: knows ? cargo : null, kilos, bundles, turn };
}

/** Where the garrison walks both know; of the rest the garrison knows the trenches it has seen and the posts it lost. */
function ringSeen({ board }: Game, state: GameState, side: SideId, trench: readonly number[]): readonly number[] {
  if (side === 'besieger') return state.ring.ground;
  const { ground } = state.ring;
  const seen = ground.slice();
  for (let hex = 0; hex < seen.length; hex += 1) {
    if (seen[hex] !== GROUND_GARRISON) seen[hex] = (trench[hex] ?? 0) > 0 ? GROUND_BESIEGER : GROUND_NOBODY;
  }
  for (const [row, { holder }] of state.posts.entries()) {
    const { hex } = at(board.posts, row);
    if (holder === 'besieger' && ground[hex] !== GROUND_GARRISON) seen[hex] = GROUND_BESIEGER;
  }
  return seen;
}

function isOpen({ scenario }: Game, state: GameState): boolean {
  return scenario.conference !== null && dayOf(scenario, state.turn) >= scenario.conference.opensDay;
}
