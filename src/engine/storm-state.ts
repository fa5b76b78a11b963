/** Reads the two sides of an assault off the state. */
import { at, metresApart, postOf, rowOf } from './board.ts';
import { share } from './numbers.ts';
import { cohesionOf, menOf, qualityOf, unitOf, unitsIn } from './people.ts';
import { otherSide } from './scenario.ts';
import type { SideId } from './scenario.ts';
import type { AssaultState, GameState, PostState, UnitState } from './state.ts';
import type { Storm } from './storm.ts';
import { clockOf } from './turn-context.ts';
import { sapTo } from './trench.ts';
import type { Turn } from './turn-context.ts';
import { clearness } from './watch.ts';

/** The pulse about to be fought. */
export function stormOf(state: GameState, turn: Turn, assault: AssaultState): Storm {
  const post = at(state.posts, rowOf(turn.board.postRow, assault.post));
  const attackers = assault.lead.map((id) => unitOf(state, turn.board, id));
  const side = otherSide(assault.side);
  const defenders = unitsIn(state, turn.board, post.id, side).filter((unit) => unit.duty !== 'broken');
  return {
    attackers: menOf(attackers),
    attackerQuality: qualityOf(attackers),
    will: driveOf(state, turn, attackers),
    defenders: menOf(defenders),
    defenderQuality: qualityOf(defenders),
    cohesion: cohesionOf(defenders),
    suppression: post.suppression,
    headless: defenders.some((unit) => isHeadless(state, turn, unit)),
    works: post.works,
    wire: post.wire,
    lodgement: post.lodgement,
    jumpOffMetres: assault.side === 'besieger' ? jumpOffMetres(state, post.id) : 0,
    support: supportOf(state, turn, post, side),
    protectiveFire: assault.protectiveFire,
    first: clockOf(turn) === assault.begun,
    day: !turn.night,
    clearness: clearness(turn.rules, state.sky.valley),
  };
}

/** Metres from the trench head to the wire; farther than the exposure curve reaches where there is none. */
export function jumpOffMetres(state: GameState, post: string): number {
  const approach = sapTo(state, post);
  return approach === undefined ? OPEN_METRES : approach.lengthMetres - approach.dugMetres;
}

const OPEN_METRES = 1000;

/** Will of the regiments, or cohesion of the garrison's companies. */
function driveOf(state: GameState, turn: Turn, units: readonly UnitState[]): number {
  const first = units[0];
  if (first === undefined) return 0;
  const facts = at(turn.board.units, rowOf(turn.board.unitRow, first.id));
  if (facts.side === 'garrison') return cohesionOf(units);
  return at(state.formations, rowOf(turn.board.formationRow, facts.formation)).will;
}

/** True while the battalion of a company has no commander. */
export function isHeadless(state: GameState, turn: Turn, unit: UnitState): boolean {
  const facts = at(turn.board.units, rowOf(turn.board.unitRow, unit.id));
  return at(state.formations, rowOf(turn.board.formationRow, facts.formation)).headlessUntil > clockOf(turn);
}

/** Men in posts near by who can still fire across. */
function supportOf(state: GameState, turn: Turn, post: PostState, side: SideId): number {
  const { supportMetres, supportShare } = turn.rules.assault;
  const here = postOf(turn.board, post.id);
  let men = 0;
  for (const other of state.posts) {
    if (other.id === post.id || other.holder !== side) continue;
    if (metresApart(here, postOf(turn.board, other.id)) > supportMetres) continue;
    const units = unitsIn(state, turn.board, other.id, side);
    men += share(share(menOf(units), cohesionOf(units)), supportShare);
  }
  return men;
}
