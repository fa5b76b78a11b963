/** Units and batteries that were not there from the start march in when their turn comes. */
import { at, postOf, rowOf } from './board.ts';
import { fallBack } from './routes.ts';
import type { BatteryFacts, UnitFacts } from './scenario.ts';
import type { BatteryState, GameState, UnitState } from './state.ts';
import { stand } from './stations.ts';
import type { Turn } from './turn-context.ts';

/** Brings in all whose turn has come; those who jump wait for their aircraft. */
export function arrive(state: GameState, turn: Turn): void {
  const { units, batteries, battleOrder: { later } } = turn.board;
  for (const row of later.units) {
    const facts = at(units, row);
    const unit = at(state.units, row);
    if (facts.arrivesTurn <= turn.number && unit.away > 0 && mayComeIn(state, facts)) comeIn(state, turn, unit, facts);
  }
  for (const row of later.batteries) {
    const facts = at(batteries, row);
    if (facts.arrivesTurn === turn.number && mayComeIn(state, facts)) bringUp(state, turn, at(state.batteries, row), facts);
  }
}

/** Nobody marches to the relief of a camp that has fallen. */
function mayComeIn(state: GameState, facts: UnitFacts | BatteryFacts): boolean {
  if (facts.side === 'besieger') return true;
  if (state.camps[0]?.stands === false) return false;
  return facts.post === null || state.posts.some(({ id, holder }) => id === facts.post && holder === 'garrison');
}

function comeIn(state: GameState, turn: Turn, unit: UnitState, facts: UnitFacts): void {
  unit.men = unit.away;
  unit.menBefore = unit.away;
  unit.away = 0;
  unit.duty = facts.post !== null && !facts.reserve ? 'holding' : 'waiting';
  stand(turn, unit, facts.post);
  if (facts.post !== null) unit.hex = postOf(turn.board, facts.post).hex;
  state.ledger[facts.side].arrived += unit.men;
  turn.tell({ type: 'unit-arrived', side: facts.side, unit: unit.id, men: unit.men });
  const camp = turn.game.scenario.camps[0];
  if (facts.side === 'garrison' && facts.post === null && camp !== undefined) fallBack(state, turn, unit, camp.commandPost);
}

function bringUp(state: GameState, turn: Turn, battery: BatteryState, facts: BatteryFacts): void {
  battery.tubes = facts.tubes;
  battery.gunners = facts.gunners;
  battery.hex = at(turn.board.batteryHex, rowOf(turn.board.batteryRow, facts.id));
  state.ledger[facts.side].arrived += facts.gunners;
  turn.tell({ type: 'battery-arrived', side: facts.side, battery: facts.id, tubes: facts.tubes });
}
