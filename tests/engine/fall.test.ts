import { describe, expect, it } from 'vitest';
import { changeHolder, postFalls } from '../../src/engine/fall.ts';
import { aGame, aTurn, evenDraws, highDraws, lowDraws, scriptedDraws } from '../helpers/a-siege.ts';

type Siege = ReturnType<typeof aGame>;

/** An assault on the northern post by both battalions. */
function stormed(siege: Siege): void {
  siege.state.assaults.push({
    id: 'north@0', side: 'besieger', post: 'north', lead: ['red-2', 'red-1'], echelon: [], echelonAfter: 0, begun: 0, men: 1140, lost: 44, protectiveFire: 0, joined: [], joinedAt: -1, enteredAt: -1, ended: 'no',
  });
  for (const id of ['red-1', 'red-2']) Object.assign(siege.at.unit(id), { duty: 'storming', hex: 9 * 14 + 7 });
}

describe('a post that falls', () => {
  it('lets some get away, and the rest are dead or taken, to the last man', () => {
    const { game, state, at } = aGame();
    at.unit('first-1').wounded = 20;
    const { turn, of } = aTurn(game, state, { draws: evenDraws });
    postFalls(state, turn, at.post('north'), 'besieger', 'stormed');
    const { getAway, deadShare } = game.scenario.rules.assault;
    const away = at.unit('first-1').men;
    expect(away).toBe(Math.floor((150 * getAway) / 1000));
    expect(state.ledger.garrison).toMatchObject({ killed: Math.floor(((150 - away) * deadShare) / 1000), wounded: 0 });
    expect(away + state.ledger.garrison.killed + state.ledger.garrison.captured).toBe(170);
    expect(of('men-captured')).toMatchObject([{ unit: 'first-1', wounded: 20 }]);
    expect(of('men-got-away')).toEqual([{ type: 'men-got-away', side: 'garrison', unit: 'first-1', men: away, post: 'north' }]);
  });

  it('sends those who got away back to the command post of their camp', () => {
    const { game, state, at } = aGame();
    postFalls(state, aTurn(game, state).turn, at.post('north'), 'besieger', 'broke');
    expect(at.unit('first-1')).toMatchObject({ post: null, duty: 'marching', march: { purpose: 'withdraw', post: 'camp' } });
    expect(at.unit('first-1').march?.path.at(-1)).toBe(game.board.posts[0]?.hex);
  });

  it('lets more or fewer get away by the roll, within its spread', () => {
    const awayAt = (roll: number): number => {
      const { game, state, at } = aGame();
      postFalls(state, aTurn(game, state, { draws: scriptedDraws({ 'fall|first-1': [roll] }) }).turn, at.post('north'), 'besieger', 'stormed');
      return at.unit('first-1').men;
    };
    const { getAway, fallSpread } = aGame().game.scenario.rules.assault;
    expect([awayAt(0), awayAt(2 * fallSpread)]).toEqual([Math.floor((150 * (getAway - fallSpread)) / 1000), Math.floor((150 * (getAway + fallSpread)) / 1000)]);
  });

  it('lets nobody get away who laid down arms, and nobody dies of it', () => {
    const { game, state, at } = aGame();
    const { turn, of } = aTurn(game, state, { draws: highDraws });
    postFalls(state, turn, at.post('north'), 'besieger', 'laid-down-arms');
    expect(at.unit('first-1')).toMatchObject({ men: 0, duty: 'gone', post: null });
    expect(state.ledger.garrison).toMatchObject({ captured: 150, killed: 0 });
    expect(of('men-got-away')).toEqual([]);
  });

  it('has no way back when it is the command post itself', () => {
    const { game, state, at } = aGame();
    postFalls(state, aTurn(game, state, { draws: highDraws }).turn, at.post('camp'), 'besieger', 'stormed');
    expect(at.unit('reserve')).toMatchObject({ men: 0, duty: 'gone' });
  });

  it('gives its guns away with their crews and their shells', () => {
    const { game, state, at } = aGame();
    const ready = at.battery('pit').ready;
    const { turn, of } = aTurn(game, state);
    postFalls(state, turn, at.post('camp'), 'besieger', 'stormed');
    expect(of('battery-captured')).toEqual([{ type: 'battery-captured', side: 'garrison', battery: 'pit', tubes: 4, rounds: ready, gunners: 100 }]);
    expect(at.battery('pit')).toMatchObject({ tubes: 0, gunners: 0, ready: 0 });
  });

  it('takes with it the wounded of a company of whom nobody is fit any more', () => {
    const { game, state, at } = aGame();
    Object.assign(at.unit('first-1'), { men: 0, wounded: 31, duty: 'gone' });
    postFalls(state, aTurn(game, state).turn, at.post('north'), 'besieger', 'stormed');
    expect(state.ledger.garrison.captured).toBe(31);
    expect(at.unit('first-1')).toMatchObject({ wounded: 0, post: null });
  });
});

describe('those who take a post', () => {
  it('hold it with the first of the battalions that stormed; the others wait', () => {
    const siege = aGame();
    stormed(siege);
    const { turn, of } = aTurn(siege.game, siege.state);
    postFalls(siege.state, turn, siege.at.post('north'), 'besieger', 'stormed');
    expect(siege.at.unit('red-2')).toMatchObject({ post: 'north', duty: 'holding', hex: 8 * 14 + 7 });
    expect(siege.at.unit('red-1')).toMatchObject({ post: null, duty: 'waiting' });
    expect(of('assault-ended')).toEqual([{ type: 'assault-ended', side: 'besieger', post: 'north', how: 'won', lost: 44 }]);
  });

  it('pass over a battalion that has nobody left', () => {
    const siege = aGame();
    stormed(siege);
    Object.assign(siege.at.unit('red-2'), { men: 0, duty: 'gone' });
    postFalls(siege.state, aTurn(siege.game, siege.state).turn, siege.at.post('north'), 'besieger', 'stormed');
    expect(siege.at.unit('red-1').post).toBe('north');
  });

  it('walk in from nearest by, where nobody stormed it', () => {
    const { game, state, at } = aGame();
    postFalls(state, aTurn(game, state).turn, at.post('north'), 'besieger', 'broke');
    expect(at.unit('red-1')).toMatchObject({ post: 'north', duty: 'holding' });
    expect(at.unit('red-2').post).toBeNull();
  });

  it('throw the besieger back down his trench when they are the garrison', () => {
    const { game, state, at } = aGame();
    Object.assign(at.post('north'), { holder: 'besieger' });
    Object.assign(at.unit('first-1'), { men: 0, post: null, duty: 'gone' });
    Object.assign(at.unit('red-1'), { men: 200, post: 'north', duty: 'holding', hex: 8 * 14 + 7 });
    postFalls(state, aTurn(game, state, { draws: lowDraws }).turn, at.post('north'), 'garrison', 'stormed');
    expect(at.unit('red-1')).toMatchObject({ post: null, duty: 'marching' });
    expect(at.unit('red-1').march?.path.at(-1)).toBe(state.approaches[0]?.path[0]);
    expect(at.unit('red-1').men + state.ledger.besieger.killed + state.ledger.besieger.captured).toBe(200);
  });
});

describe('the holder of a post', () => {
  it('is told when it changes, with the hour; nothing is told when it does not', () => {
    const { game, state, at } = aGame();
    state.turn = 2;
    const { turn, told } = aTurn(game, state, { pulse: 3 });
    changeHolder(state, turn, at.post('north'), 'garrison', 'cleared');
    expect(told).toEqual([]);
    changeHolder(state, turn, at.post('north'), 'contested', 'entered');
    expect(at.post('north')).toMatchObject({ holder: 'contested', heldSince: 27 });
  });

  it('that has it whole leaves no lodgement in it', () => {
    const { game, state, at } = aGame();
    Object.assign(at.post('north'), { holder: 'contested', lodgement: 620 });
    changeHolder(state, aTurn(game, state).turn, at.post('north'), 'besieger', 'stormed');
    expect(at.post('north').lodgement).toBe(0);
  });
});
