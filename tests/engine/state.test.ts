import { beforeAll, describe, expect, it } from 'vitest';
import type { GameState, SideId } from '../../src/engine/index.ts';
import { seeds } from '../helpers/nights.ts';
import { playedAtRandom, playedByCommanders, shipped } from '../helpers/sieges.ts';
import type { PlayedSiege } from '../helpers/sieges.ts';

/** First Nights of random legal orders, which lead to corners that no commander seeks, and of commanders, who take posts. */
let sieges: PlayedSiege[];
beforeAll(async () => {
  const night = await shipped('first-night');
  sieges = [...seeds(5).map((seed) => playedAtRandom(night, seed)), ...seeds(3).map((seed) => playedByCommanders(night, seed))];
});

/** Whatever is wrong with the rows of a state, over all sieges and turns. */
function faults(find: (state: GameState, sideOf: (row: number) => SideId | undefined) => string[]): string[] {
  return sieges.flatMap(({ game, states }) => states.flatMap((state) => find(state, (row) => game.scenario.units[row]?.side)));
}

describe('after every turn', () => {
  it('a unit is gone when it has nobody fit left, and only then', () => {
    expect(faults(({ units }) => units.filter(({ men, duty }) => (men === 0) !== (duty === 'gone')).map(({ id, men, duty }) => `${id} ${String(men)} ${duty}`))).toEqual([]);
  });

  it('a unit marches when it has a way to go, and only then', () => {
    expect(faults(({ units }) => units.filter(({ march, duty }) => (march === null) !== (duty !== 'marching')).map(({ id, duty }) => `${id} ${duty}`))).toEqual([]);
  });

  it('a unit storms when it leads an assault that goes on, and only then', () => {
    const stormers = ({ assaults }: GameState): string[] => assaults.flatMap(({ lead, ended }) => (ended === 'no' ? lead : []));
    expect(faults((state) => state.units.filter(({ id, duty }) => duty === 'storming' && !stormers(state).includes(id)).map(({ id }) => id))).toEqual([]);
  });

  it('nobody fit stands in a post that the other side holds, nor holds a place that is no post', () => {
    expect(faults(({ units, posts }, sideOf) => units.flatMap(({ id, men, post, duty }, row) => {
      const holder = posts.find((one) => one.id === post)?.holder;
      const strange = holder !== undefined && holder !== sideOf(row) && holder !== 'contested';
      return men > 0 && (strange || (duty === 'holding' && post === null)) ? [`${id} ${post ?? 'nowhere'} ${holder ?? ''}`] : [];
    }))).toEqual([]);
  });

  it('a post is contested when a part of it is lost, and only then', () => {
    expect(faults(({ posts }) => posts.filter(({ holder, lodgement }) => (holder === 'contested') !== (lodgement > 0)).map(({ id }) => id))).toEqual([]);
  });

  it('no figure that is bounded has left its bounds', () => {
    const permille = ({ posts, units, formations, sky }: GameState): number[] => [
      sky.mud, ...posts.flatMap(({ works, wire, lodgement, suppression }) => [works, wire, lodgement, suppression]),
      ...units.flatMap(({ cohesion, quality }) => [cohesion, quality]), ...formations.map(({ will }) => will),
    ];
    expect(faults((state) => permille(state).filter((value) => !Number.isInteger(value) || value < 0 || value > 1000).map(String))).toEqual([]);
    expect(faults(({ approaches }) => approaches.filter(({ dugMetres, lengthMetres }) => dugMetres < 0 || dugMetres > lengthMetres).map(({ id }) => id))).toEqual([]);
  });
});

describe('the sieges that these hold of', () => {
  it('have seen assaults, marches, posts that fell and men who were taken', () => {
    const told = new Set(sieges.flatMap(({ events }) => events.flat().map(({ type }) => type)));
    for (const type of ['assault-began', 'assault-ended', 'march-ended', 'trench-dug', 'holder-changed', 'men-captured', 'battery-fired'] as const) expect(told, type).toContain(type);
  });
});
