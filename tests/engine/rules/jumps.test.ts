import { describe, expect, it } from 'vitest';
import { drawsOf } from '../../../src/engine/index.ts';
import type { Order } from '../../../src/engine/index.ts';
import { hurtOf } from '../../../src/engine/jump.ts';
import { thinnest } from '../../../src/engine/ranks-by-air.ts';
import { GROUND_BESIEGER, GROUND_GARRISON } from '../../../src/engine/state-siege.ts';
import { evenDraws, highDraws, lowDraws, withRules } from '../../helpers/a-siege.ts';
import { accountsOf } from '../../helpers/books.ts';
import { airGame, anAirlift, flyTurn } from '../../helpers/an-airlift.ts';

const jump = (change: Partial<Extract<Order, { kind: 'jump' }>> = {}): Order =>
  ({ kind: 'jump', aircraft: 'small', unit: 'waiting', men: 100, height: 300, camp: 'main', from: 0, ...change });

/** A siege whose waiting unit is granted, on ground that is all of one kind. */
function ready(ground: number = GROUND_GARRISON, change: Parameters<typeof withRules>[1] = {}): ReturnType<typeof airGame> {
  const siege = airGame(withRules(anAirlift(), change));
  siege.state.air.granted = ['waiting'];
  siege.state.ring.ground = siege.state.ring.ground.map(() => ground);
  const [camp] = siege.state.camps;
  if (camp !== undefined) camp.zoneHexes = 168;
  return siege;
}

function menGap({ game, state }: ReturnType<typeof airGame>, before: number): number {
  const account = accountsOf(game, state).find(({ name }) => name === 'men of the garrison');
  return account === undefined ? NaN : account.here + account.gone - account.came - before;
}

const garrison = ({ game, state }: ReturnType<typeof airGame>): number => {
  const account = accountsOf(game, state).find(({ name }) => name === 'men of the garrison');
  return account === undefined ? NaN : account.here + account.gone - account.came;
};

describe('a unit that jumps', () => {
  it('comes down in sticks and is the reserve at the command post', () => {
    const siege = ready();
    const before = garrison(siege);
    const { of } = flyTurn(siege, [jump()], highDraws, false);
    expect(of('men-jumped').map(({ men }) => men)).toEqual([24, 24, 24, 24, 4]);
    expect(siege.at.unit('waiting')).toMatchObject({ men: 100, away: 0, wounded: 0, duty: 'waiting', post: 'camp', quality: 850, cohesion: 820, menBefore: 100 });
    expect(siege.state.ledger.garrison).toMatchObject({ arrived: 100, jumped: 100 });
    expect(menGap(siege, before)).toBe(0);
  });

  it('may take several nights, and gathers where its first men stand', () => {
    const siege = ready();
    flyTurn(siege, [jump({ men: 30 })], highDraws, false);
    expect(siege.at.unit('waiting')).toMatchObject({ men: 30, away: 70, duty: 'waiting' });
    Object.assign(siege.at.unit('waiting'), { post: 'north', duty: 'holding', cohesion: 400 });
    siege.state.turn = 3;
    flyTurn(siege, [jump({ men: 60 }), jump({ men: 60 })], highDraws, false);
    expect(siege.at.unit('waiting')).toMatchObject({ men: 100, away: 0, post: 'north', duty: 'holding' });
    expect(siege.at.unit('waiting').cohesion).toBeGreaterThan(650);
  });

  it('does not before its turn has come, nor without leave from above', () => {
    const early = ready();
    early.state.turn = 1;
    expect(flyTurn(early, [jump()], highDraws, false).told[0]?.type).toBe('order-void');
    const unasked = ready();
    unasked.state.air.granted = [];
    expect(flyTurn(unasked, [jump()], highDraws, false).told[0]?.type).toBe('order-void');
  });

  it('has some men hurt in the jump, and they are booked to the last one', () => {
    const siege = ready(GROUND_GARRISON, { jump: { hurt: 200 } });
    const before = garrison(siege);
    const { of } = flyTurn(siege, [jump()], drawsOf('jump', 2), false);
    const sum = (key: 'hurt' | 'killed'): number => of('men-jumped').reduce((all, fact) => all + fact[key], 0);
    expect(sum('hurt') + sum('killed')).toBeGreaterThan(10);
    expect(siege.at.unit('waiting')).toMatchObject({ wounded: sum('hurt'), men: 100 - sum('hurt') - sum('killed') });
    expect(siege.state.ledger.garrison.byCause.jump).toBe(sum('hurt') + sum('killed'));
    expect(menGap(siege, before)).toBe(0);
  });

  it('has more of them hurt in a small zone', () => {
    const siege = ready();
    const turn = { board: siege.game.board, rules: siege.game.scenario.rules };
    const [camp] = siege.state.camps;
    if (camp === undefined) throw new Error('no camp');
    const at = [20, 40, 60, 100].map((zoneHexes) => {
      camp.zoneHexes = zoneHexes;
      return hurtOf(siege.state, turn, 0);
    });
    expect(at.every((permille, index) => index === 0 || permille < (at[index - 1] ?? 0))).toBe(true);
    expect(at[3]).toBe(siege.game.scenario.rules.jump.hurt);
  });

  it('loses most of those who come down among the besiegers, dead or prisoners', () => {
    const siege = ready(GROUND_BESIEGER);
    const before = garrison(siege);
    const { of } = flyTurn(siege, [jump({ men: 24 })], evenDraws, false);
    const [fact] = of('men-jumped');
    const { lost, lostKilled } = siege.game.scenario.rules.jump;
    const gone = Math.floor((24 * lost) / 1000);
    const killed = Math.round((gone * lostKilled) / 1000);
    expect(fact).toMatchObject({ men: 24, captured: gone - killed });
    expect(siege.state.ledger.garrison).toMatchObject({ captured: gone - killed, jumped: 24 });
    expect(menGap(siege, before)).toBe(0);
  });

  it('strays with height: from 3,000 m more come down outside than from 300', () => {
    const captured = (height: number): number => {
      const siege = ready(GROUND_BESIEGER, { airlift: { scatter: 70, scatterHeight: 200 } });
      const [camp] = siege.state.camps;
      const { board } = siege.game;
      siege.state.ring.ground = siege.state.ring.ground.map((_, hex) => {
        const near = Math.abs((board.east[hex] ?? 0) - (camp?.aimEast ?? 0)) < 500 && Math.abs((board.north[hex] ?? 0) - (camp?.aimNorth ?? 0)) < 500;
        return near ? GROUND_GARRISON : GROUND_BESIEGER;
      });
      return flyTurn(siege, [jump({ height })], drawsOf('stray', 2), false).of('men-jumped').reduce((sum, fact) => sum + fact.captured, 0);
    };
    expect(captured(3000)).toBeGreaterThan(captured(300));
  });
});

describe('single men', () => {
  it('make ready every day and fill the thinnest company of the best arm', () => {
    const siege = ready();
    siege.at.unit('reserve').men = 40;
    siege.at.unit('first-1').men = 10;
    const { of } = flyTurn(siege, [jump({ unit: null, men: 50 })], highDraws, false);
    expect(of('men-jumped').map(({ unit, men }) => [unit, men])).toEqual([['reserve', 24], ['reserve', 6]]);
    expect(siege.at.unit('reserve')).toMatchObject({ men: 70, quality: Math.floor((Math.floor((900 * 40 + 600 * 24) / 64) * 64 + 600 * 6) / 70) });
    expect(siege.state.air).toMatchObject({ individualsReady: 0, individualsJumped: 30 });
  });

  it('go to another arm once the best is full, and never to a unit cut off or broken', () => {
    const siege = ready();
    const turn = { board: siege.game.board, rules: siege.game.scenario.rules };
    siege.at.unit('first-1').men = 100;
    siege.at.unit('first-2').men = 120;
    expect(thinnest(siege.state, turn, 0)?.id).toBe('first-1');
    siege.at.post('north').cutOffSince = 0;
    expect(thinnest(siege.state, turn, 0)?.id).toBe('first-2');
    siege.at.unit('first-2').duty = 'broken';
    expect(thinnest(siege.state, turn, 0)?.id).toBe('reserve');
  });

  it('go home where no company is left to take them', () => {
    const siege = ready();
    const before = garrison(siege);
    for (const unit of siege.state.units) unit.duty = 'broken';
    const { of } = flyTurn(siege, [jump({ unit: null, men: 20 })], lowDraws, false);
    expect(of('men-jumped')).toEqual([]);
    expect(siege.state.air).toMatchObject({ individualsReady: 30, individualsJumped: 0 });
    expect(menGap(siege, before)).toBe(0);
  });
});
