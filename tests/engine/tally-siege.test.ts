import { beforeAll, describe, expect, it } from 'vitest';
import { addTurn, openTally, talliesFrom, talliesOf } from '../../src/engine/index.ts';
import type { Game, GameState, SiegeEvent, Tally } from '../../src/engine/index.ts';
import { commandersOf, playThrough } from '../helpers/campaigns.ts';
import { aGame } from '../helpers/a-siege.ts';
import { shipped } from '../helpers/sieges.ts';

const stormed = (post: string, turn: number): SiegeEvent => ({ type: 'assault-began', side: 'besieger', post, lead: [], men: 570, jumpOffMetres: 100, turn, pulse: 1 });
const counted = (turn: number, dropped: number, withBesieger: number): SiegeEvent => ({ type: 'drop-counted', camp: 'main', dropped, withGarrison: dropped - withBesieger, between: 0, withBesieger, turn, pulse: 11 });
const landed = (turn: number): SiegeEvent => ({ type: 'aircraft-landed', strip: 'strip', aircraft: 'c47', cargo: 'food', kilos: 2500, evacuated: 3, turn, pulse: 4 });
const gathered = (turn: number, elsewhere: number): SiegeEvent => ({ type: 'loads-gathered', side: 'besieger', camp: 'main', cargo: 'food', kilos: elsewhere + 50, rounds: 0, elsewhere, turn, pulse: 11 });
const changed = (post: string, from: 'garrison' | 'contested' | 'empty' | 'besieger', to: 'garrison' | 'contested' | 'empty' | 'besieger', turn: number): SiegeEvent => ({ type: 'holder-changed', post, from, to, cause: 'stormed', turn, pulse: 0 });

describe('the share lost', () => {
  it('is counted anew after every landing, so that the last one counts', () => {
    const { game, state } = aGame();
    const { lossShareAfterStripClosed, lossShareWhole } = talliesOf(game, state, [counted(0, 1000, 100), landed(1), counted(2, 1000, 400), gathered(3, 100), counted(3, 1000, 500)]);
    expect(lossShareAfterStripClosed).toBe(500);
    expect(lossShareWhole).toBe(Math.floor((1100 * 1000) / 3000));
  });

  it('is none where nothing was dropped', () => {
    const { game, state } = aGame();
    expect(talliesOf(game, state, [landed(0)])).toMatchObject({ lossShareAfterStripClosed: null, lossShareWhole: null, notRecoveredShare: null, dropHeight: null });
  });
});

describe('general assaults', () => {
  it('are nights with three posts stormed or more, and quiet between one run of them and the next', () => {
    const { game, state } = aGame();
    const three = (turn: number): SiegeEvent[] => ['camp', 'north', 'south'].map((post) => stormed(post, turn));
    const { generalAssaults, nightsBetweenGeneralAssaults, assaults } = talliesOf(game, state, [...three(0), stormed('north', 2), stormed('north', 2), stormed('south', 2), ...three(4), ...three(24), ...three(25)]);
    expect(generalAssaults).toEqual([0, 4, 24]);
    expect(nightsBetweenGeneralAssaults).toBe(10);
    expect(assaults).toBe(15);
  });
});

describe('a post', () => {
  it('is lost on the day it left the garrison for the last time, whoever had it afterwards', () => {
    const { game, state } = aGame();
    const { posts } = talliesOf(game, state, [changed('north', 'garrison', 'contested', 2), changed('north', 'contested', 'empty', 4), changed('north', 'empty', 'besieger', 8), changed('south', 'garrison', 'empty', 2), changed('south', 'empty', 'garrison', 4)]);
    expect(posts.map(({ id, lostDay }) => [id, lostDay])).toEqual([['camp', null], ['north', 2], ['south', null]]);
  });

  it('that was only a site at the start is nobody’s before it is built', () => {
    const siege = aGame();
    const posts = siege.game.scenario.posts.map((post) => (post.id === 'south' ? { ...post, stands: false } : post));
    const tally = openTally({ ...siege.game, scenario: { ...siege.game.scenario, posts } });
    expect(talliesFrom(tally, siege.state).posts[2]).toEqual({ id: 'south', spells: [{ turn: 0, pulse: 0, holder: 'empty' }], lostDay: null });
  });
});

describe('over a campaign', () => {
  let played: { game: Game; state: GameState; events: SiegeEvent[]; tally: Tally };

  beforeAll(async () => {
    const campaign = await shipped('dien-bien-phu');
    const events: SiegeEvent[] = [];
    let tally: Tally | null = null;
    const { game, state } = playThrough(campaign, '1', commandersOf(campaign, []), (after, told, playing) => {
      tally ??= openTally(playing);
      addTurn(tally, after, told);
      events.push(...told);
    });
    if (tally === null) throw new Error('no turn was played');
    played = { game, state, events, tally };
  }, 120_000);

  it('turn by turn counts to the same as all events at once', () => {
    const { onDay, campAreaHectares, zoneHectares, ...folded } = talliesFrom(played.tally, played.state);
    expect(talliesOf(played.game, played.state, played.events)).toMatchObject(folded);
    expect(onDay[3]).not.toBeNull();
    expect(campAreaHectares).toBeGreaterThan(zoneHectares);
  });

  it('keeps how it stood on its days, and none after its end', () => {
    const { onDay, verdict } = talliesFrom(played.tally, played.state);
    const end = Math.floor(((verdict?.turn ?? 0) + 1) / 2);
    for (const [day, stood] of Object.entries(onDay)) expect(stood === null, `day ${day}`).toBe(Number(day) > end);
    const fit = Object.values(onDay).flatMap((stood) => (stood === null ? [] : [stood.trenchMetres]));
    expect([...fit].sort((a, b) => a - b)).toEqual(fit);
  });

  it('the tonnes add up, the days’ kilos make the whole, and shares are shares', () => {
    const tallies = talliesFrom(played.tally, played.state);
    const { despatched, aborted, lostWithAircraft, dropped, recovered, captured, destroyed, lyingOut } = tallies.airKilos;
    expect(aborted + lostWithAircraft + recovered + captured + destroyed + lyingOut).toBe(despatched);
    expect(tallies.landedWithGarrison + tallies.landedBetween + tallies.landedWithBesieger).toBe(dropped);
    expect(tallies.droppedByDay.reduce((sum, kilos) => sum + kilos, 0)).toBe(dropped);
    for (const share of [tallies.lossShareAfterStripClosed, tallies.lossShareWhole, tallies.notRecoveredShare]) {
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1000);
    }
  });
});
