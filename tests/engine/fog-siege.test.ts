import { describe, expect, it } from 'vitest';
import { eventsFor, ringOf, trenchOf, viewFor } from '../../src/engine/index.ts';
import type { SideId, SiegeEvent } from '../../src/engine/index.ts';
import type { Fact } from '../../src/engine/events.ts';
import { GROUND_BESIEGER } from '../../src/engine/state-siege.ts';
import { airGame } from '../helpers/an-airlift.ts';

const siege = airGame();

/** The event as a side hears of it; null where it does not. */
function reaching(side: SideId, fact: Fact): SiegeEvent | null {
  return eventsFor(siege.game, siege.state, side, [{ ...fact, turn: 2, pulse: 0 }])[0] ?? null;
}

describe('news of the air', () => {
  const dropped: Fact = { type: 'loads-dropped', camp: 'main', aircraft: 'small', cargo: 't105', kilos: 2500, height: 600, east: [1], north: [2], smashed: [0] };

  it('canopies are seen by both, what hangs from them only by those who packed it', () => {
    expect(reaching('garrison', dropped)).toMatchObject({ cargo: 't105', east: [1] });
    expect(reaching('besieger', dropped)).toMatchObject({ cargo: '', east: [1], height: 600 });
  });

  it('flak is seen by those it is fired at, not the gun', () => {
    expect(reaching('garrison', { type: 'flak-fired', battery: 'flak', rounds: 30 })).toMatchObject({ battery: '', rounds: 0 });
    expect(reaching('besieger', { type: 'flak-fired', battery: 'flak', rounds: 30 })).toMatchObject({ battery: 'flak', rounds: 30 });
  });

  it('an aircraft that is hit is seen by both, its load and crew are not', () => {
    const hit: Fact = { type: 'aircraft-hit', aircraft: 'small', purpose: 'jump', fate: 'lost', height: 300, kilos: 0, men: 24 };
    expect(reaching('besieger', hit)).toMatchObject({ fate: 'lost', men: 0 });
    expect(reaching('garrison', hit)).toMatchObject({ men: 24 });
  });

  it('what stayed on the ground at the bases is nobody else’s business', () => {
    const held: Fact = { type: 'sorties-flown', order: 3, aircraft: 'small', purpose: 'airlift', camp: 'main', sorties: 0, height: 600, heldByWeather: 5 };
    expect(reaching('besieger', held)).toBeNull();
    expect(reaching('besieger', { ...held, sorties: 2 })).toMatchObject({ order: -1, sorties: 2, heldByWeather: 0 });
    expect(reaching('garrison', held)).toMatchObject({ order: 3, heldByWeather: 5 });
  });

  it('kilos beyond its own ground the garrison judges by the tonne', () => {
    const counted: Fact = { type: 'drop-counted', camp: 'main', dropped: 9000, withGarrison: 5000, between: 1600, withBesieger: 2400 };
    expect(reaching('garrison', counted)).toMatchObject({ dropped: 9000, withGarrison: 5000, between: 2000, withBesieger: 2000 });
    expect(reaching('besieger', counted)).toMatchObject({ withBesieger: 2400 });
  });

  it('what a strike did is known to those it hit', () => {
    const strike: Fact = { type: 'strike-flown', aircraft: 'fighter', target: 'fix', id: 'fix-1', sorties: 2, casualties: 7 };
    expect(reaching('garrison', strike)).toMatchObject({ casualties: 0, id: 'fix-1' });
    expect(reaching('besieger', strike)).toMatchObject({ casualties: 7, id: null });
  });
});

describe('news that only one side has', () => {
  it.each<[string, Fact, SideId]>([
    ['the hospital of the camp', { type: 'hospital-counted', camp: 'main', serious: 3, light: 4, died: 1, returned: 2 }, 'garrison'],
    ['leave from above', { type: 'leave-given', camp: 'main', leave: 'break-out' }, 'garrison'],
    ['a camp that wavers', { type: 'camp-wavers', camp: 'main', permille: 40, causes: [] }, 'garrison'],
    ['the sky over the bases', { type: 'bases-sky-changed', from: 'clear', to: 'rain' }, 'garrison'],
    ['carriers', { type: 'carriers-came', dump: 'outside', rounds: [], foodKilos: 9, road: 900 }, 'besieger'],
    ['a gallery being dug', { type: 'gallery-dug', post: 'north', metres: 4, lengthMetres: 40 }, 'besieger'],
    ['recruits', { type: 'ranks-filled', unit: 'red-1', men: 20 }, 'besieger'],
    ['food', { type: 'food-eaten', side: 'garrison', camp: 'main', kilos: 300, left: 900, ration: 1000 }, 'garrison'],
    ['an officer who took over', { type: 'officer-took-over', side: 'besieger', formation: 'red', pulses: 4 }, 'besieger'],
  ])('%s', (_, fact, side) => {
    expect(reaching(side, fact)).toMatchObject(fact);
    expect(reaching(side === 'garrison' ? 'besieger' : 'garrison', fact)).toBeNull();
  });

  it('the trench head that an assault left is judged by eye on the other side', () => {
    const began: Fact = { type: 'assault-began', side: 'besieger', post: 'north', lead: ['red-1'], men: 570, jumpOffMetres: 118 };
    expect(reaching('garrison', began)).toMatchObject({ jumpOffMetres: 100, lead: [], men: 0 });
    expect(reaching('besieger', began)).toMatchObject({ jumpOffMetres: 118 });
  });

  it('nobody misses the fall of a camp or the end of the talks', () => {
    for (const fact of [{ type: 'camp-fell', camp: 'main', how: 'stormed', men: 900 }, { type: 'cease-fire' }] as const) {
      for (const side of ['garrison', 'besieger'] as const) expect(reaching(side, fact)).toMatchObject(fact);
    }
  });
});

describe('a view of a long siege', () => {
  it('shows the besieger what is in a load only on his own ground', () => {
    const { game, state } = airGame();
    state.loads.push({ hex: 5, cargo: 't105', kilos: 100, bundles: 2, smashed: false, turn: 1, ground: 0 }, { hex: 6, cargo: 'food', kilos: 100, bundles: 1, smashed: false, turn: 1, ground: GROUND_BESIEGER });
    state.ring.ground[6] = GROUND_BESIEGER;
    expect(viewFor(game, state, 'besieger').loads.map(({ cargo }) => cargo)).toEqual([null, 'food']);
    expect(viewFor(game, state, 'garrison').loads.map(({ cargo }) => cargo)).toEqual(['t105', 'food']);
  });

  it('draws the ring for the garrison by the trenches it has seen and the posts it has lost', () => {
    const { game, state, at } = airGame();
    state.ring.ground.fill(GROUND_BESIEGER);
    at.post('south').holder = 'besieger';
    const view = viewFor(game, state, 'garrison');
    const trench = trenchOf(view);
    const lost = view.posts.find(({ id }) => id === 'south')?.hex ?? -1;
    for (const [hex, ground] of ringOf(view).entries()) expect(ground === GROUND_BESIEGER).toBe(hex === lost || (trench[hex] ?? 0) > 0);
  });
});
