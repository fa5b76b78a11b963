import { beforeAll, describe, expect, it } from 'vitest';
import type { SiegeEvent, SideView } from '../../src/engine/index.ts';
import { marksOf } from '../../src/stage/facts/read-view.ts';
import { retold } from '../../src/stage/playback/retold.ts';
import { isNightTurn, stageOf, tellingOf } from '../../src/stage/playback/telling.ts';
import { aNight, type SeenNight } from './a-night.ts';

let night: SeenNight;
beforeAll(async () => {
  night = await aNight('1954');
});

const AT = { turn: 1, pulse: 3 };
const tell = (view: SideView, event: SiegeEvent) => retold(marksOf(view), event, view);

describe('the telling of a turn', () => {
  it('goes pulse by pulse, and each pulse begins where the one before it ended', () => {
    for (const side of ['garrison', 'besieger'] as const) {
      const beats = tellingOf(marksOf(night.view(1, side)), night.events(1, side), night.view(2, side));
      expect(beats.length).toBeGreaterThan(3);
      const pulses = beats.map(({ turn, pulse }) => turn * 12 + pulse);
      expect(pulses).toEqual([...new Set(pulses)].sort((a, b) => a - b));
    }
  });

  it('ends with every post held as the view says', () => {
    for (const side of ['garrison', 'besieger'] as const) {
      for (let turn = 0; turn < night.turns; turn += 1) {
        const beats = tellingOf(marksOf(night.view(turn, side)), night.events(turn, side), night.view(turn + 1, side));
        const told = beats.at(-1)?.after ?? marksOf(night.view(turn, side));
        const holders = (posts: readonly { id: string; holder: string }[]) => posts.map(({ id, holder }) => [id, holder]);
        expect(holders(told.posts)).toEqual(holders(night.view(turn + 1, side).posts));
      }
    }
  });

  it('draws no arc from a gun of the other side: only where its shells burst', () => {
    const view = night.view(1, 'garrison');
    const beats = tellingOf(marksOf(view), night.events(1, 'garrison'), night.view(2, 'garrison'));
    const shots = beats.flatMap((beat) => beat.shots);
    expect(shots.length).toBeGreaterThan(0);
    expect(new Set(shots.map(({ nation }) => nation))).toEqual(new Set(['garrison']));
    const own = marksOf(view).guns.map(({ place }) => place.join());
    for (const { from } of shots) expect(own).toContain(from.join());
    expect(beats.flatMap((beat) => beat.bursts).length).toBeGreaterThan(0);
  });

  it('bursts near the post that is shelled, a handful at most', () => {
    const view = night.view(1, 'garrison');
    const event: SiegeEvent = { type: 'post-shelled', post: 'beatrice-1', by: 'besieger', rounds: 5000, suppression: 300, works: 10, wire: 100, ...AT };
    const [beat] = tellingOf(marksOf(view), [event], view);
    expect(beat?.bursts).toHaveLength(5);
    for (const { at: [east, north] } of beat?.bursts ?? []) expect(Math.hypot(east - 1880, north - 1930)).toBeLessThan(130);
    expect(stageOf(beat === undefined ? [] : [beat])).toEqual([[1880, 1930]]);
  });

  it('lights flares over a stormed post by night and not by day', () => {
    const view = night.view(1, 'garrison');
    const began = (turn: number): SiegeEvent => ({ type: 'assault-began', side: 'besieger', post: 'beatrice-1', lead: [], men: 0, jumpOffMetres: 200, turn, pulse: 1 });
    expect(isNightTurn(view, 1)).toBe(true);
    expect(tellingOf(marksOf(view), [began(1)], view)[0]?.flares).toHaveLength(1);
    expect(tellingOf(marksOf(view), [began(2)], view)[0]?.flares).toHaveLength(0);
  });

  it('leaves out hours in which nothing was seen', () => {
    const view = night.view(1, 'garrison');
    const unseen: SiegeEvent = { type: 'dump-empty', side: 'garrison', dump: 'centre', weapon: 't105', ...AT };
    expect(tellingOf(marksOf(view), [unseen], view)).toEqual([]);
  });
});

describe('an event told on the marks', () => {
  it('changes nothing when it shows nothing', () => {
    const view = night.view(1, 'garrison');
    const marks = marksOf(view);
    expect(retold(marks, { type: 'shells-carried', side: 'garrison', dump: 'centre', weapon: 't105', rounds: 9, ...AT }, view)).toBe(marks);
  });

  it('gives a post to its new holder and shrinks the held ground', () => {
    const view = night.view(0, 'garrison');
    const before = marksOf(view);
    const after = tell(view, { type: 'holder-changed', post: 'beatrice-1', from: 'garrison', to: 'besieger', cause: 'stormed', ...AT });
    expect(after.posts.find(({ id }) => id === 'beatrice-1')).toMatchObject({ holder: 'besieger', look: 'fallen', lodgement: 0 });
    expect(after.held).not.toEqual(before.held);
  });

  it('begins an attack with one arrow for each battalion, adds the second wave, and ends it', () => {
    const view = night.view(1, 'besieger');
    const lead = view.units.slice(0, 2).map(({ id }) => id);
    const wave = view.units.slice(2, 3).map(({ id }) => id);
    const began = tell(view, { type: 'assault-began', side: 'besieger', post: 'beatrice-1', lead, men: 900, jumpOffMetres: 190, ...AT });
    expect(began.assaults).toHaveLength(1);
    expect(began.assaults[0]?.lead).toHaveLength(2);
    const followed = retold(began, { type: 'echelon-committed', side: 'besieger', post: 'beatrice-1', units: wave, men: 500, ...AT }, view);
    expect(followed.assaults[0]?.echelon).toHaveLength(1);
    const over = retold(followed, { type: 'assault-ended', side: 'besieger', post: 'beatrice-1', how: 'won', lost: 120, ...AT }, view);
    expect(over.assaults).toEqual([]);
  });

  it('moves one company out of its stack', () => {
    const view = night.view(1, 'garrison');
    const stack = marksOf(view).counters.find(({ count, own }) => own && count > 1);
    const unit = stack?.ids[0] ?? '';
    const after = tell(view, { type: 'unit-moved', unit, from: 0, to: 2836, ...AT });
    expect(after.counters.find(({ id }) => id === stack?.id)?.count).toBe((stack?.count ?? 0) - 1);
    expect(after.counters.filter(({ ids }) => ids.includes(unit))).toHaveLength(1);
    expect(after.counters.flatMap(({ ids }) => ids).sort()).toEqual(marksOf(view).counters.flatMap(({ ids }) => ids).sort());
  });

  it('carries the head of a trench forward', () => {
    const view = night.view(1, 'besieger');
    const [approach] = view.approaches;
    if (approach === undefined) throw new Error('no trench in this night');
    const after = tell(view, { type: 'trench-dug', approach: approach.id, post: approach.post, hex: approach.path.at(-1) ?? 0, metres: 90, headMetres: 0, ...AT });
    expect(after.trenches.find(({ id }) => id === approach.id)?.dug).toBe(1);
  });
});
