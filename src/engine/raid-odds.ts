/** The odds of a raid: the same sum for the rule and for its forecast. */
import { along, clamp, permille, share } from './numbers.ts';
import type { Rules } from './tunables.ts';

/** Men as they count in a raid, by training and cohesion. */
export function raidStrength(units: readonly { readonly men: number; readonly quality: number; readonly cohesion: number }[]): number {
  let strength = 0;
  let men = 0;
  for (const unit of units) {
    strength += share(share(unit.men, unit.quality), unit.cohesion);
    men += unit.men;
  }
  return men === 0 ? 0 : Math.max(1, strength);
}

/** Chance, permille, that a raid of such strength succeeds. */
export function raidChance({ raids }: Rules, ours: number, theirs: number): number {
  const odds = theirs === 0 ? 4000 : permille(ours, theirs);
  const steps = along([[250, -2000], [500, -1000], [1000, 0], [2000, 1000], [4000, 2000]], odds);
  return clamp(raids.success + share(raids.successStep, steps), 0, 1000);
}
