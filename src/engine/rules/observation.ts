/**
 * Observation: what each side learns of the other.
 *
 * A gun that fires may be fixed: by its flash where an observer of the other side looks at it, by sound alone
 * where none does; the fix has an error and ages. At the end of a turn posts, trenches and men in the open that
 * can be seen are noted down, strengths in round figures. Nothing else passes through the fog. Source: rule set,
 * group `observation`.
 */
import { at, rowOf } from '../board.ts';
import { sightingOf } from '../memo.ts';
import { clamp } from '../numbers.ts';
import { menByPost } from '../people.ts';
import { happens } from '../random.ts';
import { otherSide, SIDES } from '../scenario.ts';
import type { SideId } from '../scenario.ts';
import type { Contact, Fix } from '../known.ts';
import type { BatteryState, GameState } from '../state.ts';
import { copyOf } from '../settle.ts';
import { clockOf } from '../turn-context.ts';
import type { Turn } from '../turn-context.ts';
import { headHex, seesFlash, seesHex } from '../watch.ts';

/** After the fire of a pulse: guns that gave themselves away, unless a flash has shown their place in this turn already. */
export function spotGuns(state: GameState, turn: Turn): void {
  const clock = clockOf(turn);
  const { batteries } = state;
  for (let row = 0; row < batteries.length; row += 1) {
    const battery = batteries[row];
    if (battery?.firedAt === clock) spot(state, turn, row, battery);
  }
}

function spot(state: GameState, turn: Turn, row: number, battery: BatteryState): void {
  const facts = at(turn.board.batteries, row);
  const side = otherSide(facts.side);
  const { observation } = turn.rules;
  if (facts.known && battery.hex === turn.board.batteryHex[row]) return;
  const known = state.known[side];
  const earlier = fixOf(known.fixes, facts.id);
  const before = known.fixes[earlier];
  if (before !== undefined && before.turn === turn.number && before.how === 'flash') return;
  const watched = battery.cover !== 'hidden' && seesFlash(state, turn, side, battery.hex);
  const stream = turn.draws('observation', facts.id);
  if (!happens(stream, watched ? flashChance(turn, battery) : observation.flashFindHidden)) return;
  const error = watched ? Math.floor(observation.fixError / 2) : observation.fixError;
  if (before === undefined) known.fixesMade += 1;
  const fix: Fix = {
    id: before?.id ?? `fix-${String(known.fixesMade)}`,
    battery: facts.id,
    weapon: facts.weapon,
    east: battery.east + stream.below(2 * error + 1) - error,
    north: battery.north + stream.below(2 * error + 1) - error,
    errorMetres: error,
    how: watched ? 'flash' : 'sound',
    turn: turn.number,
  };
  if (before === undefined) known.fixes.push(fix);
  else known.fixes[earlier] = fix;
  turn.tell({ type: 'gun-fixed', side, fix: fix.id, battery: facts.id, errorMetres: error, how: fix.how });
}

/** The row of the fix of a battery; -1 = none. */
function fixOf(fixes: readonly Fix[], battery: string): number {
  for (let row = 0; row < fixes.length; row += 1) if (fixes[row]?.battery === battery) return row;
  return -1;
}

function flashChance(turn: Turn, battery: BatteryState): number {
  return battery.cover === 'casemate' ? turn.rules.observation.flashFindCasemate : turn.rules.observation.flashFind;
}

/** At the end of the turn: posts, trenches and men that can be seen. */
export function noteSightings(state: GameState, turn: Turn): void {
  const eyes = turn.eyes;
  turn.eyes = { garrison: null, besieger: null };
  notePosts(state, turn);
  noteApproaches(state, turn);
  for (const side of SIDES) {
    noteContacts(state, turn, side);
    state.known[side].fixes = state.known[side].fixes.filter((fix) => stays(turn, fix));
  }
  turn.eyes = eyes;
}

/** Old fixes are dropped; guns known from the start stay known. */
function stays(turn: Turn, fix: Fix): boolean {
  return fix.how === 'seen' || turn.number - fix.turn < turn.rules.observation.fixLife;
}

function notePosts(state: GameState, turn: Turn): void {
  const { menRounding, daySight } = turn.rules.observation;
  const men = menByPost(state, turn, 'garrison');
  const sightings = state.known.besieger.posts;
  for (let index = 0; index < sightings.length; index += 1) {
    const sighting = at(sightings, index);
    const row = state.posts[index]?.id === sighting.post ? index : rowOf(turn.board.postRow, sighting.post);
    const post = at(state.posts, row);
    sighting.holder = post.holder;
    if (post.lodgement === 0 && seesHex(state, turn, 'besieger', at(turn.board.posts, row).hex, daySight) === 'no') continue;
    sighting.turn = turn.number;
    sighting.men = rounded(men[row] ?? 0, menRounding);
    sighting.works = rounded(post.works, ROUGHLY);
    sighting.wire = rounded(post.wire, ROUGHLY);
  }
}

/** Works and wire are judged in tenths of the scale. */
const ROUGHLY = 100;

function rounded(value: number, step: number): number {
  return Math.round(value / step) * step;
}

function noteApproaches(state: GameState, turn: Turn): void {
  const known = state.known.garrison.approaches;
  const { menSight } = turn.rules.observation;
  for (let row = 0; row < state.approaches.length; row += 1) {
    const approach = at(state.approaches, row);
    if (seesHex(state, turn, 'garrison', headHex(approach), menSight) === 'no') continue;
    const headMetres = clamp(rounded(approach.lengthMetres - approach.dugMetres, ROUGH_METRES), 0, approach.lengthMetres);
    const sighting = sightingOf(turn.board, known, row, approach.id);
    // A copy, as those are that were known from the start: engines read things of one make quicker.
    if (sighting === null) known.push(copyOf({ approach: approach.id, headMetres, turn: turn.number }));
    else {
      sighting.headMetres = headMetres;
      sighting.turn = turn.number;
    }
  }
}

/** The distance of a trench head is judged to ten metres. */
const ROUGH_METRES = 10;

/** Men of the other side in the open: marching, digging, storming, or lodged in a post. */
function noteContacts(state: GameState, turn: Turn, side: SideId): void {
  const { menRounding, menSight } = turn.rules.observation;
  const seen: Contact[] = [];
  for (const row of turn.board.rows[otherSide(side)].units) {
    const unit = at(state.units, row);
    if (unit.men === 0 || unit.post !== null) continue;
    const hides = turn.board.cover[unit.hex] === FOREST || unit.duty === 'waiting';
    if (hides || seesHex(state, turn, side, unit.hex, menSight) === 'no') continue;
    seen.push({ unit: unit.id, hex: unit.hex, men: Math.max(menRounding, rounded(unit.men, menRounding)), turn: turn.number });
  }
  const older = state.known[side].contacts.filter((contact) => recent(turn, contact) && !seen.some(({ unit }) => unit === contact.unit));
  state.known[side].contacts = [...older, ...seen];
}

const FOREST = 2;

function recent(turn: Turn, contact: Contact): boolean {
  return turn.number - contact.turn < turn.rules.observation.fixLife;
}

