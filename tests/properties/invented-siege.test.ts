import { describe, expect, it } from 'vitest';
import { hashState } from '../../src/engine/index.ts';
import type { SiegeEvent } from '../../src/engine/index.ts';
import { expectBalanced, expectNothingNegative } from '../helpers/books.ts';
import { atRandom, commandersOf, playThrough, type Giver } from '../helpers/campaigns.ts';
import { inventedSiege } from '../helpers/invented-siege.ts';
import { seeds } from '../helpers/nights.ts';

/** `VONG_VAY_SEEDS` sets another number; a release is tried with 100. */
const SEEDS = Number(process.env['VONG_VAY_SEEDS'] ?? 10);

const invented = inventedSiege();

/** Plays one siege to its verdict, holds its books and gives the hash of its end with what was seen on the way. */
function played(seed: string, give: Giver): { hash: string; told: ReadonlySet<SiegeEvent['type']>; relieved: boolean } {
  const events: SiegeEvent[] = [];
  const { game, state } = playThrough(invented, seed, give, (_after, told) => {
    for (const event of told) events.push(event);
  });
  expect(state.verdict, seed).not.toBeNull();
  expectNothingNegative(state);
  expectBalanced(game, game.opening, state, events);
  const column = state.units.filter((unit) => unit.id.startsWith('salt-road-'));
  return { hash: hashState(state), told: new Set(events.map(({ type }) => type)), relieved: column.every((unit) => unit.away === 0) };
}

describe(`over ${String(SEEDS)} seeds the invented siege`, () => {
  it('comes to an end, each in its own way, with every book exact and no order refused', { timeout: 600_000 }, () => {
    const refused: string[] = [];
    const ends = seeds(SEEDS).map((seed) => played(seed, commandersOf(invented, refused)));
    expect(refused).toEqual([]);
    expect(new Set(ends.map(({ hash }) => hash)).size).toBe(SEEDS);
    expect(ends.filter(({ relieved }) => !relieved), 'the column that comes by road came').toEqual([]);
    const seen = new Set(ends.flatMap(({ told }) => [...told]));
    expect([...seen]).toEqual(expect.arrayContaining(['assault-began', 'trench-dug', 'carriers-came', 'loads-gathered']));
    expect([...seen].filter((type) => type === 'men-jumped'), 'nobody jumps where nobody waits to').toEqual([]);
  });

  it('comes to an end with random legal orders as well', { timeout: 600_000 }, () => {
    for (const seed of seeds(2)) played(`random ${seed}`, atRandom(40));
  });
});
