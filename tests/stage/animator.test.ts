import { describe, expect, it } from 'vitest';
import { Animator } from '../../src/stage/animator.ts';
import { lightOfPulse, lightOfTurn } from '../../src/stage/light.ts';

describe('motion', () => {
  it('passes through its time and ends exactly at its end', async () => {
    const shares: number[] = [];
    const animator = new Animator(() => undefined);
    const done = animator.run(100, (share) => shares.push(share));
    for (const ms of [40, 40, 40]) animator.pass(ms);
    await done;
    expect(shares).toEqual([0, 0.4, 0.8, 1]);
    expect(animator.isIdle).toBe(true);
  });

  it('is put at its end at once when it is skipped', async () => {
    const animator = new Animator(() => undefined);
    const last = [0, 0];
    const both = Promise.all([animator.run(900, (share) => (last[0] = share)), animator.run(50, (share) => (last[1] = share))]);
    animator.finish();
    await both;
    expect(last).toEqual([1, 1]);
  });

  it('wakes the stage when something begins', () => {
    let woken = 0;
    const animator = new Animator(() => (woken += 1));
    void animator.run(10, () => undefined);
    expect(woken).toBe(1);
  });
});

describe('light', () => {
  it('follows the turn unless a setting pins it', () => {
    expect(lightOfTurn('auto', true).nightness).toBe(1);
    expect(lightOfTurn('auto', false).nightness).toBe(0);
    expect(lightOfTurn('day', true).nightness).toBe(0);
    expect(lightOfTurn('night', false).nightness).toBe(1);
  });

  it('falls within the first hour of the night and rises in the last', () => {
    const at = (pulse: number) => lightOfPulse('auto', true, pulse).nightness;
    expect(at(0)).toBeLessThan(at(1));
    expect(at(1)).toBe(1);
    expect(at(11)).toBeLessThan(1);
    expect(lightOfPulse('auto', true, 11).mist).toBeGreaterThan(0);
    expect(lightOfPulse('day', true, 5)).toEqual(lightOfTurn('day', true));
  });
});
