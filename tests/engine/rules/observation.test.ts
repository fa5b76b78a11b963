import { describe, expect, it } from 'vitest';
import { noteSightings, spotGuns } from '../../../src/engine/rules/observation.ts';
import type { SkyKind } from '../../../src/engine/index.ts';
import { aGame, aSiege, aTurn, highDraws, lowDraws, scriptedDraws } from '../../helpers/a-siege.ts';

describe('a gun that fires', () => {
  it('may be fixed by its flash where a post looks at it', () => {
    const { game, state, at } = aGame();
    at.battery('cave').firedAt = 0;
    const error = Math.floor(game.scenario.rules.observation.fixError / 2);
    const { turn, told } = aTurn(game, state, { draws: scriptedDraws({ 'observation|cave': [0, 2 * error, 0] }) });
    spotGuns(state, turn);
    expect(told).toEqual([{ type: 'gun-fixed', side: 'garrison', fix: 'fix-1', battery: 'cave', errorMetres: error, how: 'flash' }]);
    expect(state.known.garrison.fixes).toMatchObject([{ id: 'fix-1', east: 2600 + error, north: 1903 - error, how: 'flash', turn: 0 }]);
  });

  it('is found by sound alone behind a crest, and less surely', () => {
    const { game, state, at } = aGame();
    at.battery('mortars').firedAt = 0;
    const { turn, of } = aTurn(game, state, { draws: lowDraws });
    spotGuns(state, turn);
    expect(of('gun-fixed')).toMatchObject([{ how: 'sound', errorMetres: game.scenario.rules.observation.fixError }]);
  });

  it('in a casemate stays hidden on a roll that would give away an open pit', () => {
    const { game, state, at } = aGame();
    const { flashFind, flashFindCasemate } = game.scenario.rules.observation;
    expect(flashFindCasemate).toBeLessThan(flashFind);
    at.battery('cave').firedAt = 0;
    spotGuns(state, aTurn(game, state, { draws: scriptedDraws({ 'observation|cave': [flashFindCasemate] }) }).turn);
    expect(state.known.garrison.fixes).toEqual([]);
  });

  it('that is silent is not found', () => {
    const { game, state } = aGame();
    spotGuns(state, aTurn(game, state, { draws: lowDraws }).turn);
    expect(state.known.garrison.fixes).toEqual([]);
  });

  it('keeps the number of its first fix; an old fix is forgotten', () => {
    const { game, state, at } = aGame();
    at.battery('cave').firedAt = 0;
    spotGuns(state, aTurn(game, state, { draws: lowDraws }).turn);
    spotGuns(state, aTurn(game, state, { draws: lowDraws }).turn);
    expect(state.known.garrison.fixes.map(({ id }) => id)).toEqual(['fix-1']);
    state.turn = game.scenario.rules.observation.fixLife;
    noteSightings(state, aTurn(game, state).turn);
    expect(state.known.garrison.fixes).toEqual([]);
    expect(state.known.besieger.fixes.map(({ how }) => how)).toEqual(['seen']);
  });
});

describe('what is noted at the end of a turn', () => {
  it('is the strength of a post in sight, in round figures', () => {
    const { game, state, at } = aGame();
    at.unit('first-1').men = 112;
    at.post('north').works = 240;
    noteSightings(state, aTurn(game, state).turn);
    const seen = state.known.besieger.posts.find(({ post }) => post === 'north');
    expect(seen).toMatchObject({ men: 100, works: 200, turn: 0 });
  });

  it('is nothing of a post out of sight, except who holds it', () => {
    const { game, state, at } = aGame(aSiege({ observers: [], approaches: [] }));
    at.unit('first-2').men = 20;
    at.post('south').holder = 'empty';
    noteSightings(state, aTurn(game, state).turn);
    expect(state.known.besieger.posts.find(({ post }) => post === 'south')).toMatchObject({ men: 150, holder: 'empty' });
  });

  it('is men who storm, but not men who wait in hiding', () => {
    const { game, state, at } = aGame();
    Object.assign(at.unit('red-1'), { duty: 'storming', hex: 9 * 14 + 7 });
    Object.assign(at.unit('red-2'), { duty: 'waiting', hex: 9 * 14 + 7 });
    noteSightings(state, aTurn(game, state, { draws: highDraws }).turn);
    expect(state.known.garrison.contacts.map(({ unit }) => unit)).toEqual(['red-1']);
  });
});

describe('what the sky hides', () => {
  it('is a post that could be seen by day in clear air', () => {
    const seenIn = (sky: SkyKind): number => {
      const { game, state, at } = aGame(aSiege({ calendar: { firstDay: '1954-03-13', firstPhase: 'day', turns: 6 }, approaches: [] }));
      state.turn = 2;
      state.sky.valley = sky;
      at.unit('first-2').men = 50;
      noteSightings(state, aTurn(game, state).turn);
      return state.known.besieger.posts.find(({ post }) => post === 'south')?.turn ?? -1;
    };
    expect([seenIn('clear'), seenIn('storm')]).toEqual([2, 0]);
  });
});

describe('the garrison', () => {
  it('notes a trench head to ten metres where a post looks down on it', () => {
    const { game, state } = aGame();
    const sap = state.approaches[0];
    if (sap === undefined) throw new Error('no approach');
    sap.dugMetres = sap.lengthMetres - 87;
    state.turn = 1;
    noteSightings(state, aTurn(game, state).turn);
    expect(state.known.garrison.approaches).toEqual([{ approach: 'sap', headMetres: 90, turn: 1 }]);
  });

  it('does not find a gun that was never hidden: an open pit needs no fix', () => {
    const { game, state, at } = aGame();
    at.battery('pit').firedAt = 0;
    spotGuns(state, aTurn(game, state, { draws: scriptedDraws({}) }).turn);
    expect(state.known.besieger.fixes).toHaveLength(1);
  });

  it('remembers men whom it saw for a while after they are gone from sight', () => {
    const { game, state, at } = aGame();
    Object.assign(at.unit('red-1'), { duty: 'storming', hex: 9 * 14 + 7 });
    noteSightings(state, aTurn(game, state, { draws: highDraws }).turn);
    at.unit('red-1').duty = 'waiting';
    const { fixLife } = game.scenario.rules.observation;
    state.turn = fixLife - 1;
    noteSightings(state, aTurn(game, state).turn);
    expect(state.known.garrison.contacts).toMatchObject([{ unit: 'red-1', men: 550, turn: 0 }]);
    state.turn = fixLife;
    noteSightings(state, aTurn(game, state).turn);
    expect(state.known.garrison.contacts).toEqual([]);
  });
});
