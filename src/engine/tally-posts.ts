/** Posts and nights of a siege, as the tallies tell them. */
import { at } from './board.ts';
import { dayOfHour } from './tally-count.ts';
import type { Tally } from './tally-count.ts';
import type { PostTally, Spell } from './tally-types.ts';

/** Every post with its spells and the day it was lost for good. */
export function postTallies(tally: Tally): PostTally[] {
  return tally.game.scenario.posts.map(({ id }, row) => {
    const spells = at(tally.spells, row);
    const left = leftGarrison(spells);
    return { id, spells: [...spells], lostDay: left === null ? null : dayOfHour(tally.game, left) };
  });
}

function isHeld({ holder }: Spell): boolean {
  return holder === 'garrison' || holder === 'contested';
}

/** The spell that began when it left the garrison for the last time; null if it is held, or never was. */
function leftGarrison(spells: readonly Spell[]): Spell | null {
  for (let last = spells.length - 1; last > 0; last -= 1) {
    if (isHeld(at(spells, last))) return null;
    if (isHeld(at(spells, last - 1))) return at(spells, last);
  }
  return null;
}

/** The post that left the garrison first, of those that left it for good, after a day. */
export function firstLostAfter(tally: Tally, day: number): string | null {
  let first: { id: string; spell: Spell } | null = null;
  for (const [row, { id }] of tally.game.scenario.posts.entries()) {
    const spell = leftGarrison(at(tally.spells, row));
    if (spell === null || dayOfHour(tally.game, spell) <= day) continue;
    if (first === null || spell.turn < first.spell.turn || (spell.turn === first.spell.turn && spell.pulse < first.spell.pulse)) first = { id, spell };
  }
  return first?.id ?? null;
}

/** Nights of one general assault follow each other at this distance at most. */
const ONE_ASSAULT = 2;

/** Mean number of nights from the last of one general assault to the first of the next, to a tenth; null with fewer than two. */
export function nightsBetween(turns: readonly number[]): number | null {
  let quiet = 0;
  let gaps = 0;
  for (const [place, turn] of turns.entries()) {
    const nights = place === 0 ? 0 : (turn - at(turns, place - 1)) / 2;
    if (nights <= ONE_ASSAULT) continue;
    quiet += nights;
    gaps += 1;
  }
  return gaps === 0 ? null : Math.round((quiet * 10) / gaps) / 10;
}
