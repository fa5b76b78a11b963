import { beforeAll, describe, expect, it } from 'vitest';
import { newGame, SIDES } from '../../src/engine/index.ts';
import { stepsBetween } from '../../src/engine/hex.ts';
import type { LoadedScenario } from '../../src/scenario/parse.ts';
import { accountsOf } from '../helpers/books.ts';
import { shipped } from '../helpers/sieges.ts';
import { aGame, aSiege } from '../helpers/a-siege.ts';

describe('the first morning', () => {
  it('finds half of what may lie ready beside the guns, out of the dumps', () => {
    const { game, state, at } = aGame();
    const half = (4 * game.scenario.rules.supply.readyCap) / 2;
    expect([at.battery('pit').ready, at.battery('cave').ready]).toEqual([half, half]);
    const column = game.board.weapons.indexOf('t105');
    expect(state.dumps.map(({ rounds }) => rounds[column])).toEqual([4000 - half, 2000 - half]);
  });

  it('gives the last rounds of a small dump to the battery that is listed first', () => {
    const siege = aSiege();
    const guns = siege.batteries.filter(({ id }) => id === 'pit');
    const { at, state, game } = aGame({
      ...siege, batteries: [...siege.batteries, ...guns.map((battery) => ({ ...battery, id: 'pit-2' }))],
      dumps: siege.dumps.map((dump) => (dump.id === 'inside' ? { ...dump, rounds: { t105: 500 } } : dump)),
    });
    expect([at.battery('pit').ready, at.battery('pit-2').ready]).toEqual([360, 140]);
    expect(state.dumps[0]?.rounds[game.board.weapons.indexOf('t105')]).toBe(0);
  });

  it('sets units where the scenario has them: companies in their posts, reserves waiting', () => {
    const { at, game } = aGame();
    expect(at.unit('first-1')).toMatchObject({ post: 'north', duty: 'holding', hex: game.board.posts[1]?.hex });
    expect(at.unit('reserve')).toMatchObject({ post: 'camp', duty: 'waiting' });
    expect(at.unit('red-1')).toMatchObject({ post: null, duty: 'waiting' });
    expect(() => newGame({ ...aSiege(), units: aSiege().units.map((unit) => ({ ...unit, post: null, place: null })) }, 'x')).toThrow('unit first-1: neither post nor place');
  });

  it('finds the trench dug up to its head, hex after hex', () => {
    const { game, state } = aGame();
    const sap = state.approaches[0];
    if (sap === undefined) throw new Error('no approach');
    expect(sap.lengthMetres - sap.dugMetres).toBe(100);
    expect(state.ground.trench.reduce((sum, metres) => sum + metres, 0)).toBe(sap.dugMetres);
    for (const [step, hex] of sap.path.slice(1).entries()) expect(stepsBetween(game.board.grid, hex, sap.path[step] ?? -1)).toBe(1);
    expect(sap.path.at(-1)).toBe(game.board.posts[1]?.hex);
  });

  it('never digs more trench than there is way', () => {
    const beyond = aGame(aSiege({ approaches: [{ id: 'sap', post: 'north', from: { east: 1400, north: 1900 }, headMetres: 99_999 }] }));
    expect(beyond.state.approaches[0]?.dugMetres).toBe(0);
    const through = aGame(aSiege({ approaches: [{ id: 'sap', post: 'north', from: { east: 1400, north: 1900 }, headMetres: 0 }] }));
    expect(through.state.approaches[0]?.dugMetres).toBe(through.state.approaches[0]?.lengthMetres);
  });

  it('knows what lay in view for days: open pits to the besieger, posts in round figures, trench heads below a post', () => {
    const { state } = aGame();
    expect(state.known.besieger.fixes).toMatchObject([{ id: 'fix-1', battery: 'pit', how: 'seen', errorMetres: 0 }]);
    expect(state.known.besieger.posts).toMatchObject([{ post: 'camp', men: 150 }, { post: 'north', men: 150, works: 300, wire: 700 }, { post: 'south', men: 150 }]);
    expect(state.known.garrison).toMatchObject({ posts: [], fixes: [], contacts: [], approaches: [{ approach: 'sap', headMetres: 100 }] });
  });
});

describe('each shipped siege', () => {
  let sieges: LoadedScenario[];
  beforeAll(async () => {
    sieges = [await shipped('first-night'), await shipped('dien-bien-phu')];
  });

  it('opens with every man and every shell of its files, and nobody lost', () => {
    for (const { scenario } of sieges) {
      const { game, state } = newGame(scenario, 'any');
      const accounts = accountsOf(game, state);
      for (const side of SIDES) {
        const units = scenario.units.filter((unit) => unit.side === side && unit.arrivesTurn === 0 && !unit.jumps);
        const men = [...units, ...scenario.batteries.filter((battery) => battery.side === side && battery.arrivesTurn === 0).map(({ gunners }) => ({ men: gunners }))];
        const behind = side === 'besieger' ? (scenario.supplyLine?.pool ?? 0) : 0;
        expect(accounts).toContainEqual({ name: `men of the ${side}`, here: men.reduce((sum, one) => sum + one.men, behind), gone: 0, came: 0 });
        for (const weapon of game.board.weapons) {
          const stored = scenario.dumps.filter((dump) => dump.side === side).reduce((sum, { rounds }) => sum + (rounds[weapon] ?? 0), 0);
          expect(accounts, scenario.id).toContainEqual({ name: `${weapon} of the ${side}`, here: stored, gone: 0, came: 0 });
        }
      }
    }
  });

  it('opens the same whatever the seed', () => {
    for (const { scenario } of sieges) expect(newGame(scenario, 'one').state).toEqual(newGame(scenario, 'another').state);
  });
});
