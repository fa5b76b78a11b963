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
import { headHex, lookOf, sees, seesFlash } from '../watch.ts';

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
  const rows = (turn.counted.fixes ??= fixRowsOf(state, turn));
  const earlier = rows[row] ?? 0;
  const before = earlier === 0 ? undefined : known.fixes[earlier - 1];
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
  if (before === undefined) rows[row] = known.fixes.push(fix);
  else known.fixes[earlier - 1] = fix;
  turn.tell({ type: 'gun-fixed', side, fix: fix.id, battery: facts.id, errorMetres: error, how: fix.how });
}

/** By row of the battery: one more than where its fix stands among those of the other side; nought = none. */
function fixRowsOf({ known }: GameState, { board }: Turn): Uint16Array {
  const rows = new Uint16Array(board.batteries.length);
  for (const side of SIDES) {
    const { fixes } = known[side];
    for (let index = 0; index < fixes.length; index += 1) rows[rowOf(board.batteryRow, at(fixes, index).battery)] = index + 1;
  }
  return rows;
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
    dropOldFixes(state, turn, side);
  }
  turn.eyes = eyes;
  turn.counted.fixes = null;
}

/** Old fixes are dropped; guns known from the start stay known. */
function dropOldFixes(state: GameState, turn: Turn, side: SideId): void {
  const known = state.known[side];
  for (let row = 0; row < known.fixes.length; row += 1) {
    if (stays(turn, at(known.fixes, row))) continue;
    known.fixes = known.fixes.filter((fix) => stays(turn, fix));
    return;
  }
}

function stays(turn: Turn, fix: Fix): boolean {
  return fix.how === 'seen' || turn.number - fix.turn < turn.rules.observation.fixLife;
}

function notePosts(state: GameState, turn: Turn): void {
  const { menRounding, daySight } = turn.rules.observation;
  const look = lookOf(state, turn, 'besieger', daySight);
  const men = menByPost(state, turn, 'garrison');
  const sightings = state.known.besieger.posts;
  for (let index = 0; index < sightings.length; index += 1) {
    const sighting = at(sightings, index);
    const row = state.posts[index]?.id === sighting.post ? index : rowOf(turn.board.postRow, sighting.post);
    const post = at(state.posts, row);
    sighting.holder = post.holder;
    if (post.lodgement === 0 && !sees(turn.board, look, at(turn.board.posts, row).hex)) continue;
    sighting.turn = turn.number;
    sighting.men = rounded(men[row] ?? 0, menRounding);
    sighting.works = rounded(post.works, ROUGHLY);
    sighting.wire = rounded(post.wire, ROUGHLY);
  }
}

/** Works and wire are judged in tenths of the scale. */
const ROUGHLY = 100;

/** To the nearest step, halves upwards: quicker than Math.round. */
function rounded(value: number, step: number): number {
  return Math.floor((2 * value + step) / (2 * step)) * step;
}

function noteApproaches(state: GameState, turn: Turn): void {
  const known = state.known.garrison.approaches;
  const look = lookOf(state, turn, 'garrison', turn.rules.observation.menSight);
  for (let row = 0; row < state.approaches.length; row += 1) {
    const approach = at(state.approaches, row);
    if (!sees(turn.board, look, headHex(approach))) continue;
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
  const look = lookOf(state, turn, side, menSight);
  const rows = turn.board.rows[otherSide(side)].units;
  const seen: Contact[] = [];
  for (let index = 0; index < rows.length; index += 1) {
    const unit = at(state.units, rows[index] ?? 0);
    if (unit.men === 0 || unit.post !== null || unit.duty === 'waiting') continue;
    if (turn.board.cover[unit.hex] === FOREST || !sees(turn.board, look, unit.hex)) continue;
    seen.push({ unit: unit.id, hex: unit.hex, men: Math.max(menRounding, rounded(unit.men, menRounding)), turn: turn.number });
  }
  const known = state.known[side];
  if (known.contacts.length > 0) known.contacts = [...known.contacts.filter((contact) => recent(turn, contact) && !seen.some(({ unit }) => unit === contact.unit)), ...seen];
  else if (seen.length > 0) known.contacts = seen;
}

const FOREST = 2;

function recent(turn: Turn, contact: Contact): boolean {
  return turn.number - contact.turn < turn.rules.observation.fixLife;
}

