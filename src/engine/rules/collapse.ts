/**
 * Collapse: the end of a camp from within.
 *
 * Its chance in a turn is a product: the strain on it (few fit men, low spirit) times its position (height lost, the
 * nearness of the nearest lost post to the command post), plus, for a weak camp, silent guns, hunger, posts that have
 * just fallen and the news that nobody comes any more. While the besieger does not attack, it is a fraction of that.
 * When it comes, the camp lays down its arms. A camp whose command post is stormed, or that has hardly a fit man
 * left, ends at once; one whose first camp has fallen does not go on for long; and a camp may be told to cease fire.
 * Leaves `collapse` and `collapseCauses` as a gauge. Source: rule set, group `collapse`.
 */
import { at } from '../board.ts';
import { campFalls } from '../camp-fall.ts';
import { countCamps, groundLost, isPlayed, menLeft, positionOf, shellsATube, strainOf } from '../camps.ts';
import type { CampCount } from '../camps.ts';
import { clamp, share } from '../numbers.ts';
import { happens } from '../random.ts';
import type { CampState, CollapseCause } from '../state-siege.ts';
import { PULSES } from '../state.ts';
import type { GameState } from '../state.ts';
import { clockOf } from '../turn-context.ts';
import type { Turn } from '../turn-context.ts';

interface Cause {
  readonly cause: CollapseCause;
  readonly points: number;
}

/** At the end of a turn: which camps go on. */
export function collapse(state: GameState, turn: Turn): void {
  obeyCeaseFire(state, turn);
  const counts = countCamps(state, turn);
  for (let row = 0; row < state.camps.length; row += 1) {
    const camp = at(state.camps, row);
    if (!camp.stands || !isPlayed(turn, camp)) continue;
    if (isStormed(state, turn, row)) campFalls(state, turn, row, 'stormed');
    else waver(state, turn, row, camp, at(counts, row));
  }
}

/** Orders to cease fire: with leave they are obeyed as given; without it the camp simply lays down its arms. */
function obeyCeaseFire(state: GameState, turn: Turn): void {
  const orders = turn.byKind.surrender;
  if (orders === undefined) return;
  for (const given of orders) {
    const { order } = given;
    if (given.lost || given.done) continue;
    given.done = true;
    const row = state.camps.findIndex(({ id }) => id === order.camp);
    const camp = state.camps[row];
    if (camp?.stands === true) campFalls(state, turn, row, camp.leave === 'cease-fire' ? 'ceased-fire' : 'laid-down-arms');
    else turn.tell({ type: 'order-void', side: given.side, order: given.index, kind: order.kind });
  }
}

function isStormed(state: GameState, turn: Turn, camp: number): boolean {
  return at(state.posts, at(turn.board.camps.commandPost, camp)).holder === 'besieger';
}

/** The gauge moves; at the worst the camp gives in. */
function waver(state: GameState, turn: Turn, row: number, camp: CampState, count: CampCount): void {
  const { collapse: rules } = turn.rules;
  const left = menLeft(turn.board, row, count);
  if (left < rules.least) return campFalls(state, turn, row, 'laid-down-arms');
  const before = camp.collapse;
  const causes = causesOf(state, turn, row, camp, count);
  camp.collapse = chanceOf(state, turn, row, causes, left);
  camp.collapseCauses = causes;
  if (camp.collapse >= rules.waverAt && before < rules.waverAt) {
    turn.tell({ type: 'camp-wavers', camp: camp.id, permille: camp.collapse, causes: camp.collapseCauses.map((one) => ({ ...one })) });
  }
  if (camp.collapse === 0 || !happens(turn.draws('collapse', camp.id), camp.collapse)) return;
  campFalls(state, turn, row, camp.leave === 'cease-fire' ? 'ceased-fire' : 'laid-down-arms');
}

/** What wears the camp down, in points; nothing wears a camp with enough men in good spirits. */
function causesOf(state: GameState, turn: Turn, row: number, camp: CampState, count: CampCount): Cause[] {
  const { collapse: rules } = turn.rules;
  const strain = strainOf(turn, row, count);
  const weak = menLeft(turn.board, row, count) < rules.weak;
  if (!weak && strain.men + strain.spirit === 0) return [];
  const lost = groundLost(state, turn, row);
  const position = positionOf(turn, lost);
  const shells = weak ? shellsATube(state, turn, row) : null;
  // What the strain would be on untouched ground is booked on the men, what the ground adds to it on the ground.
  const bare = Math.min(strain.men, share(strain.men, position));
  const causes: Cause[] = [
    { cause: 'few-men', points: bare },
    { cause: 'ground-lost', points: share(strain.men, position) - bare },
    { cause: 'spirit', points: share(strain.spirit, position) },
    { cause: 'no-shells', points: shells !== null && shells < rules.shellsATube ? rules.noShells : 0 },
    { cause: 'hunger', points: weak && camp.hunger >= rules.hungryAt ? rules.hunger : 0 },
    { cause: 'posts-falling', points: weak ? rules.postFell * lost.lately : 0 },
    { cause: 'no-relief', points: weak && !hopes(state, turn, camp) ? rules.noRelief : 0 },
  ];
  return causes.filter(({ points }) => points > 0);
}

/** True while the camp is told to hold and men still wait to be sent in. */
function hopes(state: GameState, turn: Turn, camp: CampState): boolean {
  if (camp.leave !== 'hold') return false;
  for (let row = 0; row < state.units.length; row += 1) if (at(state.units, row).away > 0 && at(turn.board.units, row).jumps) return true;
  return false;
}

/** Permille that the camp gives in in this turn. */
function chanceOf(state: GameState, turn: Turn, row: number, causes: readonly Cause[], left: number): number {
  const { collapse: rules } = turn.rules;
  if (row > 0 && state.camps[0]?.stands === false) return rules.orphan;
  if (causes.length === 0) return 0;
  let points = left < rules.weak ? -rules.steadfast : 0;
  for (const cause of causes) points += cause.points;
  const chance = share(points, rules.scale);
  return clamp(isPressed(state, turn, row) ? chance : share(chance, rules.quiet), 0, rules.most);
}

/** True while the besieger attacks posts of the camp, or has done so in the last turns. */
function isPressed(state: GameState, turn: Turn, row: number): boolean {
  const { ofPost } = turn.board.camps;
  const since = Math.max(0, clockOf(turn) - turn.rules.collapse.quietTurns * PULSES);
  for (const { side, post } of state.assaults) if (side === 'besieger' && ofPost[turn.board.postRow[post] ?? -1] === row) return true;
  for (let post = 0; post < state.posts.length; post += 1) {
    const { stormedAt, heldSince, holder } = at(state.posts, post);
    if (at(ofPost, post) === row && (stormedAt >= since || (holder === 'besieger' && heldSince >= since))) return true;
  }
  return false;
}
