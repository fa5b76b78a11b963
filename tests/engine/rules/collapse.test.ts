import { describe, expect, it } from 'vitest';
import { collapse } from '../../../src/engine/rules/collapse.ts';
import { reachVerdict } from '../../../src/engine/verdict.ts';
import { aGame, aSiege, aTurn, highDraws, lowDraws, scriptedDraws } from '../../helpers/a-siege.ts';

/** A camp of so many men a company whose two outer posts have just fallen to a besieger who still storms. */
function pressed(men: number): ReturnType<typeof aGame> {
  const siege = aGame();
  for (const unit of ['first-1', 'first-2', 'reserve']) Object.assign(siege.at.unit(unit), { men, post: 'camp' });
  for (const post of ['north', 'south']) Object.assign(siege.at.post(post), { holder: 'besieger', heldSince: 0, stormedAt: 0 });
  siege.at.battery('pit').gunners = 60;
  return siege;
}

/** The gauge after a turn in which the camp holds. */
function gauge(siege: ReturnType<typeof aGame>): ReturnType<typeof aGame>['state']['camps'][number] {
  collapse(siege.state, aTurn(siege.game, siege.state, { draws: highDraws }).turn);
  return siege.at.camp('main');
}

describe('the gauge of collapse', () => {
  it('stands at nought for a camp that has its men and its posts', () => {
    expect(gauge(aGame())).toMatchObject({ collapse: 0, collapseCauses: [] });
  });

  it('stays at nought for a camp that has lost men but no ground', () => {
    const siege = pressed(20);
    for (const post of ['north', 'south']) siege.at.post(post).holder = 'garrison';
    expect(gauge(siege).collapseCauses.map(({ cause }) => cause)).not.toContain('few-men');
  });

  it('rises as men go, each cause with its points', () => {
    expect(gauge(pressed(20)).collapse).toBeGreaterThan(gauge(pressed(40)).collapse);
    expect(gauge(pressed(20)).collapseCauses.map(({ cause }) => cause)).toContain('few-men');
    expect(gauge(pressed(20)).collapseCauses.map(({ cause }) => cause)).toContain('posts-falling');
  });

  it('rises with low spirit, hunger and silent guns', () => {
    const usual = gauge(pressed(40)).collapse;
    const worse = (arrange: (siege: ReturnType<typeof aGame>) => void): number => {
      const siege = pressed(40);
      arrange(siege);
      return gauge(siege).collapse;
    };
    expect(worse(({ at }) => { for (const unit of ['first-1', 'first-2', 'reserve']) at.unit(unit).cohesion = 250; })).toBeGreaterThan(usual);
    expect(worse(({ at }) => { at.camp('main').hunger = 900; })).toBeGreaterThan(usual);
    expect(worse(({ at }) => { at.dump('inside').rounds.fill(0); })).toBeGreaterThan(usual);
  });

  it('sinks to a fraction while the besieger does not attack', () => {
    const quiet = pressed(20);
    quiet.state.turn = 9;
    expect(gauge(quiet).collapse).toBeLessThan(gauge(pressed(20)).collapse / 4);
  });

  it('is told when the camp begins to waver, once', () => {
    const { game, state } = pressed(20);
    const first = aTurn(game, state, { draws: highDraws });
    collapse(state, first.turn);
    expect(first.of('camp-wavers')).toHaveLength(1);
    const second = aTurn(game, state, { draws: highDraws });
    collapse(state, second.turn);
    expect(second.of('camp-wavers')).toEqual([]);
  });
});

describe('a camp that gives in', () => {
  it('lays down its arms with all who are in it, and the books hold every man', () => {
    const { game, state, at } = pressed(20);
    Object.assign(at.camp('main'), { light: 5, serious: 6, sick: 7, deserters: 8, labourers: 9 });
    const { turn, of } = aTurn(game, state, { draws: lowDraws });
    collapse(state, turn);
    const { captured, killed, goneOver } = state.ledger.garrison;
    expect(at.camp('main')).toMatchObject({ stands: false, fell: 'laid-down-arms', serious: 0, deserters: 0, labourers: 0 });
    expect(captured + killed + goneOver).toBe(60 + 60 + 5 + 6 + 7 + 8);
    expect(at.post('camp').holder).toBe('besieger');
    expect(at.dump('inside').rounds.every((rounds) => rounds === 0)).toBe(true);
    expect(of('camp-fell')).toEqual([{ type: 'camp-fell', camp: 'main', how: 'laid-down-arms', men: captured }]);
  });

  it('falls when its command post is stormed', () => {
    const { game, state, at } = aGame();
    at.post('camp').holder = 'besieger';
    collapse(state, aTurn(game, state, { draws: scriptedDraws({}) }).turn);
    expect(at.camp('main').fell).toBe('stormed');
    expect(at.post('north').holder).toBe('besieger');
    reachVerdict(state, aTurn(game, state).turn);
    expect(state.verdict).toEqual({ winner: 'besieger', turn: 0, cause: 'posts-taken' });
  });

  it('falls when hardly a fit man is left', () => {
    const siege = pressed(2);
    siege.at.battery('pit').gunners = 5;
    expect(gauge(siege).fell).toBe('laid-down-arms');
  });

  it('ceases fire on order, with leave or without', () => {
    for (const [leave, how] of [['cease-fire', 'ceased-fire'], ['hold', 'laid-down-arms']] as const) {
      const { game, state, at } = aGame();
      at.camp('main').leave = leave;
      collapse(state, aTurn(game, state, { orders: { garrison: [{ kind: 'surrender', camp: 'main' }] } }).turn);
      expect(at.camp('main').fell).toBe(how);
    }
  });

  it('is not looked at where the scenario does not play its command post', () => {
    const siege = aGame({ ...aSiege(), theatre: ['north', 'south'] });
    siege.at.post('camp').holder = 'besieger';
    expect(gauge(siege).stands).toBe(true);
  });
});

describe('a second camp', () => {
  /** The southern post is a camp of its own. */
  function twoCamps(): ReturnType<typeof aGame> {
    const siege = aSiege();
    return aGame({
      ...siege,
      camps: [...siege.camps, { id: 'second', name: siege.title, commandPost: 'south', strip: null, labourers: 0 }],
      posts: siege.posts.map((post) => (post.id === 'south' ? { ...post, camp: 'second' } : post)),
    });
  }

  it('holds on when the first falls, for a while; then the siege is over', () => {
    const { game, state, at } = twoCamps();
    at.post('camp').holder = 'besieger';
    collapse(state, aTurn(game, state, { draws: highDraws }).turn);
    expect([at.camp('main').stands, at.camp('second').stands]).toEqual([false, true]);
    expect(at.unit('first-2').men).toBe(150);
    expect(at.camp('second').collapse).toBe(game.scenario.rules.collapse.orphan);
    reachVerdict(state, aTurn(game, state).turn);
    expect(state.verdict).toBeNull();
    collapse(state, aTurn(game, state, { draws: lowDraws }).turn);
    reachVerdict(state, aTurn(game, state).turn);
    expect(state.verdict?.winner).toBe('besieger');
  });
});
